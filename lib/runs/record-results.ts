import { z } from "zod";
import type { Judgeable } from "#lib/audits/evaluate.ts";
import { PART_NAMES, type PartName } from "#lib/audits/observation.ts";
import { ruleById } from "#lib/audits/registry.ts";
import type { Ctx } from "#lib/ctx.ts";
import { assertSystem } from "#lib/ledger/assert-system.ts";
import { judgeObservation } from "#lib/ledger/judge-observation.ts";
import { notifyRun } from "#lib/ledger/notify-run.ts";
import { parseInput } from "#lib/ledger/parse-input.ts";
import { storeResults } from "#lib/ledger/store-results.ts";
import { heldRunRef, isHeld, lockRun } from "./load-run.ts";

const recordResultsInput = heldRunRef.extend({
  targetId: z.uuid(),
  /** The part that has just come in, and all parts so far. */
  part: z.enum(PART_NAMES),
  soFar: z.custom<Judgeable>((value) => value !== null && typeof value === "object"),
});

/** Shows the rules that the new part decides. `false`: this worker no longer holds the run and has to stop. */
export async function recordResults({
  ctx,
  input,
}: {
  ctx: Ctx;
  input: z.input<typeof recordResultsInput>;
}): Promise<boolean> {
  const { targetId, part, soFar, ...ref } = parseInput(recordResultsInput, input);
  assertSystem(ctx);
  return ctx.db.transaction(async (tx) => {
    const run = await lockRun(tx, ref);
    if (!isHeld(run, ref.attempt)) return false;
    const decided = run.rules.filter((id) => {
      const needs: readonly PartName[] = ruleById(id)?.needs ?? [];
      return needs.includes(part) && needs.every((name) => soFar.parts[name] !== undefined);
    });
    if (decided.length === 0) return true;
    await storeResults(tx, run.projectId, judgeObservation(run.id, targetId, soFar, decided));
    await notifyRun(tx, run.id);
    return true;
  });
}
