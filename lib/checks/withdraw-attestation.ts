import { and, eq } from "drizzle-orm";
import { z } from "zod";
import { attestations } from "#db/schema/index.ts";
import { recordActivity } from "#lib/activity/record-activity.ts";
import { authorize } from "#lib/auth/authorize.ts";
import { isAllowed } from "#lib/auth/permissions.ts";
import type { Ctx } from "#lib/ctx.ts";
import { AppError, notFound } from "#lib/errors.ts";
import { isUuid } from "#lib/ledger/is-uuid.ts";
import { lockProject } from "#lib/ledger/lock-project.ts";
import { parseInput } from "#lib/ledger/parse-input.ts";
import { recordReadiness } from "#lib/ledger/record-readiness.ts";
import type { Attestation } from "./attest.ts";

export const withdrawAttestationInput = z.object({ project: z.string(), attestation: z.string() });

/** It counts no more, and stays in the history. Withdrawing twice is withdrawing once. */
export async function withdrawAttestation({
  ctx,
  input,
}: {
  ctx: Ctx;
  input: z.input<typeof withdrawAttestationInput>;
}): Promise<Attestation> {
  const { project: slug, attestation: id } = parseInput(withdrawAttestationInput, input);
  const { project, role } = await authorize(ctx, slug, "attestation.write");
  if (!isUuid(id)) throw notFound();
  return ctx.db.transaction(async (tx) => {
    await lockProject(tx, project.id);
    const mine = and(eq(attestations.projectId, project.id), eq(attestations.id, id));
    const [attestation] = await tx.select().from(attestations).where(mine).for("update");
    if (!attestation) throw notFound();
    if (attestation.isOverride && !isAllowed(role, "attestation.override")) {
      throw new AppError("forbidden", "Only a founder may lift an override.");
    }
    if (attestation.withdrawnAt) return attestation;
    const [withdrawn] = await tx.update(attestations).set({ withdrawnAt: ctx.now }).where(mine).returning();
    await recordActivity(tx, ctx, {
      projectId: project.id,
      action: "check.attestation_withdrawn",
      objectType: "check",
      objectId: attestation.checkId,
      details: { attestation: id, statement: attestation.statement },
    });
    await recordReadiness(tx, ctx, project.id);
    return withdrawn ?? attestation;
  });
}
