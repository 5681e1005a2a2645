import { getRun } from "#db/queries/get-run.ts";
import { subscribeRun } from "#db/queries/run-events.ts";
import type { Ctx } from "#lib/ctx.ts";
import { takeStream } from "./stream-slots.ts";

const END_STATES = ["finished", "cancelled", "failed"];
/** A comment line at this pace keeps proxies from closing an idle stream. */
const KEEP_ALIVE_MS = 15_000;
/** Then the client has to come again and show its session again, which browsers do by themselves. */
const LIFE_MS = 5 * 60_000;

/** A stream of the run's view: at once, at each change, and closed after its end. */
export async function runEvents(
  ctx: Ctx,
  { project, run }: { project: string; run: number },
  signal: AbortSignal,
): Promise<Response> {
  const first = await getRun(ctx, project, run);
  const giveBack = takeStream(ctx.actor);
  const encoder = new TextEncoder();
  let cleanUp = () => {};
  const body = new ReadableStream<Uint8Array>({
    async start(controller) {
      let isOpen = true;
      let isReading = false;
      let isStale = false;
      const send = (text: string) => isOpen && controller.enqueue(encoder.encode(text));
      const keepAlive = setInterval(() => send(": still here\n\n"), KEEP_ALIVE_MS);
      let unsubscribe = async () => {};
      cleanUp = () => {
        if (!isOpen) return;
        isOpen = false;
        clearInterval(keepAlive);
        clearTimeout(end);
        giveBack();
        void unsubscribe().catch(() => {});
      };
      const close = () => {
        if (!isOpen) return;
        cleanUp();
        controller.close();
      };
      const end = setTimeout(close, LIFE_MS);
      // Changes that come while one is being read are told together, by one more read.
      const tell = async () => {
        isStale = true;
        if (isReading) return;
        isReading = true;
        while (isStale && isOpen) {
          isStale = false;
          const view = await getRun({ ...ctx, now: new Date() }, project, run);
          send(`event: run\ndata: ${JSON.stringify(view)}\n\n`);
          if (END_STATES.includes(view.state)) close();
        }
        isReading = false;
      };
      signal.addEventListener("abort", close);
      if (signal.aborted) close();
      try {
        unsubscribe = await subscribeRun(first.id, () => void tell().catch(close));
        // Whoever left in the meantime found nothing to unsubscribe from yet.
        if (isOpen) await tell();
        else await unsubscribe();
      } catch {
        close();
      }
    },
    cancel: () => cleanUp(),
  });
  return new Response(body, {
    headers: { "Content-Type": "text/event-stream", "Cache-Control": "no-store", "X-Accel-Buffering": "no" },
  });
}
