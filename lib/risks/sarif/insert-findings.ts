import type { Db } from "#db/client.ts";
import { risks } from "#db/schema/index.ts";
import type { ImportedFinding } from "#lib/audits/sarif-import/scans-in.ts";
import type { Ctx } from "#lib/ctx.ts";
import { AppError } from "#lib/errors.ts";
import { exposureOf } from "#lib/ledger/exposure.ts";
import type { Risk } from "../load-risk.ts";

const ROWS_PER_INSERT = 500;
/** Every page of a project reads its whole register. */
const RISKS_MAX = 20_000;

type Fresh = { projectId: string; register: readonly Risk[]; fresh: readonly (readonly [string, ImportedFinding])[] };

/** Findings that the register has no risk for, by fingerprint. @throws AppError conflict when it would hold too many */
export async function insertFindings(tx: Db, ctx: Ctx, { projectId, register, fresh }: Fresh): Promise<Risk[]> {
  if (register.length + fresh.length > RISKS_MAX) {
    throw new AppError("conflict", `A register holds at most ${RISKS_MAX} risks; these would be more.`);
  }
  const last = register.reduce((highest, risk) => Math.max(highest, risk.number), 0);
  const rows = fresh.map(([fingerprint, finding], index) => {
    const { tool, title, description, rule, location, severity, checkId } = finding;
    return {
      ...{ projectId, fingerprint, tool, title, description, rule, location, severity, checkId },
      ...exposureOf(severity),
      number: last + index + 1,
      state: "open" as const,
      createdAt: ctx.now,
      updatedAt: ctx.now,
    };
  });
  const stored: Risk[] = [];
  for (let from = 0; from < rows.length; from += ROWS_PER_INSERT) {
    const part = rows.slice(from, from + ROWS_PER_INSERT);
    stored.push(...(await tx.insert(risks).values(part).returning()));
  }
  return stored;
}
