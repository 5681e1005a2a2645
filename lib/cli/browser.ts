import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";

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
