import { spawn } from "node:child_process";
import { chmodSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { whenHealthy } from "../lib/cli/when-healthy.ts";
import { throwawayDatabase } from "./throwaway-database.ts";

const ROOT = fileURLToPath(new URL("../", import.meta.url));

export type Product = { directory: string; stop(): Promise<void> };

/** Runs the product as `npm start` does, with a data directory (or database) of its own, until it is stopped. */
export async function runProduct({ port, isDemo }: { port: number; isDemo: boolean }): Promise<Product> {
  const directory = mkdtempSync(join(tmpdir(), "launch-ready-e2e-"));
  // The user that PostgreSQL runs as, when we are root, must be able to enter it.
  chmodSync(directory, 0o755);
  const database = await throwawayDatabase();
  const product = spawn(process.execPath, ["lib/cli/main.ts", "start"], {
    cwd: ROOT,
    stdio: ["ignore", "pipe", "inherit"],
    env: { ...process.env, ...database.env, PORT: String(port), DATA_DIR: directory, DEMO: isDemo ? "1" : "0" },
  });
  let output = "";
  product.stdout.setEncoding("utf8").on("data", (text: string) => {
    output += text;
  });
  const ended = new Promise<never>((_, reject) => {
    product.once("exit", (code) =>
      reject(new Error(`The product ended with code ${code} before it was up.\n${output}`)),
    );
  });
  await Promise.race([whenHealthy(`http://127.0.0.1:${port}/api/health`), ended]);
  return {
    directory,
    async stop() {
      product.removeAllListeners("exit");
      const stopped = new Promise((resolve) => product.once("exit", resolve));
      product.kill("SIGTERM");
      await stopped;
      await database.drop();
      rmSync(directory, { recursive: true, force: true });
    },
  };
}
