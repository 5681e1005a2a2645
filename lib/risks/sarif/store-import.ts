import { and, eq } from "drizzle-orm";
import type { Db } from "#db/client.ts";
import { imports } from "#db/schema/index.ts";
import type { Scan } from "#lib/audits/sarif-import/scans-in.ts";
import type { Ctx } from "#lib/ctx.ts";
import type { ScanEffect } from "./apply-scan.ts";
import { sha256 } from "./fingerprint-of.ts";

type Stored = { projectId: string; fileName: string; scan: Scan; effect: ScanEffect };

/** Keeps what was read and what it did; nothing for our own export, and nothing for a scan that is known and did nothing. */
export async function storeImport(
  tx: Db,
  ctx: Ctx,
  { projectId, fileName, scan, effect }: Stored,
): Promise<{ id: string } | null> {
  const { findings, opened, reopened, verified, changed, skipped } = effect;
  const sum = sumOf(scan);
  if (opened + reopened + verified + changed === 0) {
    if (scan.isOurs) return null;
    const [known] = await tx
      .select({ id: imports.id })
      .from(imports)
      .where(and(eq(imports.projectId, projectId), eq(imports.tool, scan.tool), eq(imports.sha256, sum)))
      .limit(1);
    if (known) return null;
  }
  const [stored] = await tx
    .insert(imports)
    .values({
      projectId,
      fileName,
      sha256: sum,
      tool: scan.tool,
      toolVersion: scan.version,
      findings,
      opened,
      reopened,
      verified,
      skipped,
      importedBy: ctx.actor.type === "user" ? ctx.actor.id : null,
      createdAt: ctx.now,
    })
    .returning({ id: imports.id });
  return stored ?? null;
}

/** Of what was read, in a fixed order. */
function sumOf({ tool, version, findings, skipped }: Scan): string {
  const lines = findings.map((finding) => JSON.stringify(finding)).toSorted();
  return sha256(JSON.stringify([tool, version, skipped, lines]));
}
