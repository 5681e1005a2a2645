import { defineConfig, devices } from "@playwright/test";
import { findBrowser } from "./lib/probes/browser-path.ts";

const executablePath = findBrowser();

export default defineConfig({
  testDir: "e2e",
  // The lab's own tests, *.test.ts, are Vitest's.
  testMatch: "*.spec.ts",
  globalSetup: "./e2e/start-product.ts",
  // The specs share one product and its lab's faults; they run one after the other.
  workers: 1,
  fullyParallel: false,
  forbidOnly: true,
  retries: 0,
  timeout: 60_000,
  expect: { timeout: 15_000 },
  reporter: [["list"]],
  use: {
    baseURL: "http://localhost:4300",
    trace: "retain-on-failure",
    actionTimeout: 15_000,
    launchOptions: {
      ...(executablePath ? { executablePath } : {}),
      args: [
        "--no-sandbox",
        "--disable-gpu",
        "--disable-quic",
        "--no-first-run",
        "--disable-background-networking",
        "--disable-component-update",
        "--disable-sync",
      ],
    },
  },
  projects: [{ name: "desktop", use: { ...devices["Desktop Chrome"], viewport: { width: 1440, height: 900 } } }],
});
