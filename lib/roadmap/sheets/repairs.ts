import { RISK_STATE_WORDS } from "#lib/handover/view-words.ts";
import type { Artefact } from "./artefact.ts";
import { type Block, byRun, onDay } from "./block.ts";
import { riskCell, severityCell } from "./risk-cells.ts";

type Repairs = Extract<Artefact, { kind: "repairs" }>;

/** Each access fault with the run that found it and the later one in which it was gone. */
export function repairBlocks({ fixed, open }: Repairs): Block[] {
  return [
    {
      kind: "table",
      title: "Found, and seen to be gone",
      columns: ["Severity", "Fault", "Found by", "Gone in", "Since"],
      head: 1,
      rows: fixed.map((risk) => [
        severityCell(risk),
        riskCell(risk),
        byRun(risk.foundRun, risk.tool ?? "a person"),
        byRun(risk.verifiedRun, RISK_STATE_WORDS[risk.state].toLowerCase()),
        onDay(risk.closedAt),
      ]),
      empty: "No access fault was found and fixed yet.",
    },
    {
      kind: "table",
      title: "Still standing",
      columns: ["Severity", "Fault", "Found by", "Found on"],
      head: 1,
      rows: open.map((risk) => [
        severityCell(risk),
        riskCell(risk),
        byRun(risk.foundRun, risk.tool ?? "a person"),
        onDay(risk.createdAt),
      ]),
      empty: "The register holds no open access fault.",
    },
  ];
}
