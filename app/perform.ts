import "server-only";
import { randomUUID } from "node:crypto";
import { headers } from "next/headers";
import { unstable_rethrow } from "next/navigation";
import type { ActionResult } from "#components/ui/action.ts";
import { isSameOrigin } from "#lib/auth/origin.ts";
import { getCtx } from "#lib/auth/session.ts";
import type { Ctx } from "#lib/ctx.ts";
import { env } from "#lib/env.ts";
import { AppError } from "#lib/errors.ts";
import { forLog, knownError } from "#lib/known-error.ts";

type Answer<T> = ActionResult<T> | undefined;

/** Errors as values, for forms. What is not ours to show is logged under a reference. */
function failure(error: unknown): ActionResult<never> {
  unstable_rethrow(error);
  const known = knownError(error);
  if (known) {
    const { code, message, fieldErrors } = known;
    return { ok: false, code, message, fieldErrors };
  }
  const reference = randomUUID();
  console.error(JSON.stringify({ level: "error", reference, error: forLog(error) }));
  return {
    ok: false,
    code: "internal",
    message: `Something went wrong. If it stays, tell us this reference: ${reference}`,
  };
}

/** For actions that need no account. */
export async function performAsVisitor<T>(work: () => Promise<Answer<T>>): Promise<ActionResult<T>> {
  try {
    if (!isSameOrigin(await headers(), env().BASE_URL)) {
      throw new AppError("forbidden", "This request did not come from our own pages.");
    }
    return (await work()) ?? { ok: true };
  } catch (error) {
    return failure(error);
  }
}

/** The one shape of a server action: from our own page, signed in, a verb, an answer for the form. */
export async function perform<T>(work: (ctx: Ctx) => Promise<Answer<T>>): Promise<ActionResult<T>> {
  return performAsVisitor(async () => {
    const ctx = await getCtx();
    if (!ctx) throw new AppError("unauthenticated", "You are signed out. Sign in again; what you typed is still here.");
    return work(ctx);
  });
}
