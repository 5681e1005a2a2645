import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { chromium } from "@playwright/test";

const SYSTEM = [
  "/usr/bin/chromium",
  "/usr/bin/chromium-browser",
  "/usr/bin/google-chrome",
  "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
];

/** CHROMIUM_PATH, else the one that Playwright has, else the system's. */
export function findBrowser(): string | undefined {
  return [process.env.CHROMIUM_PATH, chromium.executablePath(), ...SYSTEM].find((path) => path && existsSync(path));
}

/** On Debian as root by apt, elsewhere by Playwright's own installer. */
export function installBrowser(): void {
  process.stderr.write("Installing Chromium for the end-to-end tests …\n");
  const isDebianRoot = existsSync("/etc/debian_version") && process.getuid?.() === 0;
  const commands: [string, string[]][] = isDebianRoot
    ? [
        ["apt-get", ["update", "-qq"]],
        ["apt-get", ["install", "-y", "-qq", "--no-install-recommends", "chromium"]],
      ]
    : [[process.execPath, ["node_modules/@playwright/test/cli.js", "install", "chromium"]]];
  for (const [command, args] of commands) {
    spawnSync(command, args, { stdio: ["ignore", 2, 2], env: { ...process.env, DEBIAN_FRONTEND: "noninteractive" } });
  }
}
