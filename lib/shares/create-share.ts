import { and, eq } from "drizzle-orm";
import { z } from "zod";
import { packs, shares } from "#db/schema/index.ts";
import { recordActivity } from "#lib/activity/record-activity.ts";
import { authorize } from "#lib/auth/authorize.ts";
import { hashToken, newSecret } from "#lib/auth/secret-token.ts";
import type { Ctx } from "#lib/ctx.ts";
import { notFound } from "#lib/errors.ts";
import { futureWithin } from "#lib/ledger/future-within.ts";
import { parseInput } from "#lib/ledger/parse-input.ts";
import { hashPassphrase, newPassphrase, newPassphraseSchema } from "./passphrase.ts";

export const createShareInput = z.object({
  project: z.string(),
  /** Of the pack. */
  version: z.int().positive(),
  /** Who it is for. */
  label: z.string().trim().min(1, "Say who the link is for.").max(200),
  /** 14 days from now, unless given; at most 90. */
  expiresAt: z.coerce.date().optional(),
  viewsMax: z.int().min(1).max(10_000).default(100),
  /** Whoever opens the link must know it. One of its own choosing is made with `isProtected` alone. */
  passphrase: newPassphraseSchema.optional(),
  isProtected: z.boolean().default(false),
  /** Whether the version can be signed off through it. */
  canSignOff: z.boolean().default(false),
});

const DAY_MS = 86_400_000;
const DAYS_DEFAULT = 14;
const DAYS_MAX = 90;

export type CreatedShare = {
  id: string;
  /** Shown this once; the database keeps only its hash. */
  token: string;
  /** Of the page that it opens. */
  path: string;
  /** The one that was made for it, shown this once; null for one that was given, or none. */
  passphrase: string | null;
  expiresAt: Date;
};

/** Makes a link by which one version of the pack can be read without an account. */
export async function createShare({
  ctx,
  input,
}: {
  ctx: Ctx;
  input: z.input<typeof createShareInput>;
}): Promise<CreatedShare> {
  const { project: slug, version, passphrase: given, isProtected, ...fields } = parseInput(createShareInput, input);
  const { project } = await authorize(ctx, slug, "share.manage");
  const usual = new Date(ctx.now.getTime() + DAYS_DEFAULT * DAY_MS);
  const expiresAt = futureWithin(fields.expiresAt ?? usual, DAYS_MAX, ctx.now, "expiresAt");
  const token = newSecret();
  const generated = isProtected && given === undefined ? newPassphrase() : null;
  const passphrase = given ?? generated;
  const passphraseHash = passphrase === null ? null : await hashPassphrase(passphrase, [project.name, fields.label]);
  return ctx.db.transaction(async (tx) => {
    const [pack] = await tx
      .select({ id: packs.id })
      .from(packs)
      .where(and(eq(packs.projectId, project.id), eq(packs.version, version)));
    if (!pack) throw notFound();
    const [share] = await tx
      .insert(shares)
      .values({
        ...fields,
        expiresAt,
        projectId: project.id,
        packId: pack.id,
        tokenHash: hashToken(token),
        passphraseHash,
        createdBy: ctx.actor.type === "user" ? ctx.actor.id : null,
        createdAt: ctx.now,
      })
      .returning({ id: shares.id });
    if (!share) throw new Error("The share was not stored.");
    await recordActivity(tx, ctx, {
      projectId: project.id,
      action: "share.created",
      objectType: "share",
      objectId: share.id,
      details: {
        version,
        label: fields.label,
        viewsMax: fields.viewsMax,
        expiresAt: expiresAt.toISOString(),
        hasPassphrase: passphraseHash !== null,
        canSignOff: fields.canSignOff,
      },
    });
    return { id: share.id, token, path: `/share/${token}`, passphrase: generated, expiresAt };
  });
}
