import type { Observation, PartName } from "#lib/audits/observation.ts";
import { ruleById } from "#lib/audits/registry.ts";
import { AppError } from "#lib/errors.ts";
import { factsOf, observe } from "#lib/probes/observe.ts";
import { type BegunRun, type BegunTarget, beginRun } from "#lib/runs/begin-run.ts";
import { failRun } from "#lib/runs/fail-run.ts";
import { finishRun } from "#lib/runs/finish-run.ts";
import { recordResults } from "#lib/runs/record-results.ts";
import { AUDIT_BUDGET_SECONDS, type JobPayload } from "../definitions.ts";
import { inParallel } from "./in-parallel.ts";
import { type JobTools, jobCtx } from "./job-context.ts";
import { watchRun } from "./watch-run.ts";

/**
 * One audit from end to end. Whatever stops it half-way (cancelled, overtaken, out of time) leaves the register alone;
 * what it throws makes pg-boss try again.
 */
export async function auditRun(payload: JobPayload<"audit-run">, tools: JobTools): Promise<void> {
  const ctx = () => jobCtx(tools, "audit-run");
  const begun = await beginRun({ ctx: ctx(), input: payload });
  if (!begun) return;
  const held = { ...payload, attempt: begun.attempt };
  const watch = watchRun(tools, held);
  const budget = AbortSignal.timeout(AUDIT_BUDGET_SECONDS * 1_000);
  const signal = AbortSignal.any([tools.signal, watch.signal, budget]);
  try {
    const observations = await observeAll(begun, held, { ...tools, signal });
    tools.signal.throwIfAborted();
    if (watch.wish() === "let_go") return;
    if (watch.wish() === "cancel") {
      await failRun({ ctx: ctx(), input: { ...held, error: "It was cancelled." } });
      return;
    }
    await finishRun({ ctx: ctx(), input: { ...held, observations } });
  } catch (error) {
    if (error instanceof LetGo) return;
    if (!(error instanceof AppError) || tools.signal.aborted) throw error;
    await failRun({ ctx: ctx(), input: { ...held, error: error.message.slice(0, 500) } });
  } finally {
    watch.stop();
  }
}

/** The run is not this worker's any more. */
class LetGo extends Error {}

type Held = JobPayload<"audit-run"> & { attempt: number };
type Seen = { targetId: string; observation: Observation };

/** A target waits mostly for others, so that a few of them go side by side. */
const TARGETS_AT_ONCE = 3;

function observeAll(begun: BegunRun, held: Held, tools: JobTools): Promise<Seen[]> {
  const parts = partsOf(begun.rules);
  return inParallel(begun.targets, TARGETS_AT_ONCE, (target, unwanted) => {
    const signal = AbortSignal.any([tools.signal, unwanted]);
    return observeOne(target, parts, held, { ...tools, signal });
  });
}

async function observeOne(target: BegunTarget, parts: PartName[], held: Held, tools: JobTools): Promise<Seen> {
  const startedAt = tools.now().toISOString();
  const facts = factsOf(target, tools.egress);
  const observation = await observe(target, {
    egress: { ...tools.egress, runId: held.runId },
    parts,
    signal: tools.signal,
    now: tools.now,
    onPart: async (part, _seen, soFar) => {
      if (tools.signal.aborted) return;
      const isHeld = await recordResults({
        ctx: jobCtx(tools, "audit-run"),
        input: { ...held, targetId: target.id, part, soFar: { target: facts, startedAt, parts: soFar } },
      });
      if (!isHeld) throw new LetGo();
    },
  });
  return { targetId: target.id, observation };
}

function partsOf(rules: string[]): PartName[] {
  return [...new Set(rules.flatMap((id): readonly PartName[] => ruleById(id)?.needs ?? []))];
}
