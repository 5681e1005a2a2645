import { compareVerdicts } from "#lib/audits/verdict-order.ts";
import type { CheckEvidence, CheckLine, HandoverModel } from "./model.ts";
import { spanOf } from "./ref-spans.ts";
import { untilOf } from "./view-dates.ts";
import * as words from "./view-words.ts";
import { day } from "./view-words.ts";

/** Observations named beside a check; the appendix has all. */
const NAMED_MAX = 4;

export type StageView = ReturnType<typeof stagesView>[number];

export function stagesView(model: HandoverModel) {
  const evidence = new Map(model.evidence.map((row) => [row.ref, row]));
  const inAppendix = new Set(model.evidence.map((row) => row.check));
  return model.stages.map((stage) => ({
    id: stage.id,
    order: String(stage.order),
    title: stage.title,
    goal: stage.goal,
    exit: stage.exit,
    progress: `${stage.done} of ${stage.total}`,
    tones: stage.checks.map((check) => words.STATUS_MARKS[check.status].tone),
    rest: restOf(stage.checks),
    checks: stage.checks.map((check) => ({
      ...checkView(check, model, evidence),
      isSeen: inAppendix.has(check.id),
    })),
  }));
}

/** "1 failing, 2 without evidence", or nothing when all is done. */
function restOf(checks: readonly CheckLine[]): string {
  const labels = { failing: "failing", warning: "warning", stale: "stale", unknown: "without evidence" } as const;
  return Object.entries(labels)
    .map(([status, label]) => ({ label, count: checks.filter((check) => check.status === status).length }))
    .filter(({ count }) => count > 0)
    .map(({ label, count }) => `${count} ${label}`)
    .join(", ");
}

function checkView(check: CheckLine, model: HandoverModel, evidence: ReadonlyMap<string, CheckEvidence>) {
  const rows = check.evidence.flatMap((ref) => evidence.get(ref) ?? []);
  return {
    id: check.id,
    number: check.number,
    title: check.title,
    mark: words.STATUS_MARKS[check.status],
    line: check.line,
    why: check.why,
    owner: check.owner ?? "",
    cites: citesOf(check, rows),
    ...observationsOf(rows, model),
    attestations: check.attestations.map((attestation) => ({
      statement: attestation.statement,
      link: attestation.link,
      linkText: attestation.link ?? "",
      by: [
        `${attestation.isOverride ? "Overridden" : "Attested"} by ${attestation.author ?? "a former member"}`,
        day(attestation.observedAt),
        attestation.expiresAt === null ? "" : untilOf(attestation.expiresAt, model.generatedAt).toLowerCase(),
      ]
        .filter((part) => part !== "")
        .join(", "),
    })),
  };
}

/** What was seen, findings first and what does not apply last. With more than one host, each says whose it is. */
function observationsOf(rows: readonly CheckEvidence[], model: HandoverModel) {
  const named = rows.toSorted((a, b) => compareVerdicts(a.verdict, b.verdict)).slice(0, NAMED_MAX);
  return {
    seen: named.map((row) => ({
      ref: row.ref,
      summary: model.targets.length > 1 ? `${words.placeOf(row.target)}: ${row.summary}` : row.summary,
      mark: words.VERDICT_MARKS[row.verdict],
    })),
    more: rows.length > named.length ? `and ${rows.length - named.length} more in appendix A` : "",
  };
}

/** What a check rests on: the observations, run by run, each with its date. */
function citesOf(check: CheckLine, rows: readonly CheckEvidence[]): { refs: string; source: string }[] {
  const bySource = Map.groupBy(rows, (row) => `Run ${row.runNumber}, ${day(row.observedAt)}`);
  const observed = [...bySource].map(([source, group]) => ({ refs: spanOf(group.map((row) => row.ref)), source }));
  const attested = check.attestations.map((attestation) => ({
    refs: attestation.isOverride ? "Override" : "Attestation",
    source: `${attestation.author ?? "A former member"}, ${day(attestation.observedAt)}`,
  }));
  return [...observed, ...attested];
}
