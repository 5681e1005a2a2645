import { compareVerdicts } from "#lib/audits/verdict-order.ts";
import type { CheckId } from "#lib/roadmap/ids.ts";
import { capitalised, counted } from "#lib/roadmap/words.ts";
import type { CheckEvidence, CheckLine, HandoverModel } from "./model.ts";
import * as words from "./view-words.ts";
import { day, type Mark, minute } from "./view-words.ts";

/** The pack in the words that its pages print. PDF and HTML lay this out, so that both say the same. */
export type PackView = ReturnType<typeof packView>;

type Fact = { label: string; value: string };

/** Observations named beside a check; the appendix has all. */
const NAMED_MAX = 4;
/** Lines of evidence that a pass prints; what is wrong prints all. */
const PASS_FACTS_MAX = 6;

export function packView(model: HandoverModel) {
  const checks = new Map(model.stages.flatMap((stage) => stage.checks).map((check) => [check.id, check]));
  const checkName = (id: CheckId) => {
    const check = checks.get(id);
    return check ? `${check.number} ${check.title}` : id;
  };
  const generated = `${minute(model.generatedAt)} by ${model.generatedBy}`;
  return {
    title: `${model.project.name}: handover pack, version ${model.version}`,
    language: "en",
    name: model.project.name,
    description: model.project.description,
    version: `Version ${model.version}`,
    generatedAt: minute(model.generatedAt),
    generatedDay: day(model.generatedAt),
    generated,
    generatedBy: model.generatedBy,
    moment: momentOf(model.generatedAt),
    legend: Object.values(words.STATUS_MARKS),
    isDraft: model.isDraft,
    state: model.isDraft ? "Draft" : "Final",
    stateWhy: model.isDraft
      ? "This pack is a draft until every item of the minimum bar holds."
      : "Every item of the minimum bar held when this pack was made.",
    headline: model.answer.headline,
    lede: model.answer.lede,
    readiness: model.readiness.score === null ? "–" : String(model.readiness.score),
    readinessText: model.readiness.score === null ? "Nothing has been observed yet" : "of 100",
    gate: `${model.gate.held} of ${model.gate.total}`,
    blockers: String(model.risks.filter((risk) => risk.isBlocking).length),
    risksOpen: String(model.risksTotal),
    targets: model.targets.map((target) => ({ ...target, environment: capitalised(target.environment) })),
    summary: model.summary,
    gateItems: model.gate.items.map((item) => ({
      mark: words.GATE_MARKS[item.state],
      title: item.title,
      why: item.why,
      checks: item.checks.map((id) => checks.get(id)?.number ?? id).join(", "),
    })),
    stages: model.stages.map((stage) => ({
      id: stage.id,
      order: String(stage.order),
      title: stage.title,
      goal: stage.goal,
      exit: stage.exit,
      progress: `${stage.done} of ${stage.total}`,
      tones: stage.checks.map((check) => words.STATUS_MARKS[check.status].tone),
      rest: restOf(stage.checks),
      checks: stage.checks.map((check) => checkView(check, model)),
    })),
    risks: model.risks.map((risk) => ({
      number: String(risk.number),
      title: risk.title,
      mark: words.SEVERITY_MARKS[risk.severity],
      score: `${risk.likelihood} × ${risk.impact}`,
      state: `${words.RISK_STATE_WORDS[risk.state]}${risk.isBlocking ? ", holds the launch back" : ""}`,
      check: checkName(risk.check),
      target: risk.target ?? "",
      owner: risk.owner ?? "Nobody yet",
      due: risk.dueAt === null ? "" : day(risk.dueAt),
      cite: riskCite(risk),
      fix: codeIn(risk.fix ?? ""),
    })),
    risksNote:
      model.risksTotal > model.risks.length
        ? `The first ${model.risks.length} of ${model.risksTotal} open risks, by severity, then likelihood × impact, then age.`
        : "All open risks, by severity, then likelihood × impact, then age.",
    decisions: model.decisions.map((decision) => ({
      subject: decision.subject,
      decision: words.DECISION_WORDS[decision.decision],
      reason: decision.reason,
      compensatingControl: decision.compensatingControl,
      decider: decision.decider ?? "A former member",
      made: day(decision.createdAt),
      until: untilOf(decision.expiresAt, model.generatedAt),
    })),
    missing: model.missing.map((item) => ({ ...item, kind: words.MISSING_WORDS[item.kind] })),
    evidence: model.stages.flatMap((stage) => stage.checks).flatMap((check) => evidenceGroup(check, model)),
    evidenceNote:
      model.evidenceOmitted > 0
        ? `${capitalised(counted(model.evidenceOmitted, "more observation"))} did not fit here; passes were left out first. The runs hold all of them.`
        : "",
    readinessItems: model.readiness.items.map((item) => ({
      check: checkName(item.checkId),
      weight: String(item.weight),
      credit: item.credit === null ? "–" : `${Math.round(item.credit * 100)} %`,
      why: item.why,
    })),
    runs: model.runs.map((run) => ({
      number: String(run.number),
      startedBy: run.startedBy,
      finished: run.finishedAt === null ? "Not finished" : minute(run.finishedAt),
      algorithm: String(run.algorithm),
      targets: run.targets.join(", "),
    })),
  };
}

