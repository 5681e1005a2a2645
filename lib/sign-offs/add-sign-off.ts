import { and, eq, type SQL } from "drizzle-orm";
import type { Db } from "#db/client.ts";
import { packs, signOffs } from "#db/schema/index.ts";
import { recordActivity } from "#lib/activity/record-activity.ts";
import type { Ctx } from "#lib/ctx.ts";
import { AppError, notFound } from "#lib/errors.ts";

export type SignOff = typeof signOffs.$inferSelect;

type Given = Pick<SignOff, "name" | "organisation" | "remark" | "shareId" | "userId">;

type Call = {
  projectId: string;
  /** Picks the version. */
  pack: SQL;
  given: Given;
  /** Picks what the same person said before, by the same way. */
  same: SQL | undefined;
  /** How the history tells of the way. */
  through: Record<string, string>;
};

/** By one way, of one version: enough for every hand of a client, too few to fill a page with names. */
const SIGN_OFFS_MAX = 20;

/** Writes a sign-off down, once: for the same person, way and version the first one is the answer. */
export async function addSignOff(tx: Db, ctx: Ctx, { projectId, pack: which, given, same, through }: Call) {
  const [pack] = await tx
    .select({ id: packs.id, version: packs.version, sha256: packs.sha256, isDraft: packs.isDraft, state: packs.state })
    .from(packs)
    .where(and(eq(packs.projectId, projectId), which));
  if (!pack) throw notFound();
  if (pack.state !== "ready" || pack.sha256 === null) {
    throw new AppError("conflict", "This version has no document yet, so there is nothing to sign off.");
  }
  const { id: packId, version, sha256, isDraft } = pack;
  const before = await tx
    .select()
    .from(signOffs)
    .where(and(eq(signOffs.projectId, projectId), eq(signOffs.packId, packId), same));
  const [again] = before.filter(({ name }) => folded(name) === folded(given.name));
  if (again) return again;
  if (before.length >= SIGN_OFFS_MAX) {
    throw new AppError("conflict", `${SIGN_OFFS_MAX} people have signed this version off already.`);
  }
  const [signOff] = await tx
    .insert(signOffs)
    .values({ ...given, projectId, packId, version, sha256, signedAt: ctx.now })
    .returning();
  if (!signOff) throw new Error("The sign-off was not stored.");
  const { name, organisation } = given;
  await recordActivity(tx, ctx, {
    projectId,
    action: isDraft ? "pack.received" : "pack.signed_off",
    objectType: "pack",
    objectId: packId,
    details: { version, sha256, isDraft, name, organisation, ...through },
  });
  return signOff;
}

const folded = (name: string) => name.normalize("NFKC").replaceAll(/\s+/g, " ").toLowerCase();
