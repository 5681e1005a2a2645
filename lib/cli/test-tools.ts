import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { findBrowser } from "#lib/probes/browser-path.ts";

const isDebianRoot = () => existsSync("/etc/debian_version") && process.getuid?.() === 0;

/** Brings what the tests need beside Node: a browser, and Poppler, by which the PDF's text is read. */
export function installTestTools(): void {
  if (!findBrowser()) installBrowser();
  // Elsewhere, the tests that read a PDF say that they were left out.
  if (isDebianRoot() && !existsSync("/usr/bin/pdftotext")) aptInstall("poppler-utils");
}

/** On Debian as root by apt, elsewhere by Playwright's own installer. */
function installBrowser(): void {
  if (isDebianRoot()) aptInstall("chromium");
  else run(process.execPath, ["node_modules/@playwright/test/cli.js", "install", "chromium"]);
}

function aptInstall(name: string): void {
  process.stderr.write(`Installing ${name} for the tests …\n`);
  run("apt-get", ["update", "-qq"]);
  run("apt-get", ["install", "-y", "-qq", "--no-install-recommends", name]);
}

function run(command: string, args: string[]): void {
  spawnSync(command, args, { stdio: ["ignore", 2, 2], env: { ...process.env, DEBIAN_FRONTEND: "noninteractive" } });
}
