import { dayOf } from "./age.ts";
import { type CheckId, SEVERITIES, type Severity } from "./ids.ts";
import type { Place } from "./place.ts";
import type { Records } from "./records/types.ts";
import type { SignalSource } from "./signal-sources.ts";
import { CHECKS } from "./stages.ts";
import { type CheckResult, type DerivedById, type DerivedCheck, deriveCheck } from "./status.ts";
import { counted, listed, unstopped } from "./words.ts";

export type Reading = { state: "lit" | "quiet" | "unknown"; why: string; place: Place };

/** A result as the sentence names it: of which check, and at which host. */
export type SignalResult = CheckResult & { checkId: CheckId; host: string };

/** An open risk, as far as a signal listens to it. */
export type SignalRisk = {
  number: number;
  title: string;
  checkId: CheckId;
  severity: Severity;
  /** The scanner it was imported from, and where that saw it. */
  tool: string | null;
  location: { uri: string; line: number | null } | null;
  isManual: boolean;
};

/** What the team's own records show. */
export type SignalFacts = {
  /** Names of the members who may change things: founders and engineers. */
  peopleWhoCanAct: readonly string[];
  /** Blocking risks that nobody owns, worst first. */
  unownedBlockers: readonly { number: number; title: string }[];
  records: Records;
  /** Open risks, worst first. */
  risks: readonly SignalRisk[];
};

export type SignalInput = {
  derived: DerivedById;
  /** The newest result per rule and target. */
  results: readonly SignalResult[];
  /** As for `deriveCheck`. */
  targets?: readonly string[] | undefined;
  facts: SignalFacts;
  now: Date;
};

/** What a scanner calls a note is no sign of anything. */
const LIGHTING: readonly Severity[] = ["critical", "high", "medium"];

/** A risk of ours follows the results, which are read themselves; these come from elsewhere. */
export function fromRisks({ checks, rules, risksNaming }: SignalSource, { facts }: SignalInput): Reading | null {
  if (rules) return null;
  const named = facts.risks.filter(
    ({ checkId, severity, tool, isManual, title }) =>
      checks.includes(checkId) &&
      LIGHTING.includes(severity) &&
      (tool !== null || isManual) &&
      (risksNaming?.test(title) ?? true),
  );
  const [worst, ...others] = named;
  if (!worst) return null;
  const { number, title, tool, location } = worst;
  const where = location ? ` in ${location.uri}${location.line === null ? "" : `, line ${location.line}`}` : "";
  const by = tool === null ? ", written down by hand" : `, found by ${tool}${where}`;
  const why = `Risk ${number}, ${unstopped(title)}${by}, is open${more(others.length, "risk")}.`;
  return { state: "lit", why, place: { kind: "risk", number } };
}

export function fromChecks(source: SignalSource, input: SignalInput): Reading {
  const looked = lookedAt(source, input);
  const failing = looked.find((check) => check.status === "failing");
  if (failing) return lit(failing, source, input);
  const open = looked.filter((check) => !isSettled(check));
  const [first] = open;
  if (first) {
    const why = `Not known: there is no full and recent evidence for ${names(open)}. It takes ${source.takes}.`;
    return { state: "unknown", why, place: placeOf(first.id) };
  }
  return {
    state: "quiet",
    why: `Nothing of the kind was found by ${names(looked)}${asOf(looked)}.`,
    place: placeOf(source.checks[0]),
  };
}

/** The worst fault by its host and day; a check that people fail by their own records has none. */
function lit(check: DerivedCheck, { rules }: SignalSource, { results }: SignalInput): Reading {
  const { id, line, evidenceAt } = check;
  const faults = results
    .filter(
      ({ rule, checkId, verdict }) =>
        verdict === "fail" && (rules ? rules.some((one) => one === rule) : checkId === id),
    )
    .toSorted((a, b) => SEVERITIES.indexOf(a.severity) - SEVERITIES.indexOf(b.severity));
  const [worst, ...others] = faults;
  const said = worst ? unstopped(worst.summary) : unstopped(line);
  const host = worst && !said.includes(worst.host) ? ` at ${worst.host}` : "";
  const at = worst?.observedAt ?? evidenceAt;
  const seen = at === null ? "" : `, seen on ${dayOf(at)}`;
  const why = `${CHECKS[id].shortTitle}: ${said}${host}${seen}${more(others.length, "fault")}.`;
  return { state: "lit", why, place: placeOf(id) };
}

function lookedAt({ checks, rules }: SignalSource, input: SignalInput): DerivedCheck[] {
  if (!rules) return checks.map((id) => input.derived[id]);
  const { results, targets, now } = input;
  const common = { results, targets, now, ruleIds: rules, attestations: [], notApplicableReason: null };
  return checks.map((id) => deriveCheck({ ...common, check: CHECKS[id] }));
}

/** Seen and found sound. Overriding a check, or setting it aside by hand, is no evidence. */
function isSettled(check: DerivedCheck): boolean {
  const isEvidence =
    check.status !== "overridden" && !(check.status === "not_applicable" && check.source !== "automatic");
  return isEvidence && check.status !== "failing" && check.isComplete;
}

/** A chain is as old as its oldest link. */
function asOf(checks: readonly DerivedCheck[]): string {
  const moments = checks.flatMap(({ evidenceAt }) => evidenceAt ?? []);
  const [oldest] = moments.toSorted((a, b) => Date.parse(a) - Date.parse(b));
  return oldest === undefined ? "" : `, last looked at on ${dayOf(oldest)}`;
}

export function more(count: number, noun: string): string {
  return count === 0 ? "" : `; ${counted(count, `more ${noun}`)} of the kind`;
}

function placeOf(id: CheckId | undefined): Place {
  return id === undefined ? { kind: "page", page: "audits" } : { kind: "check", id };
}

function names(checks: readonly DerivedCheck[]): string {
  return listed(checks.map((check) => `“${CHECKS[check.id].shortTitle}”`));
}
