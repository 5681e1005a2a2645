import { placeOf, SEVERITY_MARKS } from "#lib/handover/view-words.ts";
import type { SheetRisk } from "./artefact.ts";
import { byRun, type Cell, marked, onDay } from "./block.ts";

export function riskCell({ number, title, targetUrl }: SheetRisk): Cell {
  return {
    text: `${number}. ${title}`,
    place: { kind: "risk", number },
    note: targetUrl === null ? undefined : placeOf(targetUrl),
  };
}

export function severityCell({ severity, likelihood, impact }: SheetRisk): Cell {
  return marked(SEVERITY_MARKS[severity], `${likelihood} × ${impact} = ${likelihood * impact}`);
}

/** The run that saw it last; for what no run of ours sees, who brought it and when. */
export function proofCell({ lastSeenRun, foundRun, tool, createdAt }: SheetRisk): Cell {
  const run = lastSeenRun ?? foundRun;
  if (run !== null) return byRun(run);
  return { ...onDay(createdAt), note: tool === null ? "written down by hand" : `found by ${tool}` };
}
