import type { Verdict } from "#lib/audits/types.ts";
import type { CheckId } from "#lib/roadmap/ids.ts";
import type { CheckStatus } from "#lib/roadmap/status.ts";
import { capitalised, counted, inWords, listed } from "#lib/roadmap/words.ts";
import { compareModels } from "./compare-models.ts";
import type { CheckData, HandoverData } from "./data.ts";
import { executiveOf } from "./executive.ts";
import { glossaryOf } from "./glossary.ts";
import {
  type CheckEvidence,
  type HandoverModel,
  handoverModelSchema,
  type Missing,
  type StageChapter,
} from "./model.ts";
import { cleanData, safeLink } from "./sanitize.ts";
import { day } from "./view-words.ts";

/** Risks and observations printed; a pack stays a document, and its rendering within seconds. */
const RISKS_MAX = 1_000;
const EVIDENCE_MAX = 2_000;
/** Points of the readiness chart; of more, every so many-th is taken, and the last. */
const POINTS_MAX = 120;
/** Sign-offs printed; those that did not fit are on the page of their version. */
const SIGN_OFFS_MAX = 100;
/** Facts printed for one observation. */
const FACTS_MAX = 12;

const DONE: readonly CheckStatus[] = ["verified", "attested", "overridden"];
/** What the list of what is missing says for checks that nothing proves now. */
const UNPROVEN: readonly CheckStatus[] = ["unknown", "stale"];

type Numbered = CheckData & { number: string };

/**
 * The document model of a pack. The one place where text from outside is made safe.
 * @param previous The version to say the changes against.
 */
export function buildHandover(unsafe: HandoverData, now: Date, previous: HandoverModel | null = null): HandoverModel {
  const data = cleanData(unsafe);
  const stages = data.stages
    .toSorted((a, b) => a.order - b.order)
    .map((stage) => ({
      ...stage,
      checks: stage.checks.map((check, index): Numbered => ({ ...check, number: `${stage.order}.${index + 1}` })),
    }));
  const { evidence, refs, omitted, all } = evidenceOf(stages.flatMap((stage) => stage.checks));
  const chapters = stages.map((stage): StageChapter => {
    const applying = stage.checks.filter((check) => check.status !== "not_applicable");
    return {
      ...stage,
      done: applying.filter((check) => DONE.includes(check.status)).length,
      total: applying.length,
      checks: stage.checks.map((check) => ({ ...check, evidence: refs.get(check.id) ?? [] })),
    };
  });
  const applying = data.gate.items.filter((item) => item.state !== "not_applicable");
  const held = applying.filter((item) => item.holds).length;
  const cited = new Set(evidence.map((row) => row.runNumber));
  const moments = all.map((row) => row.observedAt).toSorted((a, b) => Date.parse(a) - Date.parse(b));
  const body = handoverModelSchema.parse({
    ...data,
    format: 2,
    isDraft: applying.length === 0 || held < applying.length,
    generatedAt: now.toISOString(),
    targets: data.targets.map((target) => ({ ...target, link: safeLink(target.url) })),
    gate: { held, total: applying.length, items: data.gate.items },
    summary: summaryOf(data, chapters, evidence),
    stages: chapters,
    risks: data.risks.slice(0, RISKS_MAX),
    risksTotal: data.risks.length,
    signOffs: data.signOffs.slice(0, SIGN_OFFS_MAX),
    missing: missingOf(data, chapters),
    evidence,
    evidenceOmitted: omitted,
    runs: data.runs.filter((run) => cited.has(run.number)).toSorted((a, b) => a.number - b.number),
    links: data.links.map((one) => ({ ...one, link: safeLink(one.url) })),
    points: thinned(data.points),
    verdicts: stages.map((stage) => ({
      stage: stage.id,
      ...verdictsOf(stage.checks.flatMap((check) => check.evidence)),
    })),
  });
  const model: HandoverModel = {
    ...body,
    executive: executiveOf({
      ...body,
      observations: all.length,
      observedFrom: moments.at(0) ?? null,
      observedTo: moments.at(-1) ?? null,
    }),
    changes: previous === null ? null : compareModels(previous, body),
  };
  return { ...model, glossary: glossaryOf(proseOf(model)) };
}

/** All that the chapters say, without the evidence itself, which speaks in the words of protocols. */
function proseOf({ evidence, ...rest }: HandoverModel): string {
  return JSON.stringify([rest, evidence.map((row) => row.summary), "Evidence, risk, run 1, minimum bar, runbook"]);
}

