"use server";

import { revalidatePath } from "next/cache";
import { redirect } from "next/navigation";
import { change } from "#app/change.ts";
import { optional, optionalNumber, text } from "#app/form-input.ts";
import { perform } from "#app/perform.ts";
import { paths } from "#components/paths.ts";
import type { ActionResult } from "#components/ui/action.ts";
import { closeRisk } from "#lib/risks/close-risk.ts";
import { createRisk } from "#lib/risks/create-risk.ts";
import { markFixed } from "#lib/risks/mark-fixed.ts";
import { updateRisk } from "#lib/risks/update-risk.ts";
import type { CheckId, Severity } from "#lib/roadmap/ids.ts";

type Previous = ActionResult | null;

export async function createRiskAction(slug: string, _previous: Previous, form: FormData): Promise<ActionResult> {
  return perform(async (ctx) => {
    const created = await createRisk({
      ctx,
      input: {
        project: slug,
        title: text(form, "title"),
        description: text(form, "description"),
        // The verb's schema refuses what is not one of them.
        checkId: text(form, "checkId") as CheckId,
        severity: text(form, "severity") as Severity,
        likelihood: optionalNumber(form, "likelihood"),
        impact: optionalNumber(form, "impact"),
        ownerId: optional(form, "ownerId") ?? null,
        dueAt: optional(form, "dueAt") ?? null,
      },
    });
    revalidatePath("/", "layout");
    redirect(paths.risk(slug, created.number));
  });
}

export async function updateRiskAction(
  slug: string,
  number: number,
  _previous: Previous,
  form: FormData,
): Promise<ActionResult> {
  return change(async (ctx) => {
    const isGiven = (name: string) => form.get(name) !== null;
    await updateRisk({
      ctx,
      input: {
        project: slug,
        number,
        ...(isGiven("title") ? { title: text(form, "title"), description: text(form, "description") } : {}),
        ...(isGiven("checkId") ? { checkId: text(form, "checkId") as CheckId } : {}),
        ...(isGiven("severity") ? { severity: text(form, "severity") as Severity } : {}),
        ...(isGiven("ownerId") ? { ownerId: optional(form, "ownerId") ?? null } : {}),
        ...(isGiven("dueAt") ? { dueAt: optional(form, "dueAt") ?? null } : {}),
        ...(isGiven("likelihood") ? { likelihood: optionalNumber(form, "likelihood") } : {}),
        ...(isGiven("impact") ? { impact: optionalNumber(form, "impact") } : {}),
        ...(optional(form, "reason") === undefined ? {} : { reason: text(form, "reason") }),
      },
    });
    return "Saved.";
  });
}

export async function markFixedAction(slug: string, number: number): Promise<ActionResult> {
  return change(async (ctx) => {
    const { run } = await markFixed({ ctx, input: { project: slug, number } });
    return `Run ${run.number} looks whether it is fixed.`;
  });
}

export async function closeRiskAction(
  slug: string,
  number: number,
  _previous: Previous,
  form: FormData,
): Promise<ActionResult> {
  return change(async (ctx) => {
    await closeRisk({ ctx, input: { project: slug, number, reason: text(form, "reason") } });
    return `Risk ${number} is closed.`;
  });
}