/** For the date in the document's own properties, in UTC. */
function momentOf(at: string) {
  const date = new Date(at);
  return {
    year: date.getUTCFullYear(),
    month: date.getUTCMonth() + 1,
    day: date.getUTCDate(),
    hour: date.getUTCHours(),
    minute: date.getUTCMinutes(),
    second: date.getUTCSeconds(),
  };
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

function checkView(check: CheckLine, model: HandoverModel) {
  return {
    number: check.number,
    title: check.title,
    mark: words.STATUS_MARKS[check.status],
    line: check.line,
    why: check.why,
    owner: check.owner ?? "",
    cites: citesOf(check, model),
    ...observationsOf(check, model),
    attestations: check.attestations.map((attestation) => ({
      statement: attestation.statement,
      link: attestation.link,
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
function observationsOf(check: CheckLine, model: HandoverModel) {
  const rows = model.evidence.filter((row) => check.evidence.includes(row.ref));
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
function citesOf(check: CheckLine, model: HandoverModel): { refs: string; source: string }[] {
  const rows = model.evidence.filter((row) => check.evidence.includes(row.ref));
  const bySource = Map.groupBy(rows, (row) => `Run ${row.runNumber}, ${day(row.observedAt)}`);
  const observed = [...bySource].map(([source, group]) => ({ refs: spanOf(group.map((row) => row.ref)), source }));
  const attested = check.attestations.map((attestation) => ({
    refs: attestation.isOverride ? "Override" : "Attestation",
    source: `${attestation.author ?? "A former member"}, ${day(attestation.observedAt)}`,
  }));
  return [...observed, ...attested];
}

/** `E3, E4, E5` → `E3–E5`. */
function spanOf(refs: readonly string[]): string {
  const spans: string[][] = [];
  for (const ref of refs) {
    const last = spans.at(-1);
    if (last && Number(last.at(-1)?.slice(1)) + 1 === Number(ref.slice(1))) last.push(ref);
    else spans.push([ref]);
  }
  return spans.map((span) => (span.length < 3 ? span.join(", ") : `${span[0]}–${span.at(-1)}`)).join(", ");
}

function riskCite(risk: HandoverModel["risks"][number]): string {
  if (risk.foundRun === null) return `Entered by hand, ${day(risk.createdAt)}`;
  const seen =
    risk.lastSeenRun === null || risk.lastSeenRun === risk.foundRun ? "" : `; last seen by run ${risk.lastSeenRun}`;
  return `Found by run ${risk.foundRun}, ${day(risk.createdAt)}${seen}`;
}

function untilOf(expiresAt: string | null, now: string): string {
  if (expiresAt === null) return "No end";
  return Date.parse(expiresAt) <= Date.parse(now) ? `Expired ${day(expiresAt)}` : `Until ${day(expiresAt)}`;
}

function evidenceGroup(check: CheckLine, model: HandoverModel) {
  const rows = model.evidence.filter((row) => row.check === check.id);
  if (rows.length === 0) return [];
  const alike = Map.groupBy(rows, (row) => (row.verdict === "not_applicable" ? idleKey(row) : row.ref));
  return [{ check: `${check.number} ${check.title}`, rows: [...alike.values()].flatMap(evidenceRow) }];
}

/** Rules that do not apply to a host for the same reason share a row. */
function idleKey(row: CheckEvidence): string {
  return JSON.stringify([row.target, row.summary, row.runNumber, minute(row.observedAt)]);
}

function evidenceRow(alike: readonly CheckEvidence[]) {
  const [row] = alike;
  if (!row) return [];
  const shown = row.verdict === "pass" ? row.evidence.slice(0, PASS_FACTS_MAX) : row.evidence;
  const left = row.evidence.length - shown.length;
  return [
    {
      ref: spanOf(alike.map(({ ref }) => ref)),
      mark: words.VERDICT_MARKS[row.verdict] satisfies Mark,
      rule: alike.map(({ rule }) => rule).join(", "),
      target: row.target,
      summary: row.summary,
      facts: shown satisfies Fact[],
      factsMore: left > 0 ? `and ${counted(left, "more line")} in run ${row.runNumber}` : "",
      day: day(row.observedAt),
      time: minute(row.observedAt).slice(day(row.observedAt).length + 2),
      run: `Run ${row.runNumber}`,
      /** What does not apply has nothing to repeat. */
      reproduce: row.verdict === "not_applicable" ? "" : row.reproduce,
    },
  ];
}

/** A text of the catalogue, in which what stands between backticks is to be typed as it is. */
function codeIn(text: string): { text: string; isCode: boolean }[] {
  return text
    .split("`")
    .map((part, place) => ({ text: part, isCode: place % 2 === 1 }))
    .filter((part) => part.text !== "");
}
