import { AppError } from "#lib/errors.ts";
import { egressConfigFromEnv } from "#lib/probes/config.ts";
import { startWorker } from "./worker.ts";

/** Works until SIGTERM or SIGINT; resolves with the exit code. */
export async function runWorker(env: NodeJS.ProcessEnv = process.env): Promise<number> {
  const url = env.DATABASE_URL;
  if (!url) throw new AppError("invalid", "DATABASE_URL is not set: which database should the worker work for?");
  const egress = egressConfigFromEnv(env);
  const asked = new AbortController();
  const ask = () => asked.abort();
  process.once("SIGTERM", ask);
  process.once("SIGINT", ask);
  try {
    const worker = await startWorker({ url, egress, signal: asked.signal, onError: report });
    process.stdout.write("worker: ready\n");
    await new Promise<void>((resolve) => {
      if (asked.signal.aborted) resolve();
      asked.signal.addEventListener("abort", () => resolve(), { once: true });
    });
    await worker.stop();
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
