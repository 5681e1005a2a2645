import type { CheckId } from "#lib/roadmap/ids.ts";
import { counted } from "#lib/roadmap/words.ts";
import type { DecisionLine, HandoverModel } from "./model.ts";
import { untilOf } from "./view-dates.ts";
import * as words from "./view-words.ts";
import { day } from "./view-words.ts";

/** Risks that stand in front with all that is known of them; the register at the end has every one in a line. */
const FRONT_MAX = 10;

type CheckName = (id: CheckId) => string;

export function risksView(model: HandoverModel, checkName: CheckName) {
  return model.risks.slice(0, FRONT_MAX).map((risk) => ({
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
  }));
}

export function risksNote({ risks, risksTotal }: HandoverModel): string {
  const order = "by severity, then likelihood × impact, then age";
  return risksTotal > FRONT_MAX || risks.length < risksTotal
    ? `The first ${Math.min(FRONT_MAX, risks.length)} of ${risksTotal} open risks, ${order}.`
    : `All open risks, ${order}.`;
}

/** Every risk in a line. */
export function registerView(model: HandoverModel) {
  const numbers = new Map(model.stages.flatMap((stage) => stage.checks).map((check) => [check.id, check.number]));
  return model.risks.map((risk) => ({
    number: String(risk.number),
    title: risk.title,
    place: risk.target === null ? (risk.tool ?? "") : words.placeOf(risk.target),
    severity: words.SEVERITY_MARKS[risk.severity].word,
    tone: words.SEVERITY_MARKS[risk.severity].tone,
    score: `${risk.likelihood} × ${risk.impact}`,
    check: numbers.get(risk.check) ?? "",
    state: risk.isBlocking ? "Holds the launch back" : words.RISK_STATE_WORDS[risk.state],
    owner: risk.owner ?? "Nobody yet",
    due: risk.dueAt === null ? "" : day(risk.dueAt),
  }));
}

export function registerNote({ risks, risksTotal }: HandoverModel): string {
  const left = risksTotal - risks.length;
  return left > 0 ? `${counted(left, "more risk")} did not fit here.` : "";
}

/** What lifts a block or no longer does comes before what merely waits or is over. */
const STANDINGS = ["expired", "needs_second", "in_force", "proposed", "superseded"] as const;

export function decisionsView(model: HandoverModel) {
  const place = ({ standing }: DecisionLine) => (standing === null ? 0 : STANDINGS.indexOf(standing));
  return model.decisions
    .toSorted((a, b) => place(a) - place(b))
    .map((one) => ({
      subject: one.subject,
      decision: words.DECISION_WORDS[one.decision],
      mark: one.standing === null ? null : words.STANDING_MARKS[one.standing],
      standingWhy: standingWhy(one),
      reason: one.reason,
      compensatingControl: one.compensatingControl,
      people: peopleOf(one),
      made: day(one.createdAt),
      until: untilOf(one.expiresAt, model.generatedAt),
    }));
}

function standingWhy({ standing, isBlocking }: DecisionLine): string {
  if (standing === "expired") return isBlocking ? "Holds the launch back again." : "Counts no more.";
  if (standing === "needs_second") return "A critical risk is put off by two people or not at all.";
  return "";
}

function peopleOf({ decider, askedBy, owner, isByTwo, standing }: DecisionLine): string[] {
  const word = standing === "proposed" ? "" : `Decided by ${decider ?? "a former member"}`;
  return [
    word,
    askedBy === null || askedBy === decider ? "" : `Asked for by ${askedBy}`,
    isByTwo ? "Two people stand behind it" : "",
    owner === null ? "" : `${owner} answers for it`,
  ].filter((line) => line !== "");
}

function riskCite(risk: HandoverModel["risks"][number]): string {
  if (risk.foundRun === null) {
    return `${risk.tool === null ? "Entered by hand" : `Imported from ${risk.tool}`}, ${day(risk.createdAt)}`;
  }
  const seen =
    risk.lastSeenRun === null || risk.lastSeenRun === risk.foundRun ? "" : `; last seen by run ${risk.lastSeenRun}`;
  return `Found by run ${risk.foundRun}, ${day(risk.createdAt)}${seen}`;
}

/** A text of the catalogue, in which what stands between backticks is to be typed as it is. */
function codeIn(text: string): { text: string; isCode: boolean }[] {
  return text
    .split("`")
    .map((part, place) => ({ text: part, isCode: place % 2 === 1 }))
    .filter((part) => part.text !== "");
}
