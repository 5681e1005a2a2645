import { spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, globSync, readFileSync, writeFileSync } from "node:fs";
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

/** Builds the web app unless the last build was of exactly these sources. */
export function buildIfStale(): void {
  const stampFile = `${ROOT}.next/launch-ready-sources`;
  const digest = sourceDigest();
  if (existsSync(stampFile) && readFileSync(stampFile, "utf8") === digest) return;
  process.stderr.write("Building the web app (once per change of the sources) …\n");
  const build = spawnSync(process.execPath, [`${ROOT}node_modules/next/dist/bin/next`, "build"], {
    cwd: ROOT,
    encoding: "utf8",
    env: { ...process.env, NODE_ENV: "production", NEXT_TELEMETRY_DISABLED: "1" },
  });
  if (build.status !== 0) {
    process.stderr.write(`${build.stdout}\n${build.stderr}\n`);
    throw new AppError("unavailable", "The web app could not be built; what the compiler said stands above.");
  }
  writeFileSync(stampFile, digest);
}
