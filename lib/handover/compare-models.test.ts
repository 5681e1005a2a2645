import { describe, expect, it } from "vitest";
import { buildHandover } from "./build-handover.ts";
import { compareModels } from "./compare-models.ts";
import type { HandoverModel } from "./model.ts";
import { SAMPLE_NOW, sampleData, sampleModel } from "./testing/sample-data.ts";

const NEXT_WEEK = new Date("2026-12-16T09:30:00.000Z");
const before = buildHandover(sampleData(), SAMPLE_NOW);

/** The sample a while later, with what is changed in it. */
function later(change: (data: ReturnType<typeof sampleData>) => void): HandoverModel {
  const data = sampleData();
  change(data);
  return buildHandover({ ...data, version: 4 }, NEXT_WEEK);
}

describe("compareModels", () => {
  it("finds nothing between a model and itself", () => {
    expect(compareModels(before, before)).toEqual({
      since: { version: 3, generatedAt: before.generatedAt, isDraft: true },
      readiness: { from: 69, to: 69 },
      gate: { from: { held: 6, total: 9 }, to: { held: 6, total: 9 }, won: [], lost: [] },
      risks: { new: [], fixed: [], changed: [] },
      checks: [],
      decisions: { new: [], expired: [] },
    });
  });

  it("tells new, fixed and changed risks apart", () => {
    const after = later((data) => {
      const [first, second, ...rest] = data.risks;
      if (!first || !second) throw new Error("The sample has risks.");
      const changed = { ...second, severity: "high" as const, owner: null, isBlocking: false, impact: 4 };
      data.risks = [{ ...first, number: 20, title: "Another" }, changed, ...rest];
    });
    const { risks } = compareModels(before, after);
    expect(risks.new).toEqual([{ number: 20, title: "Another", severity: "critical" }]);
    expect(risks.fixed.map(({ number }) => number)).toEqual([3]);
    expect(risks.changed).toMatchObject([
      {
        number: 4,
        what: [
          "severity critical → high",
          "likelihood × impact 3 × 5 → 3 × 4",
          "no longer holds the launch back",
          "has no owner any more",
        ],
      },
    ]);
  });

  it("takes no old risk for new that the earlier model had no room for", () => {
    const old = { ...before, risks: before.risks.slice(0, 10) };
    expect(compareModels(old, before).risks.new).toEqual([]);
  });

  it("tells what the gate won and lost, and which checks moved to the better or the worse", () => {
    const after = later((data) => {
      data.gate.items = data.gate.items.map((item) =>
        item.id === "authorization"
          ? { ...item, holds: true, state: "holds" as const }
          : item.id === "safe-logging"
            ? { ...item, holds: false, state: "failing" as const }
            : item,
      );
      for (const check of data.stages.flatMap((stage) => stage.checks)) {
        if (check.id === "role-boundaries") check.status = "verified";
        if (check.id === "log-masking") check.status = "failing";
      }
    });
    const { gate, checks } = compareModels(before, after);
    expect([gate.won.map(({ id }) => id), gate.lost.map(({ id }) => id)]).toEqual([
      ["authorization"],
      ["safe-logging"],
    ]);
    expect(checks.map(({ id, from, to, isBetter }) => [id, from, to, isBetter])).toEqual([
      ["role-boundaries", "failing", "verified", true],
      ["log-masking", "verified", "failing", false],
    ]);
  });

  it("tells new decisions, and those that ended in between", () => {
    const after = later((data) => {
      const [first] = data.decisions;
      if (!first) throw new Error("The sample has a decision.");
      data.decisions = [
        { ...first, subject: "Risk 9: Another", createdAt: "2026-12-01T09:00:00.000Z", expiresAt: null },
        ...data.decisions,
      ];
    });
    const { decisions } = compareModels(before, after);
    expect(decisions.new).toEqual([{ subject: "Risk 9: Another", decision: "Deferred", decider: "Mira Kovač" }]);
    expect(decisions.expired.map(({ subject }) => subject)).toEqual([
      "Risk 6: Prompts keep customer names for 30 days",
    ]);
  });

  it("is in the model of a version that has an earlier one", () => {
    expect(sampleModel().changes).toMatchObject({ since: { version: 2 }, readiness: { from: 52, to: 69 } });
    expect(before.changes).toBeNull();
  });
});
