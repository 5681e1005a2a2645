import "server-only";
import { notFound } from "next/navigation";
import { visitorCtx } from "#lib/auth/visitor.ts";
import { AppError } from "#lib/errors.ts";
import { type OpenedShare, openShare } from "#lib/shares/open-share.ts";

/** The same "not found" for a link that is unknown, expired, revoked or used up. */
export async function readShare(token: string): Promise<OpenedShare> {
  try {
    return await openShare({ ctx: visitorCtx(), input: { token } });
  } catch (error) {
    if (error instanceof AppError) notFound();
    throw error;
  }
}
