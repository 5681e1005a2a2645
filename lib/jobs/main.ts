import { AppError } from "#lib/errors.ts";
import { egressConfigFromEnv } from "#lib/probes/config.ts";
import { startWorker } from "./worker.ts";

/** With Ctrl-C somebody waits for the end; SIGTERM gives the jobs in hand time. */
const PATIENCE_MS = { SIGINT: 2_000, SIGTERM: 25_000 } as const;
type StopSignal = keyof typeof PATIENCE_MS;

/** Works until SIGTERM or SIGINT; resolves with the exit code. */
export async function runWorker(env: NodeJS.ProcessEnv = process.env): Promise<number> {
  const url = env.DATABASE_URL;
  if (!url) throw new AppError("invalid", "DATABASE_URL is not set: which database should the worker work for?");
  const egress = egressConfigFromEnv(env);
  const asked = new AbortController();
  const stopSignal = new Promise<StopSignal>((resolve) => {
    for (const signal of Object.keys(PATIENCE_MS) as StopSignal[]) process.on(signal, () => resolve(signal));
  });
  void stopSignal.then(() => asked.abort());
  try {
    const worker = await startWorker({ url, egress, signal: asked.signal, onError: report });
    process.stdout.write("worker: ready\n");
    await worker.stop(PATIENCE_MS[await stopSignal]);
    return 0;
  } catch (error) {
    if (asked.signal.aborted) return 0;
    throw error;
  }
}

/** One line each, without what a message may quote from a target. */
function report(error: unknown): void {
  const { name, message } = error instanceof Error ? error : { name: "Error", message: String(error) };
  process.stderr.write(`worker: ${name}: ${message.split("\n")[0]?.slice(0, 300)}\n`);
}

if (import.meta.main) {
  process.exitCode = await runWorker().catch((error: unknown) => {
    report(error);
    return 1;
  });
}
