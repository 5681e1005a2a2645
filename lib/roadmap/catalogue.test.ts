import { describe, expect, it } from "vitest";
import { roadmapDocument } from "./catalogue.ts";
import { AUTOMATION_IDS, CHECK_IDS, DELIVERABLE_IDS, GATE_IDS, SIGNAL_IDS, STAGE_IDS } from "./ids.ts";
import { CHECKS, checkById, DELIVERABLES, SIGNALS, STAGES, stageOf } from "./stages.ts";

const { stages, gate, automations, guards } = roadmapDocument();
const checks = stages.flatMap((stage) => stage.checks);
const deliverables = stages.flatMap((stage) => stage.deliverables);
const signals = stages.flatMap((stage) => stage.signals);
const ids = (list: readonly { id: string }[]) => list.map(({ id }) => id);

describe("the catalogue", () => {
  it.each([
    ["stages", ids(stages), STAGE_IDS, 7],
    ["checks", ids(checks), CHECK_IDS, 35],
    ["deliverables", ids(deliverables), DELIVERABLE_IDS, 13],
    ["signals", ids(signals), SIGNAL_IDS, 19],
    ["gate items", ids(gate), GATE_IDS, 9],
    ["automations", ids(automations), AUTOMATION_IDS, 7],
  ] as const)("lists its %s exactly once, in the order of the ids", (_, listed, expected, count) => {
    expect(listed).toEqual([...expected]);
    expect(new Set(listed).size).toBe(count);
  });

  it("names seven things not to overbuild, each with when to look again", () => {
    expect(new Set(ids(guards)).size).toBe(7);
    for (const guard of guards) expect(guard.revisit).toMatch(/^When .+\.$/);
  });

  it("has kebab-case ids only", () => {
    const all = [stages, checks, deliverables, signals, gate, automations, guards].flatMap((list) => ids(list));
    for (const id of all) expect(id).toMatch(/^[a-z0-9]+(-[a-z0-9]+)*$/);
  });

  it("numbers the stages from one and gives each a goal and an exit", () => {
    expect(stages.map((stage) => stage.order)).toEqual([1, 2, 3, 4, 5, 6, 7]);
    for (const stage of stages) {
      expect(stage.goal).toMatch(/\.$/);
      expect(stage.exit).toMatch(/\.$/);
    }
  });

  it.each(checks)("says for $id what must hold, why, and how to fix it", (check) => {
    for (const text of [check.bar, check.why, check.fix]) expect(text).toMatch(/^[A-Z“].{40,}\.$/);
    expect(check.shortTitle.split(" ").length).toBeLessThanOrEqual(3);
    expect(check.shortTitle.length).toBeLessThanOrEqual(20);
    expect([1, 2, 3, 4, 5]).toContain(check.weight);
    expect([7, 30, 90]).toContain(check.freshDays);
  });

  it.each(checks)("refers $id to at least one standard, over https", (check) => {
    expect(check.references.length).toBeGreaterThan(0);
    for (const { url, label } of check.references) {
      expect(new URL(url).protocol).toBe("https:");
      expect(label.trim()).not.toBe("");
    }
    expect(new Set(check.references.map(({ url }) => url)).size).toBe(check.references.length);
  });

  it("derives every gate item from checks that exist, none of them twice", () => {
    const used = gate.flatMap((item) => item.checks);
    for (const item of gate) expect(item.checks.length).toBeGreaterThan(0);
    for (const id of used) expect(CHECK_IDS).toContain(id);
    expect(new Set(used).size).toBe(used.length);
  });

  it("asks for evidence of the last week where access depends on it", () => {
    for (const item of gate.filter(({ id }) => id === "auth-enforced" || id === "authorization")) {
      for (const id of item.checks) expect(CHECKS[id].freshDays).toBe(7);
    }
  });

  it("survives JSON, as the API sends it", () => {
    expect(JSON.parse(JSON.stringify(roadmapDocument()))).toEqual(roadmapDocument());
  });
});

describe("looking up", () => {
  it("lists deliverables and signals as the stages do", () => {
    expect([...DELIVERABLES, ...SIGNALS]).toEqual([...deliverables, ...signals]);
  });

  it("finds a check and its stage by id", () => {
    expect(checkById("rate-limits")).toBe(CHECKS["rate-limits"]);
    expect(stageOf("rate-limits").id).toBe("resilience");
    expect(CHECK_IDS.map((id) => CHECKS[id].id)).toEqual([...CHECK_IDS]);
  });

  it.each(["", "nope", "constructor", "__proto__"])("has no check for %j", (id) => {
    expect(checkById(id)).toBeUndefined();
  });

  it("keeps each check in exactly one stage", () => {
    for (const id of CHECK_IDS)
      expect(STAGES.filter((stage) => stage.checks.includes(CHECKS[id]))).toEqual([stageOf(id)]);
  });
});
