import { describe, expect, it } from "vitest";
import type { DecisionStanding } from "./decision-standing.ts";
import { DELIVERABLE_CHECKS, type DeliverableFacts, deriveDeliverables } from "./deliverables.ts";
import { type CheckId, DELIVERABLE_IDS, type DeliverableId } from "./ids.ts";
import type { DerivedById } from "./status.ts";
import { sampleCheck, sampleChecks } from "./testing/samples.ts";

const NOTHING: DeliverableFacts = {
  finishedRuns: 0,
  openRisks: [],
  unauditedHosts: [],
  openGate: [],
  draftPacks: 0,
  finalPacks: 0,
};
const VERIFIED = sampleChecks("verified");
const EMPTY = sampleChecks("unknown");

function risk(number: number, standing: DecisionStanding = "decided", checkId: CheckId = "https-everywhere") {
  return { number, title: `Fault ${number}.`, checkId, standing };
}

function read(id: DeliverableId, derived: DerivedById, facts: Partial<DeliverableFacts> = {}) {
  const found = deriveDeliverables(derived, { ...NOTHING, ...facts }).find((one) => one.id === id);
  if (!found) throw new Error(id);
  return found;
}

describe("deriveDeliverables", () => {
  it("gives all 13 in the order of their ids, and has no data in an empty project", () => {
    const all = deriveDeliverables(EMPTY, NOTHING);
    expect(all.map(({ id }) => id)).toEqual([...DELIVERABLE_IDS]);
    expect(new Set(all.map((one) => one.state))).toEqual(new Set(["no_data"]));
  });

  it("is complete throughout when all is proven and recorded, and then misses nothing", () => {
    const all = deriveDeliverables(VERIFIED, { ...NOTHING, finishedRuns: 3, finalPacks: 1 });
    expect(all.map(({ state, missing }) => [state, missing])).toEqual(all.map(() => ["complete", []]));
  });

  it("says of each that is not complete what it takes", () => {
    for (const derived of [EMPTY, sampleChecks("failing"), sampleChecks("stale")]) {
      for (const { missing } of deriveDeliverables(derived, NOTHING)) {
        expect(missing.length).toBeGreaterThan(0);
        for (const { what } of missing) expect(what).toMatch(/^[A-Z].+\.$/);
      }
    }
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
    expect(read("email-setup", sampleChecks("verified", { "email-authentication": status })).state).toBe(expected);
  });

  it("names what is still open, and where to mend it", () => {
    const target = sampleCheck("dns-target", "unknown", { why: "Not checked in full yet." });
    expect(read("domain-setup", sampleChecks("verified", { "dns-target": target }))).toMatchObject({
      state: "incomplete",
      why: "Still open: “DNS target”.",
      missing: [{ what: "DNS target: Not checked in full yet.", place: { kind: "check", id: "dns-target" } }],
    });
  });

  it("is not whole while a host was found that nobody audits", () => {
    expect(read("domain-setup", VERIFIED, { unauditedHosts: ["old.example.com"] })).toMatchObject({
      state: "incomplete",
      why: "One host that audits came across is not among them yet.",
      missing: [{ place: { kind: "page", page: "domains" } }],
    });
    expect(read("domain-setup", EMPTY, { unauditedHosts: ["old.example.com"] }).state).toBe("no_data");
  });

  it("does not prove access while a fault of it stands, whatever the checks say", () => {
    expect(read("authorization-fixed", VERIFIED, { openRisks: [risk(4, "decided", "token-rejection")] })).toMatchObject(
      {
        state: "incomplete",
        why: "One access fault in the register still stands.",
        missing: [{ what: "Risk 4 still stands: Fault 4.", place: { kind: "risk", number: 4 } }],
      },
    );
    expect(read("authorization-fixed", VERIFIED, { openRisks: [risk(4)] }).state).toBe("complete");
  });

  it.each([
    ["risk-register", { finishedRuns: 1 }, "complete"],
    ["risk-register", { openRisks: [risk(1), risk(2)] }, "incomplete"],
    ["decision-list", { finishedRuns: 1, openRisks: [risk(1), risk(2, "undecided")] }, "incomplete"],
    ["decision-list", { finishedRuns: 1, openRisks: [risk(1)] }, "complete"],
    ["decision-list", { finishedRuns: 1 }, "complete"],
    ["handover-pack", { draftPacks: 2 }, "incomplete"],
    ["handover-pack", { draftPacks: 2, finalPacks: 1 }, "complete"],
  ] as const)("reads %s from the project's records %j as %s", (id, facts, expected) => {
    expect(read(id, VERIFIED, facts).state).toBe(expected);
  });

  it.each([
    ["lapsed", "the decision has expired"],
    ["needs_second", "putting it off takes a second person"],
    ["waiting", "a proposal waits for the person who may decide"],
    ["undecided", "nobody has decided"],
  ] as const)("asks for a decision that is %s", (standing, words) => {
    expect(read("decision-list", VERIFIED, { openRisks: [risk(1), risk(7, standing)] }).missing).toEqual([
      { what: `Risk 7, Fault 7: ${words}.`, place: { kind: "risk", number: 7 } },
    ]);
  });

  it("needs the gate, and then a version, for a final pack", () => {
    const openGate = [{ id: "safe-logging" as const, title: "Safe logging", why: "No evidence yet." }];
    expect(read("handover-pack", VERIFIED, { openGate, draftPacks: 1 }).missing.map(({ place }) => place)).toEqual([
      { kind: "gate", id: "safe-logging" },
      { kind: "page", page: "handover" },
    ]);
    expect(read("handover-pack", VERIFIED).missing).toMatchObject([{ what: "Make a version: it will be final." }]);
  });

  it("gives each a one-sentence reason", () => {
    for (const derived of [VERIFIED, EMPTY, sampleChecks("failing")]) {
      for (const { why } of deriveDeliverables(derived, NOTHING)) expect(why).toMatch(/^[A-Z].+\.$/);
    }
  });

  it("knows the checks whose evidence each shows", () => {
    expect(Object.keys(DELIVERABLE_CHECKS).toSorted()).toEqual([...DELIVERABLE_IDS].toSorted());
    expect(DELIVERABLE_CHECKS["domain-setup"]).toHaveLength(3);
    expect(DELIVERABLE_CHECKS["risk-register"]).toEqual([]);
  });
});
