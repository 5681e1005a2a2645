import { setTimeout as wait } from "node:timers/promises";
import { getRunWish, type RunWish } from "#lib/runs/get-run-wish.ts";
import { type JobTools, jobCtx } from "./job-context.ts";

const PERIOD_MS = 1_000;

type Watch = { signal: AbortSignal; wish(): RunWish; stop(): void };
type Held = { projectId: string; runId: string; attempt: number };

/** Asks the database now and then whether a run should go on, and aborts the signal when not. */
export function watchRun(tools: JobTools, held: Held, periodMs = PERIOD_MS): Watch {
  const over = new AbortController();
  const unwanted = new AbortController();
  let wish: RunWish = "go_on";

  async function watch(): Promise<void> {
    while (!over.signal.aborted && wish === "go_on") {
      await wait(periodMs, undefined, { signal: over.signal });
      // A database that is away for a moment says nothing about the run.
      wish = await getRunWish({ ctx: jobCtx(tools, "audit-run"), input: held }).catch(() => wish);
    }
    if (wish !== "go_on") unwanted.abort();
  }
  watch().catch(() => {});
  return { signal: unwanted.signal, wish: () => wish, stop: () => over.abort() };
}
