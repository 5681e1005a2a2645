"use server";

import { revalidatePath } from "next/cache";
import { redirect } from "next/navigation";
import { change } from "#app/change.ts";
import { optional, text } from "#app/form-input.ts";
import { perform } from "#app/perform.ts";
import { paths } from "#components/paths.ts";
import type { ActionResult } from "#components/ui/action.ts";
import { AppError } from "#lib/errors.ts";
import type { Platform, RunbookKind } from "#lib/roadmap/records/types.ts";
import { archiveRunbook } from "#lib/runbooks/archive-runbook.ts";
import { createRunbook } from "#lib/runbooks/create-runbook.ts";
import { recordRehearsal } from "#lib/runbooks/record-rehearsal.ts";
import { removeRehearsal } from "#lib/runbooks/remove-rehearsal.ts";
import { updateRunbook } from "#lib/runbooks/update-runbook.ts";

type Previous = ActionResult | null;

export async function createRunbookAction(slug: string, _previous: Previous, form: FormData): Promise<ActionResult> {
  return perform(async (ctx) => {
    const isEmpty = text(form, "start") === "empty";
    const { id } = await createRunbook({
      ctx,
      input: {
        project: slug,
        kind: text(form, "kind") as RunbookKind,
        platform: text(form, "platform") as Platform,
        title: text(form, "title"),
        ...(isEmpty && { steps: [] }),
      },
    });
    revalidatePath("/", "layout");
    redirect(paths.runbook(slug, id) + (isEmpty ? "?edit=1" : ""));
  });
}

export async function updateRunbookAction(
  slug: string,
  runbook: string,
  _previous: Previous,
  form: FormData,
): Promise<ActionResult> {
  return perform(async (ctx) => {
    await updateRunbook({
      ctx,
      input: {
        project: slug,
        runbook,
        title: text(form, "title"),
        steps: stepsOf(text(form, "steps")),
        basedOn: optional(form, "basedOn"),
      },
    });
    revalidatePath("/", "layout");
    redirect(paths.runbook(slug, runbook));
  });
}

type Steps = NonNullable<Parameters<typeof updateRunbook>[0]["input"]["steps"]>;

/** The verb's schema judges what is in it. */
function stepsOf(json: string): Steps {
  try {
    return JSON.parse(json) as Steps;
  } catch (cause) {
    throw new AppError("invalid", "The steps did not arrive whole. Load the page again.", { cause });
  }
}

export async function archiveRunbookAction(slug: string, runbook: string): Promise<ActionResult> {
  return perform(async (ctx) => {
    await archiveRunbook({ ctx, input: { project: slug, runbook } });
    revalidatePath("/", "layout");
    redirect(paths.runbooks(slug));
  });
}

export async function recordRehearsalAction(
  slug: string,
  runbook: string,
  _previous: Previous,
  form: FormData,
): Promise<ActionResult> {
  return change(async (ctx) => {
    const person = text(form, "person");
    const { personName, stepIds } = await recordRehearsal({
      ctx,
      input: {
        project: slug,
        runbook,
        personId: person === "outside" ? null : person,
        personName: text(form, "personName"),
        isDryRun: text(form, "kind") !== "real",
        steps: form.getAll("steps").map(String),
        doneAt: text(form, "doneAt"),
        note: text(form, "note"),
      },
    });
    return `Recorded: ${personName} did ${stepIds.length} ${stepIds.length === 1 ? "step" : "steps"}.`;
  });
}

export async function removeRehearsalAction(slug: string, runbook: string, rehearsal: string): Promise<ActionResult> {
  return change(async (ctx) => {
    await removeRehearsal({ ctx, input: { project: slug, runbook, rehearsal } });
    return "The run no longer counts.";
  });
}
