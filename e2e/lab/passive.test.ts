import { afterAll, beforeAll, expect, it } from "vitest";
import { observe } from "#lib/probes/observe.ts";
import { labEgress } from "./lab-egress.ts";
import { type Lab, startLab } from "./start-lab.ts";

/** What a page that is audited may have to bear from all parts together, the browser's own requests included. */
const REQUESTS_MAX = 80;

let lab: Lab;
beforeAll(async () => {
  lab = await startLab();
});
afterAll(() => lab.close());

it("a whole audit, a browser included, only ever reads, and asks little", async () => {
  await observe(lab.target(), { egress: labEgress(lab) });
  const counts = lab.requests.list();
  expect(Object.keys(counts).filter((request) => !/^(?:GET|HEAD) /.test(request))).toEqual([]);
  const total = Object.values(counts).reduce((sum, count) => sum + count, 0);
  expect(total).toBeGreaterThan(10);
  expect(total).toBeLessThan(REQUESTS_MAX);
});
