import { and, eq } from "drizzle-orm";
import type { z } from "zod";
import { runs } from "#db/schema/index.ts";
import type { Ctx } from "#lib/ctx.ts";
import { assertSystem } from "#lib/ledger/assert-system.ts";
import { parseInput } from "#lib/ledger/parse-input.ts";
import { heldRunRef } from "./load-run.ts";

export type RunWish = "go_on" | "cancel" | "let_go";

/** What a worker should do with the run that it holds. `let_go`: it has ended, or another worker has it now. */
export async function getRunWish({ ctx, input }: { ctx: Ctx; input: z.input<typeof heldRunRef> }): Promise<RunWish> {
  const { projectId, runId, attempt } = parseInput(heldRunRef, input);
  assertSystem(ctx);
  const [run] = await ctx.db
    .select({ state: runs.state, attempt: runs.attempt, cancelRequestedAt: runs.cancelRequestedAt })
    .from(runs)
    .where(and(eq(runs.projectId, projectId), eq(runs.id, runId)));
  if (run?.state !== "running" || run.attempt !== attempt) return "let_go";
  return run.cancelRequestedAt ? "cancel" : "go_on";
}
