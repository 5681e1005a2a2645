import { z } from "zod";
import type { DevtoolsEvent } from "./browser-devtools.ts";

/** A page rests when nothing was under way for the first time, or only what does not move (a long poll) for the second. */
const QUIET_MS = { idle: 500, waiting: 2_000 };

const STARTS: ReadonlySet<string> = new Set(["Network.requestWillBeSent"]);
const ENDS: ReadonlySet<string> = new Set(["Network.loadingFinished", "Network.loadingFailed"]);
const moved = z.object({ requestId: z.string() });

/** Tells from a page's requests whether it has come to rest. */
export function createBrowserRest() {
  const underWay = new Set<string>();
  let lastMoveAt = performance.now();

  return {
    take({ method, params }: DevtoolsEvent): void {
      const isStart = STARTS.has(method);
      if (!isStart && !ENDS.has(method)) return;
      const id = moved.safeParse(params).data?.requestId;
      if (id === undefined) return;
      lastMoveAt = performance.now();
      if (isStart) underWay.add(id);
      else underWay.delete(id);
    },
    isAtRest: () => performance.now() - lastMoveAt >= (underWay.size > 0 ? QUIET_MS.waiting : QUIET_MS.idle),
  };
}
