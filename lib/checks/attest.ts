import { z } from "zod";
import { attestations } from "#db/schema/index.ts";
import { recordActivity } from "#lib/activity/record-activity.ts";
import { authorize } from "#lib/auth/authorize.ts";
import type { Ctx } from "#lib/ctx.ts";
import { AppError } from "#lib/errors.ts";
import { lockProject } from "#lib/ledger/lock-project.ts";
import { parseInput } from "#lib/ledger/parse-input.ts";
import { recordReadiness } from "#lib/ledger/record-readiness.ts";
import { CHECK_IDS } from "#lib/roadmap/ids.ts";

export const attestInput = z.object({
  project: z.string(),
  checkId: z.enum(CHECK_IDS),
  statement: z.string().trim().min(10, "Say what was looked at and what was found, in a sentence.").max(5000),
  link: z
    .url({ protocol: /^https?$/, error: "Give a full address that begins with https:// or http://." })
    .max(2000)
    .nullable()
    .default(null),
  /** When what is stated was true. */
  observedAt: z.coerce.date(),
  expiresAt: z.coerce.date().nullable().default(null),
  /** Lets the statement stand against what the rules say. */
  isOverride: z.boolean().default(false),
});

export type Attestation = typeof attestations.$inferSelect;

/** A clock that is a little ahead is not a lie. */
const CLOCK_SKEW_MS = 5 * 60_000;

/** Records a person's dated evidence. */
export async function attest({ ctx, input }: { ctx: Ctx; input: z.input<typeof attestInput> }): Promise<Attestation> {
  const { project: slug, ...stated } = parseInput(attestInput, input);
  const permission = stated.isOverride ? "attestation.override" : "attestation.write";
  const { project } = await authorize(ctx, slug, permission);
  if (stated.observedAt.getTime() > ctx.now.getTime() + CLOCK_SKEW_MS) {
    throw invalid("observedAt", "This lies in the future: say when it was seen.");
  }
  if (stated.expiresAt && stated.expiresAt <= ctx.now) {
    throw invalid("expiresAt", "This has passed already: choose an end that is still to come, or none.");
  }
  return ctx.db.transaction(async (tx) => {
    await lockProject(tx, project.id);
    const authorId = ctx.actor.type === "user" ? ctx.actor.id : null;
    const [attestation] = await tx
      .insert(attestations)
      .values({ ...stated, projectId: project.id, authorId, createdAt: ctx.now })
      .returning();
    if (!attestation) throw new Error("The attestation was not stored.");
    await recordActivity(tx, ctx, {
      projectId: project.id,
      action: stated.isOverride ? "check.overridden" : "check.attested",
      objectType: "check",
      objectId: stated.checkId,
      details: {
        attestation: attestation.id,
        statement: stated.statement,
        observedAt: stated.observedAt.toISOString(),
        expiresAt: stated.expiresAt?.toISOString() ?? null,
      },
    });
    await recordReadiness(tx, ctx, project.id);
    return attestation;
  });
}

function invalid(field: string, message: string): AppError {
  return new AppError("invalid", message, { fieldErrors: { [field]: [message] } });
}
