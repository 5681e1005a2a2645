import type { Verdict } from "#lib/audits/types.ts";
import { ago, dayOf, isFresh } from "./age.ts";
import { cardLine } from "./card-line.ts";
import { SEVERITIES } from "./ids.ts";
import type { CheckResult, Decision, DeriveCheckInput } from "./status.ts";
import { capitalised, counted, inWords, unstopped } from "./words.ts";

const UNSEEN: readonly Verdict[] = ["inconclusive", "error", "not_run"];

/** A check that rules look at: fail before warn before unseen before pass. */
export function fromRules(input: DeriveCheckInput): Decision {
  const results = expectedResults(input);
  const seen = results.filter((one) => !UNSEEN.includes(one.verdict));
  const unseen = results.filter((one) => UNSEEN.includes(one.verdict));
  const old = seen.filter((one) => !isFresh(one.observedAt, input.check.freshDays, input.now));
  const isComplete = unseen.length === 0 && old.length === 0;
  const failing = bySeverity(seen.filter((one) => one.verdict === "fail"));
  const warning = bySeverity(seen.filter((one) => one.verdict === "warn"));

  if (failing[0]) return fromFault("failing", failing[0], failing.length, results.length, isComplete);
  if (warning[0]) return fromFault("warning", warning[0], warning.length, results.length, isComplete);
  if (unseen.length > 0) return unknown(unseen, results.length);
  const oldest = sortedByAge(seen)[0];
  if (!oldest) return unknown(unseen, results.length);
  const rules = counted(results.length, "result");
  const common = { source: "automatic", evidenceAt: oldest.observedAt, isComplete } as const;
  if (old.length > 0) {
    return {
      ...common,
      status: "stale",
      line: `Last seen ${ago(oldest.observedAt, input.now)}, due again`,
      why: `It passed, but the evidence from ${dayOf(oldest.observedAt)} is older than ${counted(input.check.freshDays, "day")}.`,
    };
  }
  if (seen.every((one) => one.verdict === "not_applicable")) {
    return {
      ...common,
      status: "not_applicable",
      line: cardLine(oldest.summary),
      why: `The audit found nothing here that the rules apply to: ${unstopped(oldest.summary)}.`,
    };
  }
  return {
    ...common,
    status: "verified",
    line: results.length === 1 ? cardLine(oldest.summary) : `${capitalised(rules)}, all in order`,
    why: `${capitalised(rules)}, all in order; the oldest was observed ${ago(oldest.observedAt, input.now)}.`,
  };
}

/** One result per rule and target: the newest there is, or "not run". */
function expectedResults({ results, ruleIds, targets, now }: DeriveCheckInput): CheckResult[] {
  const places = targets ?? [...new Set(results.filter((one) => ruleIds.includes(one.rule)).map((one) => one.target))];
  const cells = ruleIds.flatMap((rule) => (places.length > 0 ? places : [""]).map((target) => ({ rule, target })));
  return cells.map(({ rule, target }) => {
    const own = results.filter((one) => one.rule === rule && one.target === target);
    return sortedByAge(own).at(-1) ?? notRun(rule, target, now);
  });
}

function notRun(rule: string, target: string, now: Date): CheckResult {
  const observedAt = now.toISOString();
  return { rule, target, verdict: "not_run", severity: "info", summary: "Not checked yet", observedAt };
}

function fromFault(
  status: "failing" | "warning",
  worst: CheckResult,
  count: number,
  total: number,
  isComplete: boolean,
): Decision {
  const share = count === 1 ? "" : `, the worst of ${counted(count, "fault")}`;
  const gap = isComplete ? "" : "; other evidence is missing or old";
  return {
    status,
    source: "automatic",
    line: cardLine(worst.summary),
    evidenceAt: worst.observedAt,
    why: `${capitalised(unstopped(worst.summary))} (${worst.rule}${share} in ${counted(total, "result")})${gap}.`,
    isComplete,
  };
}

function unknown(unseen: readonly CheckResult[], total: number): Decision {
  const tried = sortedByAge(unseen.filter((one) => one.verdict !== "not_run")).at(-1);
  const share = `${inWords(unseen.length)} of ${counted(total, "result")}`;
  return {
    status: "unknown",
    source: unseen.length < total || tried ? "automatic" : "none",
    line: cardLine(tried?.summary ?? "Not checked yet"),
    evidenceAt: tried?.observedAt ?? null,
    why: tried
      ? `Could not be seen in full: ${unstopped(tried.summary)} (${tried.rule}; ${share} missing).`
      : `Not checked in full yet: ${share} missing.`,
    isComplete: false,
  };
}

function bySeverity(results: readonly CheckResult[]): CheckResult[] {
  return results.toSorted(
    (a, b) =>
      SEVERITIES.indexOf(a.severity) - SEVERITIES.indexOf(b.severity) ||
      compare(a.rule, b.rule) ||
      compare(a.target, b.target),
  );
}

/** Oldest first. */
function sortedByAge(results: readonly CheckResult[]): CheckResult[] {
  return results.toSorted((a, b) => Date.parse(a.observedAt) - Date.parse(b.observedAt));
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
