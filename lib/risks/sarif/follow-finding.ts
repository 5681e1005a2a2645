import { and, eq } from "drizzle-orm";
import type { Db } from "#db/client.ts";
import { risks } from "#db/schema/index.ts";
import { merged, type Sight } from "#lib/audits/sarif-import/merge-sights.ts";
import type { Ctx } from "#lib/ctx.ts";
import { changesOf } from "#lib/ledger/changes-of.ts";
import { followedExposure } from "#lib/ledger/exposure.ts";
import type { Risk } from "../load-risk.ts";

const BRIEF_MAX = 200;

type Seen = { risk: Risk; finding: Sight; isReturn: boolean; isNewest: boolean };
type Log = Record<string, unknown>;

/**
 * Takes over what the tool says now, and reopens what had gone; null where nothing is different. A complete scan is the
 * newest word. Of two partial logs nobody knows which is newer, so that the worst severity and the first place stand,
 * in whichever order they come.
 */
export async function followFinding(
  tx: Db,
  ctx: Ctx,
  { risk, finding, isReturn, isNewest }: Seen,
): Promise<Log | null> {
  const { title, description, location, severity } = isNewest ? finding : merged<Sight>(risk, finding);
  const said = { title, description, severity, ...followedExposure(risk, severity) };
  const { values, log } = changesOf(risk, isReturn ? { ...said, state: "open" as const, closedAt: null } : said);
  const isMoved = keyOf(location) !== keyOf(risk.location);
  if (Object.keys(values).length === 0 && !isMoved) return null;
  await tx
    .update(risks)
    .set({ ...values, location, updatedAt: ctx.now })
    .where(and(eq(risks.projectId, risk.projectId), eq(risks.id, risk.id)));
  const brief = Object.entries(log).map(([field, { from, to }]) => [field, { from: briefly(from), to: briefly(to) }]);
  const moved = isMoved && { location: { from: keyOf(risk.location), to: keyOf(location) } };
  return { ...Object.fromEntries(brief), ...moved };
}

/** A tool that words its help anew does so for thousands of findings at once. */
function briefly(value: unknown): unknown {
  return typeof value === "string" && value.length > BRIEF_MAX ? `${value.slice(0, BRIEF_MAX).toWellFormed()}…` : value;
}

/** `src/db.ts:12`; compared as text, since jsonb has its own order of keys. */
function keyOf(location: Risk["location"]): string | null {
  if (location === null) return null;
  return location.line === null ? location.uri : `${location.uri}:${location.line}`;
}
