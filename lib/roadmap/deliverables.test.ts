import { describe, expect, it } from "vitest";
import { type DeliverableFacts, deriveDeliverables } from "./deliverables.ts";
import { DELIVERABLE_IDS, type DeliverableId } from "./ids.ts";
import type { DerivedById } from "./status.ts";
import { sampleChecks } from "./testing/samples.ts";

const NOTHING: DeliverableFacts = { finishedRuns: 0, openRisks: 0, undecidedRisks: 0, draftPacks: 0, finalPacks: 0 };
const VERIFIED = sampleChecks("verified");

function state(id: DeliverableId, derived: DerivedById, facts: Partial<DeliverableFacts> = {}) {
  return deriveDeliverables(derived, { ...NOTHING, ...facts }).find((one) => one.id === id)?.state;
}

describe("deriveDeliverables", () => {
  it("gives all 13 in the order of their ids, and has no data in an empty project", () => {
    const all = deriveDeliverables(sampleChecks("unknown"), NOTHING);
    expect(all.map(({ id }) => id)).toEqual([...DELIVERABLE_IDS]);
    expect(new Set(all.map((one) => one.state))).toEqual(new Set(["no_data"]));
  });

  it("is complete throughout when all is proven and recorded", () => {
    const all = deriveDeliverables(VERIFIED, { ...NOTHING, finishedRuns: 3, finalPacks: 1 });
    expect(new Set(all.map((one) => one.state))).toEqual(new Set(["complete"]));
  });

  it.each([
    ["verified", "complete"],
    ["attested", "complete"],
    ["warning", "complete"],
    ["failing", "incomplete"],
    ["stale", "incomplete"],
    ["unknown", "no_data"],
    ["not_applicable", "no_data"],
  ] as const)("made of one check that is %s is %s", (status, expected) => {
    expect(state("email-setup", sampleChecks("verified", { "email-authentication": status }))).toBe(expected);
  });

  it("names what is still open", () => {
    const all = deriveDeliverables(sampleChecks("verified", { "dns-target": "unknown" }), NOTHING);
    expect(all.find(({ id }) => id === "domain-setup")).toMatchObject({
      state: "incomplete",
      why: "Still open: “DNS target”.",
    });
  });

  it.each([
    ["risk-register", { finishedRuns: 1 }, "complete"],
    ["risk-register", { openRisks: 2 }, "incomplete"],
    ["decision-list", { finishedRuns: 1, openRisks: 3, undecidedRisks: 1 }, "incomplete"],
    ["decision-list", { finishedRuns: 1, openRisks: 3 }, "complete"],
    ["decision-list", { finishedRuns: 1 }, "complete"],
    ["handover-pack", { draftPacks: 2 }, "incomplete"],
    ["handover-pack", { draftPacks: 2, finalPacks: 1 }, "complete"],
  ] as const)("reads %s from the project's records %j as %s", (id, facts, expected) => {
    expect(state(id, VERIFIED, facts)).toBe(expected);
  });

  it("gives each a one-sentence reason", () => {
    for (const derived of [VERIFIED, sampleChecks("unknown"), sampleChecks("failing")]) {
      for (const { why } of deriveDeliverables(derived, NOTHING)) expect(why).toMatch(/^[A-Z].+\.$/);
    }
  });
});
