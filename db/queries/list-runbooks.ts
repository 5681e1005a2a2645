import { authorize } from "#lib/auth/authorize.ts";
import type { Ctx } from "#lib/ctx.ts";
import { peopleForAll, runbookStanding } from "#lib/roadmap/records/runbooks.ts";
import { RUNBOOK_KINDS, type RunbookFact } from "#lib/roadmap/records/types.ts";
import { CHECKS } from "#lib/roadmap/stages.ts";
import { loadRecords } from "./project-records.ts";
import type { MissingRunbook, RunbookSummary, RunbooksView } from "./runbook-views.ts";

const { freshDays } = CHECKS["environment-runbook"];

/** The runbooks in use, in the order of their kinds, and what is missing. */
export async function listRunbooks(ctx: Ctx, slug: string): Promise<RunbooksView> {
  const { project } = await authorize(ctx, slug, "record.read");
  const { runbooks } = (await loadRecords(ctx.db, [project.id]))(project.id);
  const summaries = runbooks.map((fact) => runbookSummary(fact, ctx.now));
  return {
    runbooks: RUNBOOK_KINDS.flatMap((kind) => summaries.filter((one) => one.kind === kind)),
    missing: missingIn(runbooks),
    freshDays,
  };
}

function missingIn(runbooks: readonly RunbookFact[]): MissingRunbook[] {
  if (runbooks.length === 0) return RUNBOOK_KINDS.map((kind) => ({ kind, platform: null }));
  const platforms = [...new Set(runbooks.map(({ platform }) => platform))];
  return RUNBOOK_KINDS.flatMap((kind) =>
    platforms
      .filter((platform) => !runbooks.some((book) => book.kind === kind && book.platform === platform))
      .map((platform) => ({ kind, platform })),
  );
}

export function runbookSummary(fact: RunbookFact, now: Date): RunbookSummary {
  const { id, kind, platform, title, steps, rehearsals, updatedAt } = fact;
  return {
    id,
    kind,
    platform,
    title,
    stepCount: steps.length,
    ...runbookStanding(fact, freshDays, now),
    people: peopleForAll(fact),
    lastDryRunAt: rehearsals.find(({ isDryRun }) => isDryRun)?.doneAt ?? null,
    updatedAt,
  };
}
