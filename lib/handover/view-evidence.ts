import { compareVerdicts } from "#lib/audits/verdict-order.ts";
import { capitalised, counted } from "#lib/roadmap/words.ts";
import type { CheckEvidence, HandoverModel } from "./model.ts";
import { spanOf } from "./ref-spans.ts";
import * as words from "./view-words.ts";
import { day, minute } from "./view-words.ts";

/** Observations from which each stage's evidence begins a page; the compiler lays such parts out side by side. */
const LARGE = 300;

/** Check by check and host by host: what is wrong in full, what passes in a line each. */
export function evidenceView(model: HandoverModel) {
  const byCheck = Map.groupBy(model.evidence, (row) => row.check);
  let lastStage: string | undefined;
  return model.stages
    .flatMap((stage) => stage.checks.map((check) => ({ ...check, stage: stage.id })))
    .flatMap((check) => {
      const rows = byCheck.get(check.id);
      if (!rows) return [];
      const beginsPage = model.evidence.length > LARGE && lastStage !== undefined && lastStage !== check.stage;
      lastStage = check.stage;
      const hosts = [...Map.groupBy(rows, (row) => row.target)].map(([target, own]) => hostView(target, own));
      return [{ id: check.id, check: `${check.number} ${check.title}`, beginsPage, hosts }];
    });
}

function hostView(target: string, rows: readonly CheckEvidence[]) {
  const sources = [...Map.groupBy(rows, sourceOf)].toSorted(([, a], [, b]) => b.length - a.length);
  const [source = ""] = sources.map(([name]) => name);
  /** Said at the head for most, and in the line for the others. */
  const own = (row: CheckEvidence) => (sourceOf(row) === source ? "" : sourceOf(row));
  const of = (isWanted: (row: CheckEvidence) => boolean) => rows.filter(isWanted);
  const passes = of(({ verdict }) => verdict === "pass");
  const idle = of(({ verdict }) => verdict === "not_applicable");
  return {
    host: words.placeOf(target),
    target,
    source,
    full: of(({ verdict }) => verdict !== "pass" && verdict !== "not_applicable")
      .toSorted((a, b) => compareVerdicts(a.verdict, b.verdict))
      .map(fullRow),
    passes: passes.map((row) => ({
      ref: row.ref,
      summary: row.summary,
      rule: row.rule,
      source: own(row),
    })),
    /** Rules that do not apply for the same reason share a line. */
    idle: [...Map.groupBy(idle, (row) => row.summary)].map(([summary, alike]) => ({
      ref: spanOf(alike.map(({ ref }) => ref)),
      summary,
      rule: alike.map(({ rule }) => rule).join(", "),
    })),
  };
}

const sourceOf = (row: CheckEvidence) => `Run ${row.runNumber}, ${day(row.observedAt)}`;

function fullRow(row: CheckEvidence) {
  return {
    ref: row.ref,
    mark: words.VERDICT_MARKS[row.verdict],
    rule: row.rule,
    summary: row.summary,
    facts: row.evidence,
    source: `Run ${row.runNumber}, ${minute(row.observedAt)}`,
    reproduce: row.reproduce,
  };
}

export function evidenceNote({ evidenceOmitted }: HandoverModel): string {
  return evidenceOmitted > 0
    ? `${capitalised(counted(evidenceOmitted, "more observation"))} did not fit here; passes were left out first. The runs hold all of them.`
    : "";
}
