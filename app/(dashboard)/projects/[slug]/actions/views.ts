"use server";

import { change } from "#app/change.ts";
import { text } from "#app/form-input.ts";
import type { ActionResult } from "#components/ui/action.ts";
import { deleteView } from "#lib/saved-views/delete-view.ts";
import { saveView } from "#lib/saved-views/save-view.ts";

type Previous = ActionResult | null;

export async function saveViewAction(slug: string, _previous: Previous, form: FormData): Promise<ActionResult> {
  return change(async (ctx) => {
    const { name } = await saveView({
      ctx,
      input: { project: slug, name: text(form, "name"), search: text(form, "search") },
    });
    return `The view “${name}” is saved.`;
  });
}

export async function deleteViewAction(slug: string, view: string): Promise<ActionResult> {
  return change(async (ctx) => {
    await deleteView({ ctx, input: { project: slug, view } });
    return "The view is deleted.";
  });
}
