import { and, eq, gt, isNull } from "drizzle-orm";
import { invitations } from "#db/schema/index.ts";
import { AppError } from "#lib/errors.ts";
import { hashToken } from "./secret-token.ts";

/** Picks the invitation of a link while it can still be accepted. */
export function isOpenInvitation(token: string, now: Date) {
  return and(
    eq(invitations.tokenHash, hashToken(token)),
    isNull(invitations.acceptedAt),
    isNull(invitations.revokedAt),
    gt(invitations.expiresAt, now),
  );
}

/** The one answer for used, revoked, expired and never made. */
export function invitationGone(): AppError {
  return new AppError("gone", "This invitation is not valid, or not any more. Ask for a new one.");
}
