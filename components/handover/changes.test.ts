import { describe, expect, it } from "vitest";
import type { ModelChanges } from "#lib/handover/model-changes.ts";
import { changeGroups, changeSummary } from "./changes.ts";

const NONE: ModelChanges = {
  since: { version: 1, generatedAt: "2026-10-01T12:00:00.000Z", isDraft: true },
  readiness: { from: 62, to: 62 },
  gate: { from: { held: 3, total: 7 }, to: { held: 3, total: 7 }, won: [], lost: [] },
  risks: { new: [], fixed: [], changed: [] },
  checks: [],
  decisions: { new: [], expired: [] },
};

describe("what changed", () => {
  it("is no group when nothing did, and a summary all the same", () => {
    expect(changeGroups(NONE)).toEqual([]);
    expect(changeSummary(NONE)).toBe(
      "Readiness is 62, as before. 3 of 7 parts of the minimum bar hold, as many as before.",
    );
  });

  it("parts what is better from what is worse, in lines that stand by themselves", () => {
    const changes: ModelChanges = {
      ...NONE,
      readiness: { from: null, to: 70 },
      gate: {
        from: { held: 3, total: 7 },
        to: { held: 4, total: 7 },
        won: [{ id: "https-everywhere", title: "HTTPS everywhere" }],
        lost: [],
      },
      risks: {
        new: [{ number: 9, title: "One can deploy", severity: "high" }],
        fixed: [{ number: 2, title: "No HSTS", severity: "medium" }],
        changed: [{ number: 4, title: "No backups", severity: "low", what: ["owner is now Mira"] }],
      },
      checks: [
        { id: "dns-status", number: "3.1", title: "DNS", from: "failing", to: "verified", isBetter: true },
        { id: "uptime-checks", number: "6.1", title: "Uptime", from: "attested", to: "stale", isBetter: false },
      ],
      decisions: {
        new: [{ subject: "Risk 4: No backups", decision: "Deferred", decider: "Mira" }],
        expired: [{ subject: "Risk 1: Old", decision: "Accepted", decider: null }],
      },
    };
    const told = changeGroups(changes).map(({ title, lines }) => [title, ...lines.map((l) => `${l.text}: ${l.note}`)]);
    expect(told).toEqual([
      [
        "Better",
        "HTTPS everywhere: part of the minimum bar, and holds now",
        "No HSTS: risk 2, no longer open",
        "DNS: failing before, verified now",
      ],
      [
        "Worse or new",
        "One can deploy: risk 9, new, high",
        "Uptime: attested before, stale now",
        "Risk 1: Old: Accepted: expired",
      ],
      ["Decided and changed", "Risk 4: No backups: Deferred, by Mira", "No backups: risk 4: owner is now Mira"],
    ]);
    expect(changeSummary(changes)).toBe(
      "Readiness went from unknown to 70. 4 of 7 parts of the minimum bar hold; it was 3.",
    );
    const keys = changeGroups(changes).flatMap(({ lines }) => lines.map(({ key }) => key));
    expect(new Set(keys).size).toBe(keys.length);
  });
});
