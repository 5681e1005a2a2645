import { expect, it } from "vitest";
import { decisionStanding } from "./decision-standing.ts";

const inForce = { isExpired: false, isInForce: true };
const expired = { isExpired: true, isInForce: false };
const alone = { isExpired: false, isInForce: false };

it.each([
  [{ decision: inForce, proposal: null }, "decided"],
  [{ decision: inForce, proposal: {} }, "decided"],
  [{ decision: expired, proposal: null }, "lapsed"],
  [{ decision: expired, proposal: {} }, "waiting"],
  [{ decision: alone, proposal: null }, "needs_second"],
  [{ decision: null, proposal: {} }, "waiting"],
  [{ decision: null, proposal: null }, "undecided"],
] as const)("reads %j as %s", (weighed, standing) => {
  expect(decisionStanding(weighed)).toBe(standing);
});
