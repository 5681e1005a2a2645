import { dayOf } from "./age.ts";
import { CHECKS } from "./stages.ts";
import { isHolding } from "./standing.ts";
import type { DerivedCheck } from "./status.ts";
import { capitalised, counted, inWords, listed, unstopped } from "./words.ts";

export type GateJudgement = {
  state: "holds" | "holds_with_warning" | "failing" | "stale" | "unknown" | "not_applicable";
  /** One sentence. */
  why: string;
};

/** What the checks of one gate item say together: the worst of them decides. */
export function judgeGate(checks: readonly DerivedCheck[]): GateJudgement {
  const applying = checks.filter((check) => check.status !== "not_applicable");
  const open = applying.filter((check) => !isHolding(check));
  const failing = open.filter((check) => check.status === "failing");
  const unseen = open.filter((check) => check.status !== "failing" && check.status !== "stale");
  const warning = applying.filter((check) => check.status === "warning");

  if (applying.length === 0) return { state: "not_applicable", why: "None of its checks applies to this product." };
  if (failing[0]) return { state: "failing", why: `${found(failing[0])}${others(open.length - 1)}.` };
  if (unseen.length > 0) return { state: "unknown", why: `No full evidence yet for ${names(unseen)}.` };
  if (open.length > 0) return { state: "stale", why: `The evidence for ${names(open)} is too old.` };
  if (warning[0]) return { state: "holds_with_warning", why: `Holds with a warning: ${found(warning[0])}.` };
  return { state: "holds", why: `${capitalised(basis(applying))}.` };
}

const HOSTS_NAMED = 3;

/**
 * What is left of a judgement that speaks of each known host, while some of them are not audited: it cannot hold on what
 * others showed, and a fault or missing evidence stays what it is.
 */
export function withoutUnaudited(judgement: GateJudgement, hosts: readonly string[]): GateJudgement {
  if (hosts.length === 0 || !(judgement.state === "holds" || judgement.state === "holds_with_warning"))
    return judgement;
  const more = hosts.length - HOSTS_NAMED;
  const named = [...hosts.slice(0, HOSTS_NAMED), ...(more > 0 ? [`${inWords(more)} more`] : [])];
  const were =
    hosts.length === 1 ? "host was found that nobody has audited" : "hosts were found that nobody has audited";
  return { state: "unknown", why: `${capitalised(inWords(hosts.length))} ${were}: ${listed(named)}.` };
}

function found(check: DerivedCheck): string {
  return `${CHECKS[check.id].shortTitle}: ${unstopped(check.line)}`;
}

function others(count: number): string {
  return count === 0 ? "" : `, and ${counted(count, "more check")} ${count === 1 ? "is" : "are"} not ready`;
}

function names(checks: readonly DerivedCheck[]): string {
  return listed(checks.map((check) => `“${CHECKS[check.id].shortTitle}”`));
}

/** Says what the holding rests on, and does not let a person's word pass for a measurement. */
function basis(checks: readonly DerivedCheck[]): string {
  const moments = checks.flatMap((check) => check.evidenceAt ?? []).toSorted((a, b) => Date.parse(a) - Date.parse(b));
  const dated = moments[0] === undefined ? "" : `; the oldest evidence is from ${dayOf(moments[0])}`;
  const byHand = [
    byStatus(checks, "attested", "stated by a person"),
    byStatus(checks, "overridden", "overridden by hand"),
  ].filter((part) => part !== "");
  const all = checks.length === 1 ? `${names(checks)} holds` : `all ${counted(checks.length, "check")} hold`;
  return [all, ...byHand].join(", ") + dated;
}

function byStatus(checks: readonly DerivedCheck[], status: DerivedCheck["status"], words: string): string {
  const count = checks.filter((check) => check.status === status).length;
  if (count === 0) return "";
  return checks.length === 1 ? words : `${inWords(count)} ${words}`;
}
