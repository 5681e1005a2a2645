import { and, eq, inArray } from "drizzle-orm";
import type { Db } from "#db/client.ts";
import { risks } from "#db/schema/index.ts";
import { type Activity, recordActivities } from "#lib/activity/record-activity.ts";
import type { Scan } from "#lib/audits/sarif-import/scans-in.ts";
import type { Ctx } from "#lib/ctx.ts";
import type { Risk } from "../load-risk.ts";
import { byFingerprint, fingerprintOf } from "./fingerprint-of.ts";
import { followFinding } from "./follow-finding.ts";
import { insertFindings } from "./insert-findings.ts";

/** `changed`: open ones of which the tool says something else now. `skipped`: results that are no findings, or ours. */
export type ScanEffect = {
  findings: number;
  opened: number;
  reopened: number;
  verified: number;
  changed: number;
  skipped: number;
};

type Application = { projectId: string; scan: Scan; fileName: string; isComplete: boolean };
type Said = Omit<Activity, "projectId">;

/** Lays one tool's findings over the register. The caller holds the project's lock. */
export async function applyScan(
  tx: Db,
  ctx: Ctx,
  { projectId, scan, fileName, isComplete }: Application,
): Promise<ScanEffect> {
  const register = await tx.select().from(risks).where(eq(risks.projectId, projectId));
  const own = new Set(register.map(ownName));
  const foreign = scan.findings.filter(({ ours }) => ours === null || !own.has(ours));
  const findings = byFingerprint(foreign);
  const known = new Map(register.map((risk) => [risk.fingerprint, risk]));
  // An export is no scan: it says what a register knew, not what is there now.
  const isNewest = isComplete && !scan.isOurs;
  const said: Said[] = [];
  const say = (risk: Risk, action: string, details: Record<string, unknown>) => {
    const source = { number: risk.number, tool: scan.tool, file: fileName };
    said.push({ action, objectType: "risk", objectId: risk.id, details: { ...source, ...details } });
  };

  const fresh = [...findings].filter(([fingerprint]) => !known.has(fingerprint));
  const opened = await insertFindings(tx, ctx, { projectId, register, fresh });
  for (const risk of opened) say(risk, "risk.imported", { title: risk.title, severity: risk.severity });

  let reopened = 0;
  let changed = 0;
  for (const [fingerprint, finding] of findings) {
    const risk = known.get(fingerprint);
    if (!risk) continue;
    const isReturn = risk.state === "verified" || risk.state === "closed";
    const changes = await followFinding(tx, ctx, { risk, finding, isReturn, isNewest });
    if (changes === null) continue;
    if (isReturn) reopened += 1;
    else changed += 1;
    say(risk, isReturn ? "risk.reopened" : "risk.updated", { changes });
  }

  const present = new Set([...findings.keys(), ...scan.suppressed.map((one) => fingerprintOf(scan.tool, one))]);
  const gone = register.filter(
    ({ tool, state, fingerprint }) => tool === scan.tool && state === "open" && !present.has(fingerprint ?? ""),
  );
  const verified = isNewest ? gone : [];
  await verifyAll(tx, ctx, projectId, verified);
  for (const risk of verified) say(risk, "risk.verified", { isComplete });

  await recordActivities(tx, ctx, projectId, said);
  return {
    findings: scan.findings.length,
    opened: opened.length,
    reopened,
    verified: verified.length,
    changed,
    skipped: scan.skipped + scan.findings.length - foreign.length,
  };
}

/** What our own export calls a risk: by its fingerprint, or by its id where people wrote it. */
function ownName({ id, fingerprint }: Risk): string {
  return fingerprint ?? `risk|${id}`;
}

async function verifyAll(tx: Db, ctx: Ctx, projectId: string, all: readonly Risk[]): Promise<void> {
  if (all.length === 0) return;
  const numbers = all.map(({ number }) => number);
  await tx
    .update(risks)
    .set({ state: "verified", closedAt: ctx.now, updatedAt: ctx.now })
    .where(and(eq(risks.projectId, projectId), inArray(risks.number, numbers)));
}
