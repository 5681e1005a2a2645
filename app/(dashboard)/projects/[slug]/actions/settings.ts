"use server";

import { revalidatePath } from "next/cache";
import { redirect } from "next/navigation";
import { change } from "#app/change.ts";
import { optional, text } from "#app/form-input.ts";
import { perform } from "#app/perform.ts";
import { paths } from "#components/paths.ts";
import type { ActionResult } from "#components/ui/action.ts";
import type { Role } from "#lib/auth/permissions.ts";
import { env } from "#lib/env.ts";
import { AppError } from "#lib/errors.ts";
import { changeRole } from "#lib/members/change-role.ts";
import { inviteMember } from "#lib/members/invite-member.ts";
import { removeMember } from "#lib/members/remove-member.ts";
import { revokeInvitation } from "#lib/members/revoke-invitation.ts";
import { archiveProject } from "#lib/projects/archive-project.ts";
import { updateProject } from "#lib/projects/update-project.ts";
import { addTarget, type addTargetInput } from "#lib/targets/add-target.ts";
import { removeTarget } from "#lib/targets/remove-target.ts";

type Previous = ActionResult | null;

export async function updateProjectAction(slug: string, _previous: Previous, form: FormData): Promise<ActionResult> {
  return change(async (ctx) => {
    await updateProject({
      ctx,
      input: { project: slug, name: text(form, "name"), description: text(form, "description") },
    });
    return "Saved.";
  });
}

/** The name must have been typed, against slips of the hand. */
export async function archiveProjectAction(
  slug: string,
  name: string,
  _previous: Previous,
  form: FormData,
): Promise<ActionResult> {
  return perform(async (ctx) => {
    if (text(form, "confirmation").trim() !== name) {
      const message = `This is not the name. Type “${name}”.`;
      throw new AppError("invalid", message, { fieldErrors: { confirmation: [message] } });
    }
    await archiveProject({ ctx, input: { project: slug } });
    revalidatePath("/", "layout");
    redirect(paths.projects());
  });
}

export async function addTargetAction(slug: string, _previous: Previous, form: FormData): Promise<ActionResult> {
  return change(async (ctx) => {
    const environment = optional(form, "environment") as (typeof addTargetInput)["_zod"]["input"]["environment"];
    await addTarget({ ctx, input: { project: slug, url: text(form, "url"), environment } });
    return "The next audit looks at it too.";
  });
}

export async function removeTargetAction(slug: string, target: string): Promise<ActionResult> {
  return change(async (ctx) => {
    await removeTarget({ ctx, input: { project: slug, target } });
    return "It is no longer audited.";
  });
}

/** Answers with the link, this once. */
export async function inviteAction(slug: string, _previous: Previous, form: FormData): Promise<ActionResult<string>> {
  return perform(async (ctx) => {
    const { token } = await inviteMember({
      ctx,
      input: { project: slug, email: text(form, "email"), role: text(form, "role") as Role },
    });
    revalidatePath(paths.settings(slug));
    return { ok: true, data: `${env().BASE_URL}/invite/${token}` };
  });
}

export async function revokeInvitationAction(slug: string, invitation: string): Promise<ActionResult> {
  return change(async (ctx) => {
    await revokeInvitation({ ctx, input: { project: slug, invitation } });
    return "The invitation is withdrawn.";
  });
}

export async function changeRoleAction(
  slug: string,
  user: string,
  _previous: Previous,
  form: FormData,
): Promise<ActionResult> {
  return change(async (ctx) => {
    await changeRole({ ctx, input: { project: slug, user, role: text(form, "role") as Role } });
    return "The role counts from their next request on.";
  });
}

export async function removeMemberAction(slug: string, user: string): Promise<ActionResult> {
  return perform(async (ctx) => {
    await removeMember({ ctx, input: { project: slug, user } });
    revalidatePath("/", "layout");
    if (ctx.actor.type === "user" && ctx.actor.id === user) redirect(paths.projects());
    return { ok: true, message: "They are no longer a member." };
  });
}
