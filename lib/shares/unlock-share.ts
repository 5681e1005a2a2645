import { z } from "zod";
import { verifyPassword } from "#lib/auth/password.ts";
import { newShareTicket, type ShareTicket } from "#lib/auth/share-ticket.ts";
import { forgive, takeAttempt } from "#lib/auth/throttle.ts";
import type { Ctx } from "#lib/ctx.ts";
import { AppError } from "#lib/errors.ts";
import { findLiveShare, visitSchema } from "#lib/ledger/live-share.ts";
import { parseInput } from "#lib/ledger/parse-input.ts";
import { passphraseSchema } from "./passphrase.ts";

export const unlockShareInput = visitSchema.omit({ ticket: true }).extend({
  passphrase: passphraseSchema,
  /** Of the client; null when nobody knows. */
  address: z.string().nullable().default(null),
});

const WRONG = "The passphrase is not right.";

/**
 * Trades the passphrase of a link for a ticket. Attempts are counted as those at signing in are: per link, per network
 * and over all. @returns null for a link that asks for none
 * @throws AppError not_found, throttled, or invalid for a wrong passphrase
 */
export async function unlockShare({
  ctx,
  input,
}: {
  ctx: Pick<Ctx, "db" | "now">;
  input: z.input<typeof unlockShareInput>;
}): Promise<ShareTicket | null> {
  const { token, secret, passphrase, address } = parseInput(unlockShareInput, input);
  const { db, now } = ctx;
  const share = await findLiveShare(db, token, now);
  if (share.passphraseHash === null) return null;
  const attempt = { account: `share:${share.tokenHash}`, address, now };
  await takeAttempt(db, attempt);
  if (!(await verifyPassword(share.passphraseHash, passphrase))) {
    throw new AppError("invalid", WRONG, { fieldErrors: { passphrase: [WRONG] } });
  }
  await forgive(db, attempt);
  return newShareTicket({ shareId: share.id, passphraseHash: share.passphraseHash }, share.expiresAt, now, secret);
}
