import { z } from "zod";
import { TREATMENTS } from "#db/schema/index.ts";
import { futureWithin } from "#lib/ledger/future-within.ts";
import { reason } from "./schemas.ts";

const DAYS_MAX = 180;

/** What a decision says, whoever asks for it. */
export const decisionFields = z.object({
  treatment: z.enum(TREATMENTS),
  reason,
  compensatingControl: z.string().trim().max(2000).default(""),
  /** Who answers for it until it ends; the risk's owner, unless given. */
  ownerId: z.uuid().nullable().optional(),
  /** Required to defer or accept: the day on which the risk blocks again by itself. */
  expiresAt: z.coerce.date().nullable().default(null),
});

export type DecisionFields = z.output<typeof decisionFields>;

/** Fixing has no end; putting off has one that is near. @throws AppError invalid, on `expiresAt` */
export function withEnd(fields: DecisionFields, now: Date): DecisionFields {
  const expiresAt = fields.treatment === "fix_now" ? null : futureWithin(fields.expiresAt, DAYS_MAX, now, "expiresAt");
  return { ...fields, expiresAt };
}
