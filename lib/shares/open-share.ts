import { and, desc, eq, lt, sql } from "drizzle-orm";
import { z } from "zod";
import type { Db } from "#db/client.ts";
import type { PackFile } from "#db/queries/get-pack-file.ts";
import { loadSignOffs } from "#db/queries/sign-off-rows.ts";
import type { SignOffView } from "#db/queries/views.ts";
import { packs, projects, shares, signOffs } from "#db/schema/index.ts";
import type { Ctx } from "#lib/ctx.ts";
import { notFound } from "#lib/errors.ts";
import { enterShare, isLive, visitSchema } from "#lib/ledger/live-share.ts";
import { parseInput } from "#lib/ledger/parse-input.ts";

export const openShareInput = visitSchema.extend({
  /** Looking at the cover page counts as nothing, so that link scanners use nothing up; fetching the document counts. */
  fetch: z.boolean().default(false),
});

export type OpenedShare = {
  label: string;
  canSignOff: boolean;
  expiresAt: Date;
  project: { name: string };
  isDraft: boolean;
  createdAt: Date;
  pages: number | null;
  /** Bytes of the PDF. */
  size: number | null;
  /** Of this version, by this link. */
  signOffs: SignOffView[];
  /** The model of the newest earlier version that was signed off by a link for the same people. */
  signedOff: unknown;
  /** Its bytes only when fetched. */
  file: PackFile;
};

/**
 * Opens a link for whoever holds it; `ctx.actor` may be anybody.
 * @throws AppError not_found, the same for a link that is unknown, expired, revoked, used up or of an archived project;
 *   unauthenticated for one whose passphrase was not given
 */
export async function openShare({
  ctx,
  input,
}: {
  ctx: Pick<Ctx, "db" | "now">;
  input: z.input<typeof openShareInput>;
}): Promise<OpenedShare> {
  const { fetch, ...visit } = parseInput(openShareInput, input);
  return ctx.db.transaction(async (tx) => {
    const share = await enterShare(tx, visit, ctx.now);
    if (fetch) {
      const counted = await tx
        .update(shares)
        .set({ views: sql`${shares.views} + 1`, lastViewedAt: ctx.now })
        .where(isLive(visit.token, ctx.now))
        .returning({ id: shares.id });
      if (counted.length === 0) throw notFound();
    }
    const [found] = await tx
      .select({
        projectName: projects.name,
        slug: projects.slug,
        isDraft: packs.isDraft,
        createdAt: packs.createdAt,
        pages: packs.pages,
        size: sql<number | null>`length(${packs.pdf})`,
        logo: packs.logo,
        logoType: packs.logoType,
        version: packs.version,
        state: packs.state,
        sha256: packs.sha256,
        model: packs.model,
        pdf: fetch ? packs.pdf : sql<null>`null`,
      })
      .from(packs)
      .innerJoin(projects, eq(projects.id, packs.projectId))
      .where(and(eq(packs.projectId, share.projectId), eq(packs.id, share.packId)));
    if (!found) throw notFound();
    const { projectName, isDraft, createdAt, pages, size, ...file } = found;
    return {
      label: share.label,
      canSignOff: share.canSignOff,
      expiresAt: share.expiresAt,
      project: { name: projectName },
      isDraft,
      createdAt,
      pages,
      size,
      signOffs: fetch ? [] : await loadSignOffs(tx, share.projectId, eq(signOffs.shareId, share.id)),
      signedOff: fetch ? null : await lastSignedOff(tx, share, file.version),
      file,
    };
  });
}

async function lastSignedOff(tx: Db, { projectId, label }: typeof shares.$inferSelect, version: number) {
  const [earlier] = await tx
    .select({ model: packs.model })
    .from(signOffs)
    .innerJoin(packs, and(eq(packs.projectId, signOffs.projectId), eq(packs.id, signOffs.packId)))
    .innerJoin(shares, and(eq(shares.projectId, signOffs.projectId), eq(shares.id, signOffs.shareId)))
    .where(and(eq(signOffs.projectId, projectId), eq(shares.label, label), lt(signOffs.version, version)))
    .orderBy(desc(signOffs.version))
    .limit(1);
  return earlier?.model ?? null;
}
