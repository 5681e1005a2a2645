import { expect, it } from "vitest";
import { Semaphore } from "./semaphore.ts";

const forever = () => new AbortController().signal;

it("gives a slot to one more only when one comes back, first come first served", async () => {
  const semaphore = new Semaphore(2);
  const order: string[] = [];
  const take = async (name: string) => {
    const release = await semaphore.acquire(forever());
    order.push(name);
    return release;
  };
  const [first, second] = await Promise.all([take("first"), take("second")]);
  const third = take("third");
  const fourth = take("fourth");
  await Promise.resolve();
  expect(order).toEqual(["first", "second"]);
  second?.();
  (await third)();
  (await fourth)();
  first?.();
  expect([order, semaphore.idle]).toEqual([["first", "second", "third", "fourth"], 2]);
});

it("takes back a slot once, however often it is given back", async () => {
  const semaphore = new Semaphore(1);
  const release = await semaphore.acquire(forever());
  release();
  release();
  expect(semaphore.idle).toBe(1);
});

it("lets a waiting one go when its signal ends, without losing a slot", async () => {
  const semaphore = new Semaphore(1);
  const release = await semaphore.acquire(forever());
  const stop = new AbortController();
  const waiting = semaphore.acquire(stop.signal);
  stop.abort(new Error("enough"));
  await expect(waiting).rejects.toThrow("enough");
  release();
  expect(semaphore.idle).toBe(1);
});
