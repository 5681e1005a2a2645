import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { lstat, mkdtemp, readdir, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Readable, Writable } from "node:stream";
import { z } from "zod";
import { createDevtools, type Devtools } from "./browser-devtools.ts";
import { browserFlags } from "./browser-flags.ts";
import { ProbeFailure } from "./egress/probe-failure.ts";
import { within } from "./egress/within.ts";
import { NotAttempted } from "./not-attempted.ts";

const version = z.object({ product: z.string(), userAgent: z.string() });
export type RunningBrowser = Devtools &
  z.infer<typeof version> & {
    /** The process, with everything that it started. */
    pid: number;
    [Symbol.asyncDispose](): Promise<void>;
  };
export type BrowserOptions = {
  executable: string;
  proxyPort: number;
  trustedKeys: readonly string[];
  signal: AbortSignal;
};

const START_MS = 10_000;
const NO_START =
  "This worker's browser does not start. Where it is not root, Chromium needs user namespaces for its sandbox.";
const PROFILE_PREFIX = "launch-ready-browser-";
/** A socket's path has at most 103 characters (macOS); `/org.chromium.Chromium.XXXXXX/SingletonSocket` has 45. */
const SCRATCH_CHARS_MAX = 58;
/** No visit takes a minute. */
const LEFT_AFTER_MS = 3_600_000;

/** A worker that was killed could not put its browser's profile away. */
async function removeLeftProfiles(): Promise<void> {
  const names = await readdir(tmpdir()).catch((): string[] => []);
  for (const name of names.filter((entry) => entry.startsWith(PROFILE_PREFIX))) {
    const path = join(tmpdir(), name);
    const seen = await lstat(path).catch(() => null);
    // Anybody on this machine may make a folder of such a name; emptying it could lead out of it by a swapped link.
    const isOurs = seen?.isDirectory() === true && seen.uid === (process.getuid?.() ?? seen.uid);
    if (isOurs && Date.now() - seen.mtimeMs > LEFT_AFTER_MS)
      await rm(path, { recursive: true, force: true }).catch(() => undefined);
  }
}

/**
 * Starts Chromium with a profile of its own, to be spoken to over its pipe: nobody else can, and when this process is
 * gone, even by SIGKILL, the pipe closes and the browser ends. Of our environment, which holds secrets, it sees nothing.
 */
export async function startBrowser(options: BrowserOptions): Promise<RunningBrowser> {
  await removeLeftProfiles();
  const profileDirectory = await mkdtemp(join(tmpdir(), PROFILE_PREFIX));
  // What a killed browser leaves behind goes with its profile, unless its socket there would have too long a path.
  const scratch = profileDirectory.length <= SCRATCH_CHARS_MAX ? profileDirectory : tmpdir();
  const isRoot = process.getuid?.() === 0;
  const child = spawn(options.executable, browserFlags({ ...options, profileDirectory, isRoot }), {
    // Its own group, so that it can be killed with all of its children.
    detached: true,
    stdio: ["ignore", "ignore", "ignore", "pipe", "pipe"],
    env: { NODE_ENV: "production", PATH: process.env.PATH ?? "", HOME: profileDirectory, TMPDIR: scratch },
  });
  const exited = once(child, "exit").catch(() => undefined);
  const started = await once(child, "spawn").then(
    () => true,
    () => false,
  );
  const end = async () => {
    kill(child);
    if (child.pid !== undefined) await exited;
    await rm(profileDirectory, { recursive: true, force: true, maxRetries: 5, retryDelay: 50 });
  };
  if (!started || child.pid === undefined) {
    await end();
    throw new NotAttempted(NO_START);
  }
  const [, , , input, output] = child.stdio as unknown as [null, null, null, Writable, Readable];
  const devtools = createDevtools(input, output, () => kill(child));
  try {
    const { signal } = options;
    const failure = () => new ProbeFailure("browser", "browser_timeout", "The browser did not start in time.");
    const about = version.parse(await within(devtools.send("Browser.getVersion"), { ms: START_MS, signal, failure }));
    return { ...devtools, ...about, pid: child.pid, [Symbol.asyncDispose]: end };
  } catch {
    await end();
    options.signal.throwIfAborted();
    throw new NotAttempted(NO_START);
  }
}

function kill(child: ChildProcess): void {
  if (child.pid === undefined) return;
  try {
    process.kill(-child.pid, "SIGKILL");
  } catch {
    child.kill("SIGKILL");
  }
}
