import { SEVERITY_MARKS } from "#lib/handover/view-words.ts";
import { BLOCKER_ORDER } from "../blockers.ts";
import { CHECKS } from "../stages.ts";
import { capitalised } from "../words.ts";
import type { Artefact } from "./artefact.ts";
import { type Block, marked, named, onDay } from "./block.ts";
import { proofCell, riskCell, severityCell } from "./risk-cells.ts";

type Register = Extract<Artefact, { kind: "register" }>;

export function registerBlocks({ blockers, blockersTotal, totals }: Register): Block[] {
  const rest = blockersTotal > blockers.length ? ` ${blockers.length} of ${blockersTotal} are shown.` : "";
  return [
    {
      kind: "table",
      title: "Top ten launch blockers",
      note: `In this order: ${BLOCKER_ORDER}.${rest}`,
      columns: ["Severity", "Risk", "Check", "Owner", "Found on", "Proof"],
      head: 1,
      rows: blockers.map((risk) => [
        severityCell(risk),
        riskCell(risk),
        { text: CHECKS[risk.checkId].shortTitle, place: { kind: "check", id: risk.checkId } },
        named(risk.owner),
        onDay(risk.createdAt),
        proofCell(risk),
      ]),
      empty: "Nothing of high or critical severity holds the launch back.",
    },
    {
      kind: "table",
      title: "The register in numbers",
      note: `${capitalised("settled")} means verified by a run, or closed by hand.`,
      columns: ["Severity", "Open", "Of these, blocking", "Settled"],
      rows: totals.map(({ severity, open, blocking, settled }) => [
        marked(SEVERITY_MARKS[severity]),
        ...[open, blocking, settled].map((count) => ({ text: String(count) })),
      ]),
      empty: "The register is empty.",
    },
  ];
}
