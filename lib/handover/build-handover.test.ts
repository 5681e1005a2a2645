import { describe, expect, it } from "vitest";
import { buildHandover } from "./build-handover.ts";
import { handoverModelSchema } from "./model.ts";
import { packView } from "./pack-view.ts";
import { SAMPLE_NOW, sampleData, sampleModel } from "./testing/sample-data.ts";

describe("buildHandover", () => {
  it("is a document that its own schema accepts, also after a way through JSON", () => {
    const model = sampleModel();
    expect(handoverModelSchema.parse(JSON.parse(JSON.stringify(model)))).toEqual(model);
  });

  it("shows all 35 checks in seven stages, numbered by place", () => {
    const { stages } = sampleModel();
    expect(stages).toHaveLength(7);
    expect(stages.flatMap((stage) => stage.checks)).toHaveLength(35);
    expect(stages[2]?.checks.map((check) => check.number)).toEqual(["3.1", "3.2", "3.3", "3.4", "3.5", "3.6"]);
  });

  it("is a draft until every item of the gate that applies holds", () => {
    const data = sampleData();
    const holding = data.gate.items.map((item) => ({ ...item, holds: true, state: "holds" as const }));
    const [first, ...rest] = holding;
    if (!first) throw new Error("The sample has a gate.");
    const withGate = (items: typeof data.gate.items) => buildHandover({ ...data, gate: { items } }, SAMPLE_NOW);
    expect(sampleModel().isDraft).toBe(true);
    expect(withGate(holding).isDraft).toBe(false);
    expect(withGate([{ ...first, holds: false, state: "not_applicable" }, ...rest])).toMatchObject({
      isDraft: false,
      gate: { held: 8, total: 8 },
    });
    expect(withGate([{ ...first, holds: false, state: "stale" }, ...rest]).isDraft).toBe(true);
    expect(withGate([]).isDraft).toBe(true);
  });

  it("holds every risk; ten of them stand in front, and all in the register", () => {
    const model = sampleModel();
    const view = packView(model);
    expect(model).toMatchObject({ risksTotal: 11 });
    expect(model.risks).toHaveLength(11);
    expect(view.risks.map((risk) => risk.number)).toEqual(["3", "4", "5", "6", "7", "8", "9", "10", "11", "12"]);
    expect(view.risksNote).toMatch(/^The first 10 of 11 open risks/);
    expect(view.register).toHaveLength(11);
  });

  it("says what is missing: open gate items, unproven checks, and what it was told", () => {
    const { missing } = sampleModel();
    expect(missing.filter((item) => item.kind === "gate")).toHaveLength(3);
    expect(missing.filter((item) => item.kind === "check").map((item) => item.title)).toContain(
      "7.5 Links, owners and deploy steps are complete",
    );
    expect(missing.filter((item) => item.kind === "other")).toHaveLength(2);
  });

  it("leaves out passes before findings when there are too many observations, and says how many", () => {
    const data = sampleData();
    const row = data.stages[2]?.checks[0]?.evidence[0];
    if (!row) throw new Error("The sample has evidence.");
    const rows = Array.from({ length: 2_500 }, (_, index) => ({
      ...row,
      rule: `r/${index}`,
      verdict: index < 2_400 ? ("pass" as const) : ("fail" as const),
    }));
    for (const check of data.stages.flatMap((stage) => stage.checks)) check.evidence = [];
    const check = data.stages[2]?.checks[0];
    if (check) check.evidence = rows;
    const model = buildHandover(data, SAMPLE_NOW);
    expect(model.evidence).toHaveLength(2_000);
    expect(model.evidence.filter((kept) => kept.verdict === "fail")).toHaveLength(100);
    expect(model.evidenceOmitted).toBe(500);
  });
});

