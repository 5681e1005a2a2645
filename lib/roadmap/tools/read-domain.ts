import { AREAS, type Area, areaOf } from "#lib/audits/areas.ts";
import { PUBLIC_RULES } from "#lib/audits/public-rules.ts";
import { type RecordToPublish, recordsToPublish } from "#lib/audits/records-to-publish.ts";
import type { AuditReport } from "#lib/audits/report.ts";
import type { Verdict } from "#lib/audits/types.ts";
import { worstFirst } from "#lib/audits/verdict-order.ts";
import { answerLaunch } from "../answer.ts";
import { type RankedRisk, rankBlockers } from "../blockers.ts";
import { exposureOf } from "../exposure.ts";
import { deriveGate, type GateItemView } from "../gate.ts";
import { CHECK_IDS } from "../ids.ts";
import { ruleText } from "../rule-texts/index.ts";
import { CHECKS } from "../stages.ts";
import { type DerivedById, deriveCheck } from "../status.ts";
import { capitalised, counted, inWords } from "../words.ts";

export type DomainResult = AuditReport["results"][number];
export type DomainArea = { area: Area; results: DomainResult[] };

/** `rule` is the one whose result says the most about it. */
export type Stopper = { title: string; why: string; rule: string | null };

export type DomainReading = {
  /** One sentence: what would stop a launch. */
  headline: string;
  lede: string;
  /** Whether anything of the host itself was seen. */
  isSeen: boolean;
  /** What stops a launch, in the product's order: risks that block, then items of the minimum bar that fail besides. */
  stoppers: Stopper[];
  /** The areas with the worst result first, and so within each. */
  areas: DomainArea[];
  /** The records that would mend what is at fault, each with the rule that asks for it. */
  publish: RecordToPublish[];
  /** The items of the minimum bar that these rules have a say in. */
  gate: GateItemView[];
};

/** What a board would make of one look at a domain: the same checks, the same gate, the same order. */
export function readDomain(report: AuditReport, now: Date): DomainReading {
  const gate = gateOf(report, now);
  const blockers = blockersOf(report, now);
  const { obstacles } = answerLaunch(gate, blockers, { lastFinishedAt: report.finishedAt, now });
  const stoppers = obstacles.flatMap((obstacle): Stopper[] => {
    if (obstacle.kind === "risk") return blockers.filter(({ number }) => number === obstacle.number).map(stopperOfRisk);
    return gate.items.filter(({ id, state }) => id === obstacle.gateId && state === "failing").map(stopperOfItem);
  });
  const isSeen = report.results.some(({ rule, verdict }) => isOfHost(rule) && CONCLUSIVE.includes(verdict));
  return {
    isSeen,
    headline: headline(stoppers.length, isSeen),
    lede: lede(report, isSeen),
    stoppers,
    areas: areasOf(report),
    publish: recordsToPublish(report.results),
    gate: gate.items,
  };

  function stopperOfItem({ title, why, checks }: GateItemView): Stopper {
    const [worst] = report.results.filter(({ check }) => checks.includes(check)).toSorted(worstFirst);
    return { title, why, rule: worst?.rule ?? null };
  }
}

function stopperOfRisk({ result }: { result: DomainResult }): Stopper {
  return { title: ruleText(result.rule)?.title ?? result.rule, why: result.summary, rule: result.rule };
}

const CONCLUSIVE: readonly Verdict[] = ["pass", "warn", "fail"];

/** Name servers know a host that is down. */
function isOfHost(rule: string): boolean {
  const area = areaOf(rule);
  return area !== "dns" && area !== "mail";
}

function headline(count: number, isSeen: boolean): string {
  if (count > 0) return `${capitalised(counted(count, "thing"))} would stop a launch.`;
  return isSeen ? "Nothing that shows from outside would stop a launch." : "Nothing could be seen of this host.";
}

function lede({ results }: AuditReport, isSeen: boolean): string {
  const of = (...verdicts: Verdict[]) => results.filter(({ verdict }) => verdicts.includes(verdict)).length;
  const [failed, warned, open] = [of("fail"), of("warn"), of("inconclusive", "error", "not_run")];
  const sum = [
    `${counted(failed, "rule")} failed`,
    ...(warned > 0 ? [`${inWords(warned)} warned`] : []),
    ...(open > 0 ? [`${inWords(open)} could not be judged`] : []),
    `${inWords(of("pass"))} passed`,
  ];
  const seen = `${capitalised(sum.join(", "))}.`;
  return isSeen ? seen : `${seen} What was not seen proves nothing, either way.`;
}

/** The items with a check that the public rules feed; what no look from outside can show stays without evidence. */
function gateOf(report: AuditReport, now: Date) {
  const fed = new Set(PUBLIC_RULES.map(({ check }) => check));
  const checks = CHECK_IDS.map((id) =>
    deriveCheck({
      check: CHECKS[id],
      results: report.results
        .filter(({ check }) => check === id)
        .map((result) => ({ ...result, target: report.target })),
      attestations: [],
      notApplicableReason: null,
      ruleIds: PUBLIC_RULES.filter(({ check }) => check === id).map((rule) => rule.id),
      now,
    }),
  );
  const gate = deriveGate(Object.fromEntries(checks.map((check) => [check.id, check])) as DerivedById, [], now);
  const items = gate.items.filter((item) => item.checks.some((check) => fed.has(check)));
  return { items, held: items.filter(({ holds }) => holds).length, total: items.length };
}

/** The faults as the risks that an audit would make of them. */
function blockersOf({ results, finishedAt }: AuditReport, now: Date): (RankedRisk & { result: DomainResult })[] {
  const risks = results
    .filter(({ verdict }) => verdict === "fail" || verdict === "warn")
    .map((result, place) => ({
      number: place + 1,
      title: result.summary,
      checkId: result.check,
      severity: result.severity,
      ...exposureOf(result.severity),
      state: "open" as const,
      createdAt: finishedAt,
      decision: null,
      result,
    }));
  return rankBlockers(risks, now);
}

function areasOf({ results }: AuditReport): DomainArea[] {
  return AREAS.map((area) => ({
    area,
    results: results.filter(({ rule }) => areaOf(rule) === area).toSorted(worstFirst),
  }))
    .filter((one) => one.results.length > 0)
    .toSorted((a, b) => byWorst(a, b));
}

function byWorst(a: DomainArea, b: DomainArea): number {
  const [first, second] = [a.results[0], b.results[0]];
  return first && second ? worstFirst(first, second) : 0;
}
