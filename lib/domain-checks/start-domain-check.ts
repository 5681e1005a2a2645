import { z } from "zod";
import { domainChecks } from "#db/schema/index.ts";
import { hashToken, newSecret } from "#lib/auth/secret-token.ts";
import type { Ctx } from "#lib/ctx.ts";
import { notFound } from "#lib/errors.ts";
import { enqueue } from "#lib/jobs/queue.ts";
import { parseInput } from "#lib/ledger/parse-input.ts";
import { offersPublicTools, publicHostSchema } from "#lib/public-target.ts";
import { throttleChecks } from "./throttle-checks.ts";

export const startDomainCheckInput = z.object({
  host: publicHostSchema,
  /** Of who asks; counted by its network, and kept nowhere else. */
  address: z.string().nullable(),
});

/** How long the result can be read. */
const LIFE_MS = 60 * 60 * 1000;

export type StartedDomainCheck = {
  /** Shown this once; the database keeps only its hash. */
  token: string;
  host: string;
  expiresAt: Date;
};

/**
 * Has a host looked at for whoever asks; `ctx.actor` may be anybody.
 * @throws AppError not_found where the operator switched the tools off, throttled, or invalid for the field `host`
 */
export async function startDomainCheck({
  ctx,
  input,
}: {
  ctx: Pick<Ctx, "db" | "now">;
  input: z.input<typeof startDomainCheckInput>;
}): Promise<StartedDomainCheck> {
  if (!offersPublicTools()) throw notFound();
  const { host, address } = parseInput(startDomainCheckInput, input);
  const token = newSecret();
  const expiresAt = new Date(ctx.now.getTime() + LIFE_MS);
  return ctx.db.transaction(async (tx) => {
    await throttleChecks(tx, { host, address, now: ctx.now });
    const [check] = await tx
      .insert(domainChecks)
      .values({ tokenHash: hashToken(token), host, state: "queued", createdAt: ctx.now, expiresAt })
      .returning({ id: domainChecks.id });
    if (!check) throw new Error("The check was not stored.");
    await enqueue(tx, "check-domain", check.id, { domainCheckId: check.id });
    return { token, host, expiresAt };
  });
}
