import { buildIfStale } from "./build.ts";
import { runFamily } from "./run-family.ts";
import { readSettings } from "./settings.ts";

const NEXT = "node_modules/next/dist/bin/next";

/** `next start` waits for every open page's stream to end, which none does by itself. */
const WEB_GRACE_MS = 2_000;

/** Everything, from a build of the present sources. Answers the exit code. */
export function start(): Promise<number> {
  return runFamily(readSettings(), {
    mode: "production",
    prepare: buildIfStale,
    web: ({ port, host }) => ({
      argv: [NEXT, "start", "-p", String(port), "-H", host],
      graceMs: WEB_GRACE_MS,
    }),
  });
}

/** Everything, the web app from its sources as they change. */
export function dev(): Promise<number> {
  return runFamily(readSettings(), {
    mode: "development",
    web: ({ port, host }) => ({ argv: [NEXT, "dev", "-p", String(port), "-H", host], stdout: "inherit" }),
  });
}
