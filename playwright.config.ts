import { defineConfig, devices } from "@playwright/test";
import { findBrowser } from "./lib/probes/browser-path.ts";

const executablePath = findBrowser();
const SCREENS = "screens.spec.ts";
const desktop = { ...devices["Desktop Chrome"], viewport: { width: 1440, height: 900 } };

export default defineConfig({
  testDir: "e2e",
  // The lab's own tests, *.test.ts, are Vitest's.
  globalSetup: "./e2e/start-product.ts",
  workers: 2,
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
  projects: [
    // These share one product and its lab's faults; they run one after the other.
    { name: "desktop", testMatch: "*.spec.ts", testIgnore: SCREENS, workers: 1, use: desktop },
    // Those only look, so that they may run side by side; last, when nobody changes what they look at.
    { name: "before the screens", testMatch: "screens.setup.ts", dependencies: ["desktop"], use: desktop },
    { name: "screens", testMatch: SCREENS, fullyParallel: true, dependencies: ["before the screens"], use: desktop },
  ],
});
