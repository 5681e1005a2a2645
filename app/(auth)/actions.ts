"use server";

import { redirect } from "next/navigation";
import { text } from "#app/form-input.ts";
import { openByLink } from "#app/open-by-link.ts";
import { performAsVisitor } from "#app/perform.ts";
import { paths } from "#components/paths.ts";
import type { ActionResult } from "#components/ui/action.ts";
import { getCtx } from "#lib/auth/session.ts";
import { visitorCtx } from "#lib/auth/visitor.ts";
import { notFound } from "#lib/errors.ts";
import { acceptInvitation } from "#lib/members/accept-invitation.ts";
import { createOwner } from "#lib/users/create-owner.ts";
import { afterSignIn } from "./after-sign-in.ts";
import { demoPeople } from "./demo-people.ts";
import { endSession } from "./end-session.ts";
import { openSession } from "./open-session.ts";

type Previous = ActionResult | null;

export async function signInAction(_previous: Previous, form: FormData): Promise<ActionResult> {
  return performAsVisitor(async () => {
    await openSession(text(form, "email"), text(form, "password"));
    redirect(afterSignIn(text(form, "next")));
  });
}

/** The demo's passwords stay on the server. */
export async function demoSignInAction(email: string, _previous: Previous, form: FormData): Promise<ActionResult> {
  return performAsVisitor(async () => {
    const person = demoPeople().find((candidate) => candidate.email === email);
    if (!person) throw notFound();
    await openSession(person.email, person.password);
    redirect(afterSignIn(text(form, "next")));
  });
}

export async function createOwnerAction(_previous: Previous, form: FormData): Promise<ActionResult> {
  return performAsVisitor(async () => {
    const [name, email, password] = [text(form, "name"), text(form, "email"), text(form, "password")];
    await createOwner({ ctx: visitorCtx(), input: { name, email, password } });
    await openSession(email, password);
    redirect(paths.newProject());
  });
}

export async function acceptInvitationAction(
  token: string,
  _previous: Previous,
  form: FormData,
): Promise<ActionResult> {
  return performAsVisitor(async () => {
    const ctx = await getCtx();
    const [name, password] = [text(form, "name"), text(form, "password")];
    const input = ctx ? { token } : { token, name, password };
    const { project, user } = await openByLink((visitor) => acceptInvitation({ ctx: ctx ?? visitor, input }));
    if (!ctx) await openSession(user.email, password);
    redirect(paths.board(project.slug));
  });
}

/** For an invitation that is meant for another account of the same person. */
export async function leaveForInvitationAction(token: string): Promise<ActionResult> {
  return performAsVisitor(async () => {
    await endSession();
    redirect(`/invite/${encodeURIComponent(token)}`);
  });
}
