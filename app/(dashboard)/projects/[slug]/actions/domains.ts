"use server";

import { revalidatePath } from "next/cache";
import { redirect } from "next/navigation";
import { change } from "#app/change.ts";
import { list, optional, text } from "#app/form-input.ts";
import { perform } from "#app/perform.ts";
import { imported } from "#components/old-urls/import-words.ts";
import { paths } from "#components/paths.ts";
import type { ActionResult } from "#components/ui/action.ts";
import type { Profile, ScheduleView } from "#db/queries/domain-views.ts";
import type { Environment } from "#db/queries/views.ts";
import { adoptHost } from "#lib/hosts/adopt-host.ts";
import { ignoreHost } from "#lib/hosts/ignore-host.ts";
import { unignoreHost } from "#lib/hosts/unignore-host.ts";
import { importOldUrls } from "#lib/old-urls/import-old-urls.ts";
import { removeOldUrls } from "#lib/old-urls/remove-old-urls.ts";
import { setSchedule } from "#lib/schedules/set-schedule.ts";
import { addTarget } from "#lib/targets/add-target.ts";
import { removeTarget } from "#lib/targets/remove-target.ts";
import { updateTarget } from "#lib/targets/update-target.ts";

type Previous = ActionResult | null;
type Every = NonNullable<ScheduleView>["every"];

/** The fields of a host's form; the verbs' schemas refuse what is not one of them. */
const noted = (form: FormData) => ({
  profile: text(form, "profile") as Profile,
  environment: text(form, "environment") as Environment,
  expects: list(form, "expects"),
  origins: list(form, "origins"),
  selectors: list(form, "selectors"),
});

export async function addHostAction(slug: string, _previous: Previous, form: FormData): Promise<ActionResult> {
  return change(async (ctx) => {
    await addTarget({ ctx, input: { project: slug, url: text(form, "url"), ...noted(form) } });
    return "The next audit looks at it too.";
  });
}

export async function updateHostAction(
  slug: string,
  target: string,
  _previous: Previous,
  form: FormData,
): Promise<ActionResult> {
  return change(async (ctx) => {
    await updateTarget({ ctx, input: { project: slug, target, ...noted(form) } });
    return "Saved. The next audit goes by it.";
  });
}

export async function removeHostAction(slug: string, target: string): Promise<ActionResult> {
  return perform(async (ctx) => {
    await removeTarget({ ctx, input: { project: slug, target } });
    revalidatePath("/", "layout");
    redirect(paths.domains(slug));
  });
}

export async function adoptHostAction(
  slug: string,
  host: string,
  _previous: Previous,
  form: FormData,
): Promise<ActionResult> {
  return change(async (ctx) => {
    const { profile, environment } = noted(form);
    await adoptHost({ ctx, input: { project: slug, host, profile, environment } });
    return `The next audit looks at ${host} too.`;
  });
}

export async function ignoreHostAction(
  slug: string,
  host: string,
  _previous: Previous,
  form: FormData,
): Promise<ActionResult> {
  return change(async (ctx) => {
    await ignoreHost({ ctx, input: { project: slug, host, reason: text(form, "reason") } });
    return `${host} is ignored.`;
  });
}

export async function unignoreHostAction(slug: string, host: string): Promise<ActionResult> {
  return change(async (ctx) => {
    await unignoreHost({ ctx, input: { project: slug, host } });
    return `${host} waits for a decision again.`;
  });
}

export async function setScheduleAction(slug: string, _previous: Previous, form: FormData): Promise<ActionResult> {
  return change(async (ctx) => {
    const every = text(form, "every");
    await setSchedule({ ctx, input: { project: slug, every: every === "off" ? null : (every as Every) } });
    return every === "off" ? "Audits start only by hand now." : "The schedule is set.";
  });
}

export async function importOldUrlsAction(slug: string, _previous: Previous, form: FormData): Promise<ActionResult> {
  return change(async (ctx) => {
    const mode = optional(form, "mode") === "add" ? "add" : "replace";
    const skipBad = form.has("skipBad");
    return imported(await importOldUrls({ ctx, input: { project: slug, csv: text(form, "csv"), mode, skipBad } }));
  });
}

export async function removeOldUrlsAction(slug: string): Promise<ActionResult> {
  return change(async (ctx) => {
    const removed = await removeOldUrls({ ctx, input: { project: slug } });
    return `${removed} old ${removed === 1 ? "address is" : "addresses are"} removed.`;
  });
}
