import { expect, it } from "vitest";
import { failureFrom } from "../testing/failure.ts";
import { ProbeFailure } from "./probe-failure.ts";
import { Turn } from "./turn.ts";

const forever = () => new AbortController().signal;
const fail = (code: string) => () => Promise.reject(new ProbeFailure("http", code, "No."));

it("lets nobody wait again for an origin that never answered in time", async () => {
  const turn = new Turn();
  let asked = 0;
  const ask = () => {
    asked += 1;
    return fail("header_timeout")();
  };
  const failures = await Promise.all([1, 2, 3].map(() => failureFrom(turn.run(forever(), ask))));
  expect([failures.map(({ code }) => code), asked]).toEqual([Array(3).fill("header_timeout"), 1]);
});

it("asks an origin again that answered before, or that failed in another way", async () => {
  const turn = new Turn();
  expect((await failureFrom(turn.run(forever(), fail("protocol_error")))).code).toBe("protocol_error");
  expect(await turn.run(forever(), async () => "first")).toBe("first");
  expect((await failureFrom(turn.run(forever(), fail("header_timeout")))).code).toBe("header_timeout");
  expect(await turn.run(forever(), async () => "second")).toBe("second");
});

it("never has two requests to one origin under way", async () => {
  const turn = new Turn();
  let running = 0;
  let most = 0;
  const work = async () => {
    running += 1;
    most = Math.max(most, running);
    await new Promise(setImmediate);
    running -= 1;
  };
  await Promise.all([1, 2, 3].map(() => turn.run(forever(), work)));
  expect(most).toBe(1);
});
