import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtemp, mkdtempDisposable, readdir, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, it, vi } from "vitest";
import { findBrowser } from "./browser-path.ts";
import { startBrowser } from "./browser-process.ts";
import { NotAttempted } from "./not-attempted.ts";

const OPEN = fileURLToPath(new URL("testing/open-browser.ts", import.meta.url));
const executable = findBrowser();
const start = (program: string, signal = new AbortController().signal) =>
  startBrowser({ executable: program, proxyPort: 1, trustedKeys: [], signal });

function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
}

async function waitUntilGone(pid: number): Promise<void> {
  const until = performance.now() + 8_000;
  while (isRunning(pid) && performance.now() < until) await new Promise((resolve) => setTimeout(resolve, 50));
}

describe("a browser's process", { timeout: 20_000 }, () => {
  it.skipIf(executable === undefined)("is gone when it is put away", async () => {
    await using own = await mkdtempDisposable(join(tmpdir(), "lr-"));
    vi.stubEnv("TMPDIR", own.path);
    const browser = await start(executable ?? "");
    expect(browser.product).toMatch(/^(?:Headless)?Chrome\//);
    await browser[Symbol.asyncDispose]();
    expect(isRunning(browser.pid)).toBe(false);
    expect(await readdir(own.path)).toEqual([]);
    vi.unstubAllEnvs();
    await expect(browser.send("Browser.getVersion")).rejects.toMatchObject({ code: "browser_ended" });
  });

  it.skipIf(executable === undefined)("ends with the process that started it, even by SIGKILL", async () => {
    // The profile of one that was killed stays behind.
    const folder = await mkdtemp(join(tmpdir(), "killed-worker-"));
    const env = { ...process.env, TMPDIR: folder };
    const parent = spawn(process.execPath, [OPEN, executable ?? ""], { env, stdio: ["ignore", "pipe", "inherit"] });
    const [said] = (await once(parent.stdout, "data")) as [Buffer];
    const pid = Number(said.toString());
    expect(isRunning(pid)).toBe(true);
    parent.kill("SIGKILL");
    await waitUntilGone(pid);
    await rm(folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 100 });
    expect(isRunning(pid)).toBe(false);
  });

  it.each([
    ["there is no such program", "/nowhere/chromium"],
    ["the program is no browser", "/bin/true"],
  ])("is not attempted where %s", async (_what, program) => {
    await expect(start(program)).rejects.toBeInstanceOf(NotAttempted);
  });

  it("is not waited for when the audit is over", async () => {
    const reason = new Error("over");
    await expect(start("/bin/cat", AbortSignal.abort(reason))).rejects.toBe(reason);
  });
});
