import { spawn } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, globSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { text } from "node:stream/consumers";
import { AppError } from "#lib/errors.ts";
import { ROOT } from "./paths.ts";

const SOURCES = [
  "app/**/*",
  "components/**/*",
  "db/**/*.ts",
  "lib/**/*",
  "public/**/*",
  "*.ts",
  "*.mjs",
  "package-lock.json",
];

/** A digest of everything that the build reads: file names and contents. */
function sourceDigest(): string {
  const hash = createHash("sha256");
  const files = globSync(SOURCES, { cwd: ROOT, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => `${entry.parentPath}/${entry.name}`)
    .toSorted();
  for (const file of files) hash.update(file.slice(ROOT.length)).update("\0").update(readFileSync(file)).update("\0");
  return hash.digest("hex");
}

/** Builds the web app unless the last build was of exactly these sources. The signal ends a build under way. */
export async function buildIfStale(stopping: AbortSignal): Promise<void> {
  const stampFile = `${ROOT}.next/launch-ready-sources`;
  const digest = sourceDigest();
  if (existsSync(stampFile) && readFileSync(stampFile, "utf8") === digest) return;
  rmSync(stampFile, { force: true });
  process.stderr.write("Building the web app (once per change of the sources) …\n");
  const { code, said } = await nextBuild(stopping);
  if (code === 0) writeFileSync(stampFile, digest);
  else if (!stopping.aborted) {
    process.stderr.write(`${said}\n`);
    throw new AppError("unavailable", "The web app could not be built; what the compiler said stands above.");
  }
}

async function nextBuild(stopping: AbortSignal): Promise<{ code: number | null; said: string }> {
  const build = spawn(process.execPath, [`${ROOT}node_modules/next/dist/bin/next`, "build"], {
    cwd: ROOT,
    stdio: ["ignore", "pipe", "pipe"],
    env: { ...process.env, NODE_ENV: "production", NEXT_TELEMETRY_DISABLED: "1" },
  });
  const end = () => build.kill("SIGTERM");
  stopping.addEventListener("abort", end, { once: true });
  const code = new Promise<number | null>((resolve) => {
    build.once("exit", resolve);
    build.once("error", () => resolve(null));
  });
  const [out, err] = await Promise.all([text(build.stdout), text(build.stderr)]);
  stopping.removeEventListener("abort", end);
  return { code: await code, said: `${out}\n${err}` };
}
