import { ruleText } from "#lib/roadmap/rule-texts/index.ts";
import type { SheetResult } from "#lib/roadmap/sheets/artefact.ts";
import { iso } from "./iso.ts";
import type { LatestResult } from "./latest-results.ts";

/** A result as a deliverable cites it. */
export function sheetResult(result: LatestResult): SheetResult {
  const { runNumber, rule, checkId, targetId, targetUrl, verdict, summary, observedAt } = result;
  const title = ruleText(rule)?.title ?? rule;
  return { runNumber, rule, title, checkId, targetId, targetUrl, verdict, summary, observedAt: iso(observedAt) };
}