describe("citations", () => {
  it("gives every check with evidence its references, its run and its date", () => {
    const model = sampleModel();
    const view = packView(model);
    for (const [index, check] of model.stages.flatMap((stage) => stage.checks).entries()) {
      const shown = view.stages.flatMap((stage) => stage.checks)[index];
      const hasSource = check.source !== "none" || check.evidence.length > 0;
      expect(shown?.cites.length ?? 0, check.id).toBeGreaterThan(hasSource ? 0 : -1);
      for (const cite of shown?.cites ?? [])
        expect(cite.source, check.id).toMatch(/^(Run \d+|Mira Kovač), \d+ \w{3} 2026$/);
    }
  });

  it("cites only observations and runs that the appendix lists", () => {
    const model = sampleModel();
    const refs = new Set(model.evidence.map((row) => row.ref));
    const runs = new Set(model.runs.map((run) => run.number));
    for (const check of model.stages.flatMap((stage) => stage.checks)) {
      for (const ref of check.evidence) expect(refs).toContain(ref);
    }
    for (const row of model.evidence) expect(runs).toContain(row.runNumber);
  });

  it("gives each risk the run that found it or the date it was entered", () => {
    for (const risk of packView(sampleModel()).risks) expect(risk.cite).toMatch(/(run \d+|by hand), 21 Nov 2026/);
  });
});

describe("many rules and hosts", () => {
  const observation = (rule: string, verdict: "pass" | "not_applicable" | "fail", target: string) => ({
    rule,
    target,
    verdict,
    summary: verdict === "not_applicable" ? "This host only leads on." : `${rule} was seen.`,
    evidence: Array.from({ length: 9 }, (_, place) => ({ label: "line", value: String(place) })),
    observedAt: SAMPLE_NOW.toISOString(),
    runNumber: 14,
    reproduce: "curl -sS https://ops.example.test/",
  });

  function viewOf(evidence: ReturnType<typeof observation>[]) {
    const data = sampleData();
    for (const check of data.stages.flatMap((stage) => stage.checks)) check.evidence = [];
    const check = data.stages[2]?.checks[0];
    if (check) check.evidence = evidence;
    const environment = "production";
    const targets = ["a", "b"].map((name) => ({ url: `https://${name}.test/`, environment, link: null }));
    return packView(buildHandover({ ...data, targets }, SAMPLE_NOW));
  }

  const view = viewOf([
    observation("edge/one", "not_applicable", "https://a.test/"),
    observation("edge/two", "not_applicable", "https://a.test/"),
    observation("edge/two", "not_applicable", "https://b.test/"),
    observation("edge/three", "pass", "https://a.test/"),
    observation("edge/four", "fail", "https://b.test/"),
  ]);
  const hosts = view.evidence.flatMap((group) => group.hosts);

  it("names the host of each finding, what is wrong first and what does not apply last", () => {
    expect(view.stages[2]?.checks[0]?.seen.map(({ summary }) => summary)).toEqual([
      "b.test: edge/four was seen.",
      "a.test: edge/three was seen.",
      "a.test: This host only leads on.",
      "a.test: This host only leads on.",
    ]);
  });

  it("gives one line to the rules that do not apply to a host for the same reason", () => {
    expect(hosts.flatMap(({ host, idle }) => idle.map(({ rule }) => [host, rule]))).toEqual([
      ["a.test", "edge/one, edge/two"],
      ["b.test", "edge/two"],
    ]);
  });

  it("prints what is wrong in full, and what passes in a line", () => {
    const [failure, ...others] = hosts.flatMap(({ full }) => full);
    expect(others).toEqual([]);
    expect(failure).toMatchObject({ rule: "edge/four", reproduce: "curl -sS https://ops.example.test/" });
    expect(failure?.facts).toHaveLength(9);
    expect(hosts.flatMap(({ passes }) => passes)).toEqual([
      { ref: "E4", summary: "edge/three was seen.", rule: "edge/three", source: "" },
    ]);
  });

  it("prints what is to be typed as code, without its backticks", () => {
    const data = sampleData();
    const [risk] = data.risks;
    if (!risk) throw new Error("The sample has a risk.");
    const [shown] = packView(buildHandover({ ...data, risks: [{ ...risk, fix: "Send `X: y`." }] }, SAMPLE_NOW)).risks;
    expect(shown?.fix).toEqual([
      { text: "Send ", isCode: false },
      { text: "X: y", isCode: true },
      { text: ".", isCode: false },
    ]);
  });
});
