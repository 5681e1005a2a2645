import { DECISION_WORDS, day } from "#lib/handover/view-words.ts";
import { isBefore } from "../age.ts";
import { type DecisionStanding, decisionStanding } from "../decision-standing.ts";
import { GATE_ITEMS } from "../gate-items.ts";
import { proposeFor } from "../overbuild.ts";
import { CHECKS } from "../stages.ts";
import type { Artefact, SheetDecision, SheetRisk } from "./artefact.ts";
import { type Block, type Cell, named, onDay } from "./block.ts";
import { riskCell, severityCell } from "./risk-cells.ts";

type Decisions = Extract<Artefact, { kind: "decisions" }>;
type Decided = SheetRisk & { decision: SheetDecision };

const COLUMNS = ["Severity", "Risk", "Reason", "Until then", "Owner", "Decided by", "Review"];

export function decisionBlocks({ risks, waivers, overrides }: Decisions, now: Date): Block[] {
  const byStanding = Map.groupBy(risks, decisionStanding);
  const of = (...standings: DecisionStanding[]) => standings.flatMap((standing) => byStanding.get(standing) ?? []);
  const decided = of("decided").filter(hasDecision);
  const treated = (treatment: SheetDecision["treatment"]) =>
    decided.filter(({ decision }) => decision.treatment === treatment).map((risk) => decidedRow(risk, now));
  const table = (title: string, rows: Cell[][], empty: string, note?: string): Block => ({
    kind: "table",
    title,
    note,
    columns: COLUMNS,
    head: 1,
    rows,
    empty,
  });
  const noMore = of("lapsed", "needs_second").filter(hasDecision);
  return [
    ...(noMore.length === 0
      ? []
      : [
          table(
            "No longer in force",
            noMore.map((risk) => decidedRow(risk, now)),
            "",
            "These count in full again: what is high or critical among them blocks the launch.",
          ),
        ]),
    table("Fix now", treated("fix_now"), "Nothing was decided to be fixed now."),
    table("Deferred", treated("defer"), "Nothing is put off."),
    table("Accepted", treated("accept"), "Nothing is accepted as it is."),
    waitingBlock(of("waiting")),
    undecidedBlock(of("undecided")),
    laterBlock(of("undecided", "lapsed")),
    exceptionsBlock(waivers, overrides, now),
  ].filter((block) => block !== null);
}

function hasDecision(risk: SheetRisk): risk is Decided {
  return risk.decision !== null;
}

function decidedRow(risk: Decided, now: Date): Cell[] {
  const { decision } = risk;
  return [
    severityCell(risk),
    riskCell(risk),
    { text: decision.reason, note: decision.isInForce ? undefined : DECISION_WORDS[decision.treatment] },
    { text: decision.compensatingControl === "" ? "no compensating control" : decision.compensatingControl },
    named(decision.owner ?? risk.owner),
    decidedBy(decision),
    review(decision, risk, now),
  ];
}

/** Two names, where a second one stands behind it. */
function decidedBy({ decider, askedBy, isByTwo, decidedAt, createdAt }: SheetDecision): Cell {
  const two = isByTwo && askedBy && decider && askedBy.name !== decider.name;
  return {
    ...named(decider),
    text: two ? `${askedBy.name} and ${decider.name}` : named(decider).text,
    note: day(decidedAt ?? createdAt),
  };
}

function review({ treatment, expiresAt, isInForce, isExpired }: SheetDecision, risk: SheetRisk, now: Date): Cell {
  if (treatment === "fix_now" && expiresAt === null) return { text: "when it is fixed" };
  const at = onDay(expiresAt, "no date");
  if (isInForce) return at;
  const blocks = risk.isBlocking ? "; it blocks the launch" : "";
  const why = isExpired || !isBefore(now, expiresAt) ? "expired" : "takes a second person";
  return { ...at, mark: { shape: "cross", tone: "bad", word: "Not in force" }, note: `${why}${blocks}` };
}

function waitingBlock(risks: readonly SheetRisk[]): Block | null {
  const rows = risks.flatMap((risk) => {
    const { proposal } = risk;
    if (!proposal) return [];
    return [
      [
        severityCell(risk),
        riskCell(risk),
        { text: DECISION_WORDS[proposal.treatment], note: proposal.reason },
        { ...named(proposal.askedBy), note: day(proposal.createdAt) },
        onDay(proposal.expiresAt, "no date"),
      ],
    ];
  });
  if (rows.length === 0) return null;
  return {
    kind: "table",
    title: "Waiting for a word",
    note: "Somebody asked for these; they change nothing until they are decided.",
    columns: ["Severity", "Risk", "Asked for", "By", "Until"],
    head: 1,
    rows,
    empty: "",
  };
}

function undecidedBlock(risks: readonly SheetRisk[]): Block | null {
  if (risks.length === 0) return null;
  return {
    kind: "table",
    title: "Not decided yet",
    columns: ["Severity", "Risk", "Owner", "Found on"],
    head: 1,
    rows: risks.map((risk) => [severityCell(risk), riskCell(risk), named(risk.owner), onDay(risk.createdAt)]),
    empty: "",
  };
}

/** What the guards against overbuilding would put off. */
function laterBlock(risks: readonly SheetRisk[]): Block | null {
  const rows = risks.flatMap((risk) => {
    const proposal = proposeFor(risk);
    if (!proposal) return [];
    const { title, why, revisit, reviewInDays } = proposal;
    return [
      [
        riskCell(risk),
        { text: title },
        { text: why },
        { text: revisit, note: `at the latest in ${reviewInDays} days` },
      ],
    ];
  });
  if (rows.length === 0) return null;
  return {
    kind: "table",
    title: "Proposed to wait",
    note: "These look like things that a young product should not build yet. Open one to decide.",
    columns: ["Risk", "Looks like", "Why it can wait", "Look again"],
    rows,
    empty: "",
  };
}

function exceptionsBlock(waivers: Decisions["waivers"], overrides: Decisions["overrides"], now: Date): Block {
  const end = (at: string | null): Cell => {
    if (at === null || isBefore(now, at)) return onDay(at, "no date");
    return { ...onDay(at), mark: { shape: "cross", tone: "bad", word: "Expired" }, note: "expired" };
  };
  return {
    kind: "table",
    title: "Waived and overridden",
    note: "Items of the minimum bar that count without evidence, and checks that were set by hand.",
    columns: ["What", "Reason", "Decided by", "Until"],
    rows: [
      ...waivers.map(({ gateId, reason, decider, createdAt, expiresAt }): Cell[] => [
        {
          text: GATE_ITEMS.find(({ id }) => id === gateId)?.title ?? gateId,
          place: { kind: "gate", id: gateId },
          note: "waived",
        },
        { text: reason },
        { ...named(decider), note: day(createdAt) },
        end(expiresAt),
      ]),
      ...overrides.map(({ checkId, statement, author, observedAt, expiresAt }): Cell[] => [
        { text: CHECKS[checkId].shortTitle, place: { kind: "check", id: checkId }, note: "overridden" },
        { text: statement },
        { ...named(author), note: day(observedAt) },
        end(expiresAt),
      ]),
    ],
    empty: "Nothing is waived, and no check was set by hand.",
  };
}
