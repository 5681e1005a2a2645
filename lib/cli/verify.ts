import { spawn, spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { AppError } from "#lib/errors.ts";
import { findBrowser } from "#lib/probes/browser-path.ts";
import { ROOT } from "./paths.ts";
import { installTestTools } from "./test-tools.ts";

type Count = { passed: number; failed: number };
type Step = { name: string; argv: string[]; env?: Record<string, string>; count?(file: string): Count };

type VitestReport = { numPassedTests: number; numFailedTests: number; numFailedTestSuites: number };
type PlaywrightReport = { stats: { expected: number; unexpected: number; flaky: number }; errors: unknown[] };

function vitestCount(file: string): Count {
  const report = JSON.parse(readFileSync(file, "utf8")) as VitestReport;
  return { passed: report.numPassedTests, failed: report.numFailedTests };
}

function playwrightCount(file: string): Count {
  const { stats, errors } = JSON.parse(readFileSync(file, "utf8")) as PlaywrightReport;
  return { passed: stats.expected, failed: stats.unexpected + stats.flaky + errors.length };
}

const bin = (path: string) => join(ROOT, "node_modules", path);

function steps(reports: string): Step[] {
  const vitest = (project: string): Step => ({
    name: `${project} tests`,
    argv: [
      bin("vitest/vitest.mjs"),
      "run",
      "--project",
      project,
      "--reporter=default",
      "--reporter=json",
      `--outputFile.json=${reports}/${project}.json`,
    ],
    count: () => vitestCount(`${reports}/${project}.json`),
  });
  return [
    { name: "format and lint", argv: [bin("@biomejs/biome/bin/biome"), "check", "--error-on-warnings", "."] },
    { name: "route types", argv: [bin("next/dist/bin/next"), "typegen"] },
    { name: "types", argv: [bin("typescript/bin/tsc"), "--noEmit"] },
    { name: "unused code", argv: [bin("knip/bin/knip.js")] },
    vitest("unit"),
    vitest("db"),
    {
      name: "end-to-end tests",
      argv: [bin("@playwright/test/cli.js"), "test", "--reporter=list,json"],
      env: { PLAYWRIGHT_JSON_OUTPUT_FILE: `${reports}/e2e.json` },
      count: () => playwrightCount(`${reports}/e2e.json`),
    },
  ];
}

function runStep(step: Step): Promise<boolean> {
  process.stdout.write(`\n── ${step.name}\n`);
  return new Promise((resolve) => {
    const child = spawn(process.execPath, step.argv, {
      cwd: ROOT,
      stdio: "inherit",
      env: { ...process.env, NEXT_TELEMETRY_DISABLED: "1", ...step.env },
    });
    child.on("exit", (code) => resolve(code === 0));
  });
}

/** Counts of a step; one that kept no report, or failed with none counted, counts as one. */
function countOf(step: Step, succeeded: boolean): Count {
  const plain = { passed: succeeded ? 1 : 0, failed: succeeded ? 0 : 1 };
  if (!step.count) return plain;
  try {
    const count = step.count("");
    return succeeded || count.failed > 0 ? count : { ...count, failed: 1 };
  } catch {
    return { passed: 0, failed: 1 };
  }
}

/** Runs every step, also after one has failed, and ends with the line `N passed, N failed`. */
export async function verify(): Promise<number> {
  const reports = mkdtempSync(join(tmpdir(), "launch-ready-verify-"));
  const total: Count = { passed: 0, failed: 0 };
  for (const step of steps(reports)) {
    const startedAt = Date.now();
    const count = countOf(step, await runStep(step));
    process.stdout.write(
      `   ${step.name}: ${count.passed} passed, ${count.failed} failed (${Math.round((Date.now() - startedAt) / 1000)} s)\n`,
    );
    total.passed += count.passed;
    total.failed += count.failed;
  }
  rmSync(reports, { recursive: true, force: true });
  process.stdout.write(`\n${total.passed} passed, ${total.failed} failed\n`);
  return total.failed === 0 ? 0 : 1;
}

/** `verify` on a machine that may have no browser yet, nor Poppler. */
export async function test(): Promise<number> {
  installTestTools();
  if (!findBrowser()) {
    throw new AppError(
      "unavailable",
      "The end-to-end tests need Chromium, and none could be found or installed. Install one, or set CHROMIUM_PATH.",
    );
  }
  if (spawnSync("git", ["--version"]).status !== 0) throw new AppError("unavailable", "The lint step needs git.");
  return verify();
}
