import "server-only";
import { notFound } from "next/navigation";
import { openByLink } from "#app/open-by-link.ts";
import { AppError } from "#lib/errors.ts";
import { type OpenedShare, openShare } from "#lib/shares/open-share.ts";

/** The same "not found" for a link that is unknown, expired, revoked or used up, and for whoever guesses. */
export async function readShare(token: string): Promise<OpenedShare> {
  try {
    return await openByLink((ctx) => openShare({ ctx, input: { token } }));
  } catch (error) {
    if (error instanceof AppError) notFound();
    throw error;
  }
}
