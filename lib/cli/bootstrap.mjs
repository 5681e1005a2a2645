// The one file that must run on whatever Node the machine has: it installs what the lock file says,
// then hands over to main.ts on the Node that package.json pins.
import { spawn, spawnSync } from "node:child_process";
import { readFileSync, statSync } from "node:fs";
import { fileURLToPath } from "node:url";

const root = fileURLToPath(new URL("../../", import.meta.url));
const pinnedNode = `${root}node_modules/.bin/node`;

/** npm writes its own copy of the lock file last, so a copy that is at least as new means a whole install. */
function isInstalled() {
  const installed = statSync(`${root}node_modules/.package-lock.json`, { throwIfNoEntry: false });
  return installed !== undefined && installed.mtimeMs >= statSync(`${root}package-lock.json`).mtimeMs;
}

function install() {
  console.error("Installing dependencies (once per version of the lock file) …");
  // Not `npm ci`: that refuses a lock file without the optional packages of platforms that a mirror does not carry.
  const npm = spawnSync("npm", ["install", "--no-save", "--no-audit", "--no-fund", "--loglevel=error"], {
    cwd: root,
    stdio: ["ignore", 2, 2],
    env: { ...process.env, NODE_ENV: "development" },
  });
  if (npm.status === 0) return;
  console.error("npm install did not succeed; its message stands above.");
  process.exit(1);
}

if (!isInstalled()) install();

const pinnedVersion = JSON.parse(readFileSync(`${root}node_modules/node/package.json`, "utf8")).version;
const args = process.argv.slice(2);
// These start a family of processes. Out of the terminal's group, Ctrl-C reaches their parent alone, which ends them in order.
const isFamily = args[0] === "start" || args[0] === "dev";

if (process.version === `v${pinnedVersion}` && !isFamily) {
  const { main } = await import("./main.ts");
  process.exitCode = await main(args);
} else {
  const endWithUs = new URL("./end-with-parent.ts", import.meta.url).href;
  const child = spawn(pinnedNode, ["--import", endWithUs, `${root}lib/cli/main.ts`, ...args], {
    stdio: ["inherit", "inherit", "inherit", "ipc"],
    detached: isFamily,
  });
  process.on("SIGINT", () => isFamily && child.kill("SIGINT"));
  process.on("SIGTERM", () => child.kill("SIGTERM"));
  process.on("SIGHUP", () => child.kill("SIGTERM"));
  child.on("exit", (code, signal) => {
    process.exitCode = code ?? (signal === "SIGINT" ? 130 : 143);
  });
}
