import { and, eq, gt, isNull, lt, sql } from "drizzle-orm";
import { z } from "zod";
import type { PackFile } from "#db/queries/get-pack-file.ts";
import { packs, projects, shares } from "#db/schema/index.ts";
import type { Ctx } from "#lib/ctx.ts";
import { notFound } from "#lib/errors.ts";
import { parseInput } from "#lib/ledger/parse-input.ts";
import { hashShareToken } from "./share-token.ts";

export const openShareInput = z.object({
  token: z.string(),
  /** Looking at the cover page counts as nothing, so that link scanners use nothing up; fetching the document counts. */
  fetch: z.boolean().default(false),
});

export type OpenedShare = {
  label: string;
  expiresAt: Date;
  project: { name: string };
  isDraft: boolean;
  createdAt: Date;
  pages: number | null;
  /** Its bytes only when fetched. */
  file: PackFile;
};

/**
 * Opens a link for whoever holds it; `ctx.actor` may be anybody.
 * @throws AppError not_found, the same for a link that is unknown, expired, revoked, used up or of an archived project.
 */
export async function openShare({
  ctx,
  input,
}: {
  ctx: Pick<Ctx, "db" | "now">;
  input: z.input<typeof openShareInput>;
}): Promise<OpenedShare> {
  const { token, fetch } = parseInput(openShareInput, input);
  const alive = and(
    eq(shares.tokenHash, hashShareToken(token)),
    isNull(shares.revokedAt),
    gt(shares.expiresAt, ctx.now),
    lt(shares.views, shares.viewsMax),
  );
  return ctx.db.transaction(async (tx) => {
    if (fetch) {
      const counted = await tx
        .update(shares)
        .set({ views: sql`${shares.views} + 1`, lastViewedAt: ctx.now })
        .where(alive)
        .returning({ id: shares.id });
      if (counted.length === 0) throw notFound();
    }
    // A fetch that used the last view has just been paid for.
    const condition = fetch ? eq(shares.tokenHash, hashShareToken(token)) : alive;
    const [found] = await tx
      .select({
        label: shares.label,
        expiresAt: shares.expiresAt,
        projectName: projects.name,
        slug: projects.slug,
        isDraft: packs.isDraft,
        createdAt: packs.createdAt,
        pages: packs.pages,
        version: packs.version,
        state: packs.state,
        sha256: packs.sha256,
        model: packs.model,
        pdf: fetch ? packs.pdf : sql<null>`null`,
      })
      .from(shares)
      .innerJoin(packs, and(eq(packs.projectId, shares.projectId), eq(packs.id, shares.packId)))
      .innerJoin(projects, eq(projects.id, shares.projectId))
      .where(and(condition, isNull(projects.archivedAt)));
    if (!found) throw notFound();
    const { label, expiresAt, projectName, isDraft, createdAt, pages, ...file } = found;
    return { label, expiresAt, project: { name: projectName }, isDraft, createdAt, pages, file };
  });
}
