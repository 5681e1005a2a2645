import { and, count, eq, gt, isNull } from "drizzle-orm";
import { z } from "zod";
import { apiTokens } from "#db/schema/index.ts";
import { recordActivity } from "#lib/activity/record-activity.ts";
import { TOKEN_PREFIX } from "#lib/auth/bearer.ts";
import { hashToken, newSecret } from "#lib/auth/secret-token.ts";
import { isVisitor } from "#lib/auth/visitor.ts";
import type { Ctx } from "#lib/ctx.ts";
import { AppError } from "#lib/errors.ts";
import { futureWithin } from "#lib/ledger/future-within.ts";
import { parseInput } from "#lib/ledger/parse-input.ts";

const DAY_MS = 24 * 60 * 60 * 1000;
const DAYS_DEFAULT = 90;
const DAYS_MAX = 365;
const TOKENS_MAX = 20;
/** Enough to tell tokens apart, far too little to guess the rest. */
const SHOWN_LENGTH = 8;

export const createTokenInput = z.object({
  name: z.string().trim().min(1, "Say what the token is for.").max(80, "A name has at most 80 characters."),
  /** 90 days from now, unless given; at most 365. */
  expiresAt: z.coerce.date().optional(),
});

type Token = {
  id: string;
  name: string;
  prefix: string;
  expiresAt: Date;
  /** Shown once, never again. */
  token: string;
};
type Call = { ctx: Ctx; input: z.input<typeof createTokenInput> };

/** An API token that may do what its owner may. */
export async function createToken({ ctx, input }: Call): Promise<Token> {
  const { name, expiresAt: end } = parseInput(createTokenInput, input);
  const { actor } = ctx;
  if (actor.type !== "user" || isVisitor(actor)) throw new AppError("unauthenticated", "Sign in first.");
  const usual = new Date(ctx.now.getTime() + DAYS_DEFAULT * DAY_MS);
  const expiresAt = futureWithin(end ?? usual, DAYS_MAX, ctx.now, "expiresAt");
  const token = `${TOKEN_PREFIX}${newSecret()}`;
  return ctx.db.transaction(async (tx) => {
    const [have] = await tx
      .select({ count: count() })
      .from(apiTokens)
      .where(and(eq(apiTokens.userId, actor.id), isNull(apiTokens.revokedAt), gt(apiTokens.expiresAt, ctx.now)));
    if (have && have.count >= TOKENS_MAX) {
      throw new AppError("conflict", `You have ${TOKENS_MAX} tokens. Revoke one that you no longer use.`);
    }
    const [row] = await tx
      .insert(apiTokens)
      .values({
        userId: actor.id,
        name,
        tokenHash: hashToken(token),
        prefix: token.slice(0, SHOWN_LENGTH),
        createdAt: ctx.now,
        expiresAt,
      })
      .returning();
    if (!row) throw new Error("The token was not stored.");
    await recordActivity(tx, ctx, {
      projectId: null,
      action: "token.created",
      objectType: "token",
      objectId: row.id,
      details: { name, expiresAt: expiresAt.toISOString() },
    });
    return { id: row.id, name, prefix: row.prefix, expiresAt, token };
  });
}