function thinned(points: HandoverModel["points"]): HandoverModel["points"] {
  const step = Math.ceil(points.length / POINTS_MAX);
  return points.filter((_, index) => step <= 1 || index % step === 0 || index === points.length - 1);
}

function verdictsOf(rows: readonly { verdict: Verdict }[]) {
  const count = (...verdicts: Verdict[]) => rows.filter((row) => verdicts.includes(row.verdict)).length;
  return {
    pass: count("pass"),
    warn: count("warn"),
    fail: count("fail"),
    open: count("inconclusive", "error", "not_run"),
  };
}

/** Numbers the observations in the order of the pages. When there are too many, passes go first. */
function evidenceOf(checks: readonly Numbered[]) {
  const all = checks.flatMap((check) => check.evidence.map((row) => ({ ...row, check: check.id })));
  const findings = all.filter((row) => row.verdict !== "pass").slice(0, EVIDENCE_MAX);
  const passes = all.filter((row) => row.verdict === "pass").slice(0, EVIDENCE_MAX - findings.length);
  const kept = new Set([...findings, ...passes]);
  const refs = new Map<CheckId, string[]>();
  const evidence = all
    .filter((row) => kept.has(row))
    .map((row, index): CheckEvidence => {
      const ref = `E${index + 1}`;
      const known = refs.get(row.check);
      if (known) known.push(ref);
      else refs.set(row.check, [ref]);
      return { ...row, ref, evidence: row.evidence.slice(0, FACTS_MAX) };
    });
  return { evidence, refs, omitted: all.length - evidence.length, all };
}

/** Counted statuses as prose: "21 verified by observation, four attested by a person, …". */
const STATUS_PHRASES: readonly (readonly [CheckStatus, string])[] = [
  ["verified", "verified by observation"],
  ["attested", "attested by a person"],
  ["overridden", "overridden with a reason"],
  ["warning", "with a warning"],
  ["failing", "failing"],
  ["stale", "with evidence that is too old"],
  ["unknown", "without evidence"],
  ["not_applicable", "not applicable"],
];

function summaryOf(data: HandoverData, stages: readonly StageChapter[], evidence: readonly CheckEvidence[]): string[] {
  const checks = stages.flatMap((stage) => stage.checks);
  const counts = STATUS_PHRASES.map(([status, phrase]) => {
    const count = checks.filter((check) => check.status === status).length;
    return { count, text: `${inWords(count)} ${phrase}` };
  }).filter(({ count }) => count > 0);
  const blocking = data.risks.filter((risk) => risk.isBlocking).length;
  const risks =
    data.risks.length === 0
      ? "No risk is open."
      : `${capitalised(counted(data.risks.length, "risk"))} ${data.risks.length === 1 ? "is" : "are"} open, ${blocking === 0 ? "none" : inWords(blocking)} of them ${blocking < 2 ? "holds" : "hold"} the launch back.`;
  return [
    data.answer.lede,
    `This pack covers ${counted(checks.length, "check")} in ${counted(stages.length, "stage")}: ${listed(counts.map(({ text }) => text))}. ${risks}`,
    sourcesOf(evidence),
  ].filter((paragraph) => paragraph !== "");
}

function sourcesOf(evidence: readonly CheckEvidence[]): string {
  const moments = evidence.map((row) => row.observedAt).toSorted((a, b) => Date.parse(a) - Date.parse(b));
  const [first, last] = [moments.at(0), moments.at(-1)];
  if (first === undefined || last === undefined) return "Nothing has been observed yet.";
  const runs = [...new Set(evidence.map((row) => row.runNumber))].toSorted((a, b) => a - b).map(String);
  const when = day(first) === day(last) ? `on ${day(first)}` : `between ${day(first)} and ${day(last)}`;
  return `The observations were made ${when} by audit ${runs.length === 1 ? "run" : "runs"} ${listed(runs)}. Every statement cites what it rests on; the appendix lists each observation with its run, its date and the command that repeats it.`;
}

function missingOf(data: HandoverData, stages: readonly StageChapter[]): Missing[] {
  const gate = data.gate.items
    .filter((item) => !item.holds && item.state !== "not_applicable")
    .map((item): Missing => ({ kind: "gate", title: item.title, why: item.why }));
  const checks = stages
    .flatMap((stage) => stage.checks)
    .filter((check) => UNPROVEN.includes(check.status))
    .map((check): Missing => ({ kind: "check", title: `${check.number} ${check.title}`, why: check.why }));
  return [...gate, ...checks, ...data.missing.map((item): Missing => ({ kind: "other", ...item }))];
}
