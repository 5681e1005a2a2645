"use server";

import { revalidatePath } from "next/cache";
import { headers } from "next/headers";
import { redirect } from "next/navigation";
import { endSession, forgetSession } from "#app/(auth)/end-session.ts";
import { optional, optionalNumber, text } from "#app/form-input.ts";
import { perform, performAsVisitor } from "#app/perform.ts";
import { paths } from "#components/paths.ts";
import type { ActionResult } from "#components/ui/action.ts";
import { clientAddress } from "#lib/auth/client-address.ts";
import { getSession } from "#lib/auth/session.ts";
import { createProject, type createProjectInput } from "#lib/projects/create-project.ts";
import { createToken } from "#lib/tokens/create-token.ts";
import { revokeToken } from "#lib/tokens/revoke-token.ts";
import { changePassword } from "#lib/users/change-password.ts";
import { signOutEverywhere } from "#lib/users/sign-out-everywhere.ts";

const DAY_MS = 24 * 60 * 60 * 1000;

type Previous = ActionResult | null;

export async function createProjectAction(_previous: Previous, form: FormData): Promise<ActionResult> {
  return perform(async (ctx) => {
    const environment = optional(form, "environment") as (typeof createProjectInput)["_zod"]["input"]["environment"];
    const project = await createProject({
      ctx,
      input: { name: text(form, "name"), description: text(form, "description"), url: text(form, "url"), environment },
    });
    revalidatePath("/", "layout");
    redirect(paths.board(project.slug));
  });
}

/** Also for a session that has ended already. */
export async function signOutAction(): Promise<void> {
  const { ok } = await performAsVisitor(async () => {
    await endSession();
    redirect(paths.signIn());
  });
  if (!ok) throw new Error("The session could not be ended.");
}

export async function signOutEverywhereAction(): Promise<ActionResult> {
  return perform(async (ctx) => {
    await signOutEverywhere({ ctx });
    await forgetSession();
    redirect(paths.signIn());
  });
}

export async function changePasswordAction(_previous: Previous, form: FormData): Promise<ActionResult> {
  return perform(async (ctx) => {
    const session = await getSession();
    await changePassword({
      ctx,
      input: {
        current: text(form, "current"),
        password: text(form, "password"),
        session: session?.sessionId,
        address: clientAddress((await headers()).get("x-forwarded-for")),
      },
    });
    revalidatePath(paths.account());
    return { ok: true, message: "The password is changed, and your other sessions have ended." };
  });
}

/** Answers with the token itself, this once. */
export async function createTokenAction(_previous: Previous, form: FormData): Promise<ActionResult<string>> {
  return perform(async (ctx) => {
    const days = optionalNumber(form, "days");
    const expiresAt = days === undefined ? undefined : new Date(ctx.now.getTime() + days * DAY_MS);
    const { token } = await createToken({ ctx, input: { name: text(form, "name"), expiresAt } });
    revalidatePath(paths.account());
    return { ok: true, data: token };
  });
}

export async function revokeTokenAction(token: string): Promise<ActionResult> {
  return perform(async (ctx) => {
    await revokeToken({ ctx, input: { token } });
    revalidatePath(paths.account());
    return { ok: true, message: "The token works no more." };
  });
}
