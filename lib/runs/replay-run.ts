import { and, eq } from "drizzle-orm";
import { z } from "zod";
import { observations, results, runs } from "#db/schema/index.ts";
import { observationSchema } from "#lib/audits/observation.ts";
import { ALGORITHM_VERSION } from "#lib/audits/registry.ts";
import { authorize } from "#lib/auth/authorize.ts";
import type { Ctx } from "#lib/ctx.ts";
import { AppError, notFound } from "#lib/errors.ts";
import { canonicalJson } from "#lib/ledger/canonical.ts";
import { judgeObservation } from "#lib/ledger/judge-observation.ts";
import { parseInput } from "#lib/ledger/parse-input.ts";
import { toResult } from "#lib/ledger/result-rows.ts";

const OBSERVATION_VERSION = observationSchema.shape.version.value;

export const replayRunInput = z.object({ project: z.string(), number: z.int().positive() });

export type Replay = {
  /** Whether today's rules give the same bytes on what was seen then. */
  identical: boolean;
  algorithm: { stored: number; current: number };
  results: number;
  /** Target id and rule of each result that is not the same, or not there on one side. */
  differences: { targetId: string; rule: string }[];
};

/** Judges a finished run's stored observations again, without traffic and without writing. */
export async function replayRun({ ctx, input }: { ctx: Ctx; input: z.input<typeof replayRunInput> }): Promise<Replay> {
  const { project: slug, number } = parseInput(replayRunInput, input);
  const { project } = await authorize(ctx, slug, "project.read");
  const [run] = await ctx.db
    .select()
    .from(runs)
    .where(and(eq(runs.projectId, project.id), eq(runs.number, number)));
  if (!run) throw notFound();
  if (run.state !== "finished") throw new AppError("conflict", `Run ${number} has no final results to compare with.`);

  const ofRun = <T extends typeof observations | typeof results>(table: T) =>
    and(eq(table.projectId, project.id), eq(table.runId, run.id));
  const stored = await ctx.db.select().from(results).where(ofRun(results));
  const seen = await ctx.db.select().from(observations).where(ofRun(observations));

  if (seen.some(({ observation }) => observation.version !== OBSERVATION_VERSION)) {
    throw new AppError("conflict", `What run ${number} saw was stored by an older version, in a form no longer read.`);
  }
  const before = new Map(stored.map((row) => [`${row.targetId} ${row.rule}`, canonicalJson(toResult(row))]));
  const after = new Map(
    seen
      .flatMap(({ targetId, observation }) => judgeObservation(run.id, targetId, observation, run.rules))
      .map(({ targetId, result }) => [`${targetId} ${result.rule}`, canonicalJson(result)]),
  );
  const differing = [...new Set([...before.keys(), ...after.keys()])].filter(
    (key) => before.get(key) !== after.get(key),
  );
  return {
    identical: differing.length === 0,
    algorithm: { stored: run.algorithm, current: ALGORITHM_VERSION },
    results: before.size,
    differences: differing.map((key) => {
      const [targetId = "", rule = ""] = key.split(" ");
      return { targetId, rule };
    }),
  };
}
