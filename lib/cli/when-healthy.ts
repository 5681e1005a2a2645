import { request } from "node:http";
import { setTimeout as wait } from "node:timers/promises";

function status(url: string): Promise<number> {
  return new Promise((resolve) => {
    const call = request(url, { timeout: 2_000 }, (response) => {
      response.resume();
      resolve(response.statusCode ?? 0);
    });
    call.on("timeout", () => call.destroy());
    call.on("error", () => resolve(0));
    call.end();
  });
}

/** Asks our own health address until it answers 200. Rejects when the signal is aborted before. */
export async function whenHealthy(url: string, signal?: AbortSignal): Promise<"healthy"> {
  while ((await status(url)) !== 200) await wait(50, undefined, { signal });
  return "healthy";
}
