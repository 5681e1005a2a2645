import { describe, expect, it } from "vitest";
import { BLOCKER_ORDER } from "../blockers.ts";
import { sampleDecision, sampleDetail, sampleEvidence, sampleSheetRisk } from "../testing/sheet-samples.ts";
import type { Artefact, SheetEvidence, SheetRisk } from "./artefact.ts";
import type { Block, Cell } from "./block.ts";
import { sheetOf } from "./sheet-of.ts";

function blocks(artefact: Artefact, evidence: SheetEvidence[] = []): Block[] {
  return sheetOf(sampleDetail(artefact, { evidence })).blocks;
}

function rows(artefact: Artefact, title: string): Cell[][] {
  const block = blocks(artefact).find((one) => one.title === title);
  if (block?.kind !== "table") throw new Error(`No table “${title}”`);
  return block.rows;
}

const decisions = (risks: SheetRisk[]): Artefact => ({ kind: "decisions", risks, waivers: [], overrides: [] });
const EMPTY: Artefact[] = [
  { kind: "register", blockers: [], blockersTotal: 0, totals: [] },
  decisions([]),
  { kind: "repairs", fixed: [], open: [] },
  { kind: "domains", hosts: [] },
  { kind: "mail", domains: [] },
  { kind: "caching", assets: [] },
  { kind: "rotation", runbooks: [] },
  { kind: "monitoring", providers: [] },
  { kind: "incident", failing: [], providers: [], deployments: [] },
  { kind: "packs", packs: [] },
];

describe("sheetOf", () => {
  it.each(EMPTY)("says of an empty $kind in a sentence that there is nothing", (artefact) => {
    for (const block of blocks(artefact)) {
      if (block.kind === "table") {
        expect(block.rows).toEqual([]);
        expect(block.empty).toMatch(/^[A-Z].+\.$/);
      }
    }
  });

  it("gives no two parts of one sheet the same title, and each row a cell per column", () => {
    const all: Artefact[] = [
      { kind: "register", blockers: [sampleSheetRisk()], blockersTotal: 1, totals: [] },
      decisions([
        sampleSheetRisk({ decision: sampleDecision() }),
        sampleSheetRisk({ number: 2, proposal: sampleDecision() }),
        sampleSheetRisk({ number: 3, title: "No multi-region", rule: null }),
      ]),
      { kind: "repairs", fixed: [sampleSheetRisk()], open: [sampleSheetRisk()] },
    ];
    for (const artefact of all) {
      const found = blocks(artefact, [sampleEvidence()]);
      expect(new Set(found.map(({ title }) => title)).size).toBe(found.length);
      for (const block of found) {
        if (block.kind === "table") for (const row of block.rows) expect(row).toHaveLength(block.columns.length);
      }
    }
  });

  it("prints the published order beside the blockers, and how many there are in all", () => {
    const [first] = blocks({ kind: "register", blockers: [sampleSheetRisk()], blockersTotal: 14, totals: [] });
    expect(first?.note).toBe(`In this order: ${BLOCKER_ORDER}. 1 of 14 are shown.`);
  });

  it("cites the run that saw a risk last, or who brought it", () => {
    const proof = (risk: SheetRisk) =>
      rows({ kind: "register", blockers: [risk], blockersTotal: 1, totals: [] }, "Top ten launch blockers")[0]?.at(-1);
    expect(proof(sampleSheetRisk())).toEqual({ text: "Run 2", place: { kind: "run", number: 2 } });
    const byHand = sampleSheetRisk({ foundRun: null, lastSeenRun: null });
    expect(proof(byHand)).toMatchObject({ note: "written down by hand" });
    expect(proof({ ...byHand, tool: "gitleaks" })).toMatchObject({ note: "found by gitleaks" });
  });

  it("honestly says what no rule gathers", () => {
    const remark = (...evidence: SheetEvidence[]) => sheetOf(sampleDetail({ kind: "evidence" }, { evidence })).remark;
    expect(remark()).toBeNull();
    expect(remark(sampleEvidence({ isByRules: true }))).toBeNull();
    expect(remark(sampleEvidence({ status: "attested" }))).toBe(
      "No rule gathers this yet: it rests on what people stated for “Rate limits”.",
    );
    expect(remark(sampleEvidence({ status: "unknown" }))).toBe(
      "No rule gathers this yet: it is complete once “Rate limits” is attested.",
    );
    expect(
      remark(sampleEvidence({ isByRules: true }), sampleEvidence({ checkId: "cache-safety", status: "stale" })),
    ).toBe("No rule gathers “Cache safety” yet: it is complete once “Cache safety” is attested.");
  });
});

describe("the decision list", () => {
  it("puts each risk where it belongs", () => {
    const risks = [
      sampleSheetRisk({ number: 1, decision: sampleDecision({ treatment: "fix_now", expiresAt: null }) }),
      sampleSheetRisk({ number: 2, decision: sampleDecision() }),
      sampleSheetRisk({ number: 3, decision: sampleDecision({ treatment: "accept" }) }),
      sampleSheetRisk({ number: 4, decision: sampleDecision({ isExpired: true, isInForce: false }) }),
      sampleSheetRisk({ number: 5, proposal: sampleDecision({ decider: null }) }),
      sampleSheetRisk({ number: 6 }),
    ];
    const numbers = (title: string) => rows(decisions(risks), title).map((row) => row[1]?.text.split(".")[0]);
    expect(numbers("Fix now")).toEqual(["1"]);
    expect(numbers("Deferred")).toEqual(["2"]);
    expect(numbers("Accepted")).toEqual(["3"]);
    expect(numbers("No longer in force")).toEqual(["4"]);
    expect(numbers("Waiting for a word")).toEqual(["5"]);
    expect(numbers("Not decided yet")).toEqual(["6"]);
  });

  it("marks what has run out as a blocker, and what lacks a second person", () => {
    const last = (decision: Partial<ReturnType<typeof sampleDecision>>) =>
      rows(
        decisions([sampleSheetRisk({ decision: sampleDecision({ ...decision, isInForce: false }) })]),
        "No longer in force",
      )[0]?.at(-1);
    expect(last({ isExpired: true })).toMatchObject({ note: "expired; it blocks the launch", mark: { tone: "bad" } });
    expect(last({})).toMatchObject({ note: "takes a second person; it blocks the launch" });
  });

  it("names both people behind a decision by two", () => {
    const decision = sampleDecision({ isByTwo: true, askedBy: { name: "Jon" } });
    expect(rows(decisions([sampleSheetRisk({ decision })]), "Deferred")[0]?.[5]?.text).toBe("Jon and Mira");
  });

  it("proposes to put off what should not be built yet, with the reason", () => {
    const risk = sampleSheetRisk({ number: 9, title: "Build a policy engine", rule: null });
    expect(rows(decisions([risk]), "Proposed to wait")).toMatchObject([
      [
        { text: "9. Build a policy engine" },
        { text: "A complex permission system" },
        {},
        { note: "at the latest in 90 days" },
      ],
    ]);
  });
});
