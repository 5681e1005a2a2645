import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { access, mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { fileURLToPath } from "node:url";
import { afterEach, expect, it } from "vitest";

const MAIN = fileURLToPath(new URL("./main.ts", import.meta.url));
let child: ChildProcess | undefined;
afterEach(() => child?.kill("SIGKILL"));

function run(...args: string[]) {
  const started = spawn(process.execPath, [MAIN, ...args], { stdio: ["ignore", "pipe", "pipe"] });
  child = started;
  return started;
}

it.each(["SIGINT", "SIGTERM"] as const)("prints one line of JSON when ready, and ends with 0 on %s", async (signal) => {
  const directory = await mkdtemp(join(tmpdir(), "lab-main-"));
  const lab = run("--directory", directory, "--faults", "hsts-missing,dmarc-none");
  const [line] = await once(createInterface(lab.stdout), "line");
  const ready = JSON.parse(line);
  expect(ready).toMatchObject({
    origin: `https://ops-copilot.test:${ready.port}`,
    caFile: join(directory, "lab-ca.pem"),
  });
  expect(await readFile(ready.caFile, "utf8")).toContain("BEGIN CERTIFICATE");
  const faults: { name: string; on: boolean }[] = await (await fetch(`${ready.controlUrl}/faults`)).json();
  expect(faults.filter((fault) => fault.on).map((fault) => fault.name)).toEqual(["hsts-missing", "dmarc-none"]);
  lab.kill(signal);
  expect(await once(lab, "exit")).toEqual([0, null]);
  await access(ready.caFile);
  await rm(directory, { recursive: true });
});

it.each([
  [["--faults", "no-such-fault"], 'The lab has no fault "no-such-fault".'],
  [["--port", "http"], '"http" is not a port.'],
  [["--nonsense"], "Unknown option '--nonsense'"],
])("refuses %j with a sentence and exit code 2", async (args, sentence) => {
  const lab = run(...args);
  const chunks = lab.stderr.toArray();
  const [code] = await once(lab, "exit");
  const text = Buffer.concat(await chunks).toString();
  expect(code).toBe(2);
  expect(text).toContain(sentence);
  expect(text).not.toContain("    at ");
});
