import { and, desc, eq, type SQL } from "drizzle-orm";
import type { Db } from "../client.ts";
import { packs, shares, signOffs } from "../schema/index.ts";
import { iso } from "./iso.ts";
import type { SignOffView } from "./views.ts";

/** Sign-offs of a project, newest first. */
export async function loadSignOffs(db: Db, projectId: string, where?: SQL): Promise<SignOffView[]> {
  const rows = await db
    .select({ signOff: signOffs, isDraft: packs.isDraft, link: shares.label })
    .from(signOffs)
    .innerJoin(packs, and(eq(packs.projectId, signOffs.projectId), eq(packs.id, signOffs.packId)))
    .leftJoin(shares, and(eq(shares.projectId, signOffs.projectId), eq(shares.id, signOffs.shareId)))
    .where(and(eq(signOffs.projectId, projectId), where))
    .orderBy(desc(signOffs.signedAt), desc(signOffs.id));
  return rows.map(({ signOff, isDraft, link }) => ({
    id: signOff.id,
    version: signOff.version,
    isDraft,
    sha256: signOff.sha256,
    name: signOff.name,
    organisation: signOff.organisation,
    remark: signOff.remark,
    signedAt: iso(signOff.signedAt),
    shareId: signOff.shareId,
    link,
  }));
}
