"use server";

import { revalidatePath } from "next/cache";
import { redirect } from "next/navigation";
import { change } from "#app/change.ts";
import { perform } from "#app/perform.ts";
import { paths } from "#components/paths.ts";
import type { ActionResult } from "#components/ui/action.ts";
import { rulesFor } from "#lib/audits/registry.ts";
import type { CheckId } from "#lib/roadmap/ids.ts";
import { CHECKS } from "#lib/roadmap/stages.ts";
import { cancelRun } from "#lib/runs/cancel-run.ts";
import { startRun } from "#lib/runs/start-run.ts";

export async function startRunAction(slug: string): Promise<ActionResult> {
  return perform(async (ctx) => {
    const run = await startRun({ ctx, input: { project: slug } });
    revalidatePath("/", "layout");
    redirect(paths.run(slug, run.number));
  });
}

/** Audits again just what feeds one check. */
export async function checkAgainAction(slug: string, checkId: CheckId): Promise<ActionResult> {
  return change(async (ctx) => {
    const rules = rulesFor(checkId).map((rule) => rule.id);
    const run = await startRun({ ctx, input: { project: slug, rules } });
    return `Run ${run.number} looks at “${CHECKS[checkId].title}” again.`;
  });
}

export async function cancelRunAction(slug: string, number: number): Promise<ActionResult> {
  return change(async (ctx) => {
    await cancelRun({ ctx, input: { project: slug, number } });
    return `Run ${number} is being cancelled.`;
  });
}
