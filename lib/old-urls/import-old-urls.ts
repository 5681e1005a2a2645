import { asc, eq } from "drizzle-orm";
import { z } from "zod";
import type { Db } from "#db/client.ts";
import { oldUrls, targets } from "#db/schema/index.ts";
import { recordActivity } from "#lib/activity/record-activity.ts";
import { auditability } from "#lib/auditable-url.ts";
import { primaryTarget } from "#lib/audits/primary-target.ts";
import { authorize } from "#lib/auth/authorize.ts";
import type { CsvProblem } from "#lib/csv/read-csv.ts";
import type { Ctx } from "#lib/ctx.ts";
import { AppError } from "#lib/errors.ts";
import { lockProject } from "#lib/ledger/lock-project.ts";
import { parseInput } from "#lib/ledger/parse-input.ts";
import { type OldUrl, readOldUrls } from "./read-old-urls.ts";

const ROWS_MAX = 500;
const PROBLEMS_SHOWN = 20;

export const importOldUrlsInput = z.object({
  project: z.string(),
  /** Old and new address in each row; with or without a first row of names (`from,to` or `old,new`). */
  csv: z
    .string()
    .min(1, "Choose a file, or paste the rows.")
    .max(240_000, "The table is larger than 240,000 characters."),
  mode: z.enum(["replace", "add"]).default("replace"),
  /** Saves the good rows although others cannot be used. */
  skipBad: z.boolean().default(false),
});

export type OldUrlsImport = {
  /** Rows taken from the table. */
  imported: number;
  /** Rows that said again what a row above had said. */
  repeated: number;
  /** Rows left out, with the line that each begins on. */
  skipped: CsvProblem[];
  /** How many the project has now. */
  total: number;
};

type Call = { ctx: Ctx; input: z.input<typeof importOldUrlsInput> };

/**
 * Takes over a table of old addresses and where each must lead now.
 * @throws AppError invalid, line by line, when a row cannot be used and `skipBad` is not said; nothing is saved then.
 */
export async function importOldUrls({ ctx, input }: Call): Promise<OldUrlsImport> {
  const { project: slug, csv, mode, skipBad } = parseInput(importOldUrlsInput, input);
  const { project } = await authorize(ctx, slug, "target.manage");
  return ctx.db.transaction(async (tx) => {
    await lockProject(tx, project.id);
    const { rows, problems, repeated } = readOldUrls(csv, {
      base: await ownAddress(tx, project.id),
      reasonNotToAudit: auditability(),
    });
    if (problems.length > 0 && !skipBad) throw refusal(problems);
    if (rows.length === 0) throw new AppError("invalid", "There is no row with an old and a new address in it.");
    const kept = mode === "add" ? await stored(tx, project.id) : [];
    const merged = [...new Map([...kept, ...rows].map((row) => [row.from, row])).values()];
    if (merged.length > ROWS_MAX) {
      const message = `A project has at most ${ROWS_MAX} old addresses; these would be ${merged.length}.`;
      throw new AppError("invalid", message, { fieldErrors: { csv: [message] } });
    }
    await tx.delete(oldUrls).where(eq(oldUrls.projectId, project.id));
    await tx
      .insert(oldUrls)
      .values(merged.map((row, position) => ({ ...row, projectId: project.id, position, createdAt: ctx.now })));
    await recordActivity(tx, ctx, {
      projectId: project.id,
      action: "old_urls.imported",
      objectType: "project",
      objectId: project.id,
      details: { mode, imported: rows.length, skipped: problems.length, total: merged.length },
    });
    return { imported: rows.length, repeated, skipped: problems, total: merged.length };
  });
}

async function ownAddress(tx: Db, projectId: string): Promise<string | null> {
  const all = await tx
    .select()
    .from(targets)
    .where(eq(targets.projectId, projectId))
    .orderBy(asc(targets.createdAt), asc(targets.id));
  return (primaryTarget(all) ?? all[0])?.url ?? null;
}

async function stored(tx: Db, projectId: string): Promise<OldUrl[]> {
  return tx
    .select({ from: oldUrls.from, to: oldUrls.to })
    .from(oldUrls)
    .where(eq(oldUrls.projectId, projectId))
    .orderBy(asc(oldUrls.position));
}

function refusal(problems: readonly CsvProblem[]): AppError {
  const lines = problems.slice(0, PROBLEMS_SHOWN).map(({ line, message }) => `Line ${line}: ${message}`);
  const left = problems.length - lines.length;
  if (left > 0) lines.push(`And ${left} more.`);
  const count = problems.length === 1 ? "One row cannot" : `${problems.length} rows cannot`;
  return new AppError("invalid", `${count} be used, and nothing was saved.`, { fieldErrors: { csv: lines } });
}
