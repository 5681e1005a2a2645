"use server";

import { revalidatePath } from "next/cache";
import { redirect } from "next/navigation";
import { change } from "#app/change.ts";
import { optionalNumber, text } from "#app/form-input.ts";
import { perform } from "#app/perform.ts";
import { paths } from "#components/paths.ts";
import type { ActionResult } from "#components/ui/action.ts";
import { finishSprint } from "#lib/sprints/finish-sprint.ts";
import { pauseSprint } from "#lib/sprints/pause-sprint.ts";
import { resumeSprint } from "#lib/sprints/resume-sprint.ts";
import { startSprint } from "#lib/sprints/start-sprint.ts";

type Previous = ActionResult | null;

export async function startSprintAction(slug: string, _previous: Previous, form: FormData): Promise<ActionResult> {
  return perform(async (ctx) => {
    await startSprint({
      ctx,
      input: { project: slug, goal: text(form, "goal"), hours: optionalNumber(form, "hours") },
    });
    revalidatePath("/", "layout");
    redirect(paths.sprint(slug));
  });
}

export async function pauseSprintAction(slug: string): Promise<ActionResult> {
  return change(async (ctx) => {
    await pauseSprint({ ctx, input: { project: slug } });
    return "The clock stands still.";
  });
}

export async function resumeSprintAction(slug: string): Promise<ActionResult> {
  return change(async (ctx) => {
    await resumeSprint({ ctx, input: { project: slug } });
    return "The clock runs again.";
  });
}

export async function finishSprintAction(slug: string): Promise<ActionResult> {
  return perform(async (ctx) => {
    const { number } = await finishSprint({ ctx, input: { project: slug } });
    revalidatePath("/", "layout");
    redirect(paths.sprint(slug, number));
  });
}
