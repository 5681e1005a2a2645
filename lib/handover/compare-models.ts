import type { CheckStatus } from "#lib/roadmap/status.ts";
import type { DecisionLine, HandoverModel, RiskLine } from "./model.ts";
import type { ModelChanges } from "./model-changes.ts";
import { DECISION_WORDS, RISK_STATE_WORDS, SEVERITY_MARKS } from "./view-words.ts";

/** What `after` changed against `before`, an earlier version of the same project's pack. */
export function compareModels(before: HandoverModel, after: HandoverModel): ModelChanges {
  return {
    since: { version: before.version, generatedAt: before.generatedAt, isDraft: before.isDraft },
    readiness: { from: before.readiness.score, to: after.readiness.score },
    gate: gateChanges(before, after),
    risks: riskChanges(before, after),
    checks: checkChanges(before, after),
    decisions: decisionChanges(before, after),
  };
}

function gateChanges(before: HandoverModel, after: HandoverModel): ModelChanges["gate"] {
  const held = new Map(before.gate.items.map((item) => [item.id, item.holds]));
  const turned = (to: boolean) =>
    after.gate.items
      .filter((item) => item.holds === to && held.get(item.id) === !to && item.state !== "not_applicable")
      .map(({ id, title }) => ({ id, title }));
  const count = ({ gate }: HandoverModel) => ({ held: gate.held, total: gate.total });
  return { from: count(before), to: count(after), won: turned(true), lost: turned(false) };
}

const riskRef = ({ number, title, severity }: RiskLine) => ({ number, title, severity });

function riskChanges(before: HandoverModel, after: HandoverModel): ModelChanges["risks"] {
  const earlier = new Map(before.risks.map((risk) => [risk.number, risk]));
  const now = new Set(after.risks.map((risk) => risk.number));
  // A model of format 1 listed the first ten only: a risk that is older than it was merely not printed.
  const isWhole = before.risks.length === before.risksTotal;
  const isNew = (risk: RiskLine) =>
    !earlier.has(risk.number) && (isWhole || Date.parse(risk.createdAt) > Date.parse(before.generatedAt));
  const isGone = ({ number }: RiskLine) => !now.has(number) && after.risks.length === after.risksTotal;
  return {
    new: after.risks.filter(isNew).map(riskRef),
    fixed: before.risks.filter(isGone).map(riskRef),
    changed: after.risks.flatMap((risk) => {
      const was = earlier.get(risk.number);
      const what = was ? riskDifferences(was, risk) : [];
      return what.length === 0 ? [] : [{ ...riskRef(risk), what }];
    }),
  };
}

function riskDifferences(was: RiskLine, is: RiskLine): string[] {
  const severity = ({ severity: id }: RiskLine) => SEVERITY_MARKS[id].word.toLowerCase();
  const score = ({ likelihood, impact }: RiskLine) => `${likelihood} × ${impact}`;
  return [
    was.severity === is.severity ? "" : `severity ${severity(was)} → ${severity(is)}`,
    score(was) === score(is) ? "" : `likelihood × impact ${score(was)} → ${score(is)}`,
    was.state === is.state ? "" : RISK_STATE_WORDS[is.state].toLowerCase(),
    was.isBlocking === is.isBlocking
      ? ""
      : is.isBlocking
        ? "now holds the launch back"
        : "no longer holds the launch back",
    was.owner === is.owner ? "" : is.owner === null ? "has no owner any more" : `owner is now ${is.owner}`,
  ].filter((difference) => difference !== "");
}

/** From what proves most to what proves least; what does not apply is neither better nor worse. */
const ORDER: readonly CheckStatus[] = ["verified", "attested", "overridden", "warning", "stale", "unknown", "failing"];

function checkChanges(before: HandoverModel, after: HandoverModel): ModelChanges["checks"] {
  const earlier = new Map(before.stages.flatMap((stage) => stage.checks).map((check) => [check.id, check.status]));
  return after.stages
    .flatMap((stage) => stage.checks)
    .flatMap(({ id, number, title, status: to }) => {
      const from = earlier.get(id);
      if (from === undefined || from === to) return [];
      const isBetter = to === "not_applicable" || ORDER.indexOf(to) < ORDER.indexOf(from);
      return [{ id, number, title, from, to, isBetter }];
    });
}

const decisionKey = ({ subject, decision, createdAt }: DecisionLine) => JSON.stringify([subject, decision, createdAt]);
const decisionRef = ({ subject, decision, decider }: DecisionLine) => ({
  subject,
  decision: DECISION_WORDS[decision],
  decider,
});

function decisionChanges(before: HandoverModel, after: HandoverModel): ModelChanges["decisions"] {
  const known = new Set(before.decisions.map(decisionKey));
  const ended = ({ expiresAt }: DecisionLine) =>
    expiresAt !== null &&
    Date.parse(expiresAt) > Date.parse(before.generatedAt) &&
    Date.parse(expiresAt) <= Date.parse(after.generatedAt);
  return {
    new: after.decisions.filter((one) => !known.has(decisionKey(one)) && one.standing !== "proposed").map(decisionRef),
    expired: after.decisions.filter((one) => ended(one) && one.standing !== "superseded").map(decisionRef),
  };
}
