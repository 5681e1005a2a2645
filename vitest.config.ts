import { fileURLToPath } from "node:url";
import { defineConfig } from "vitest/config";

const file = (path: string) => fileURLToPath(new URL(path, import.meta.url));

const shared = {
  // Its real entry refuses to load outside a React server.
  resolve: { alias: { "server-only": file("./node_modules/server-only/empty.js") } },
};
const setupFiles = [file("./db/testing/fail-on-console-error.ts")];
const exclude = ["node_modules/**", ".next/**", ".data/**", "e2e/**/*.spec.ts"];

export default defineConfig({
  test: {
    maxWorkers: 2,
    projects: [
      {
        ...shared,
        test: {
          name: "unit",
          include: ["**/*.test.{ts,tsx}"],
          exclude: [...exclude, "**/*.db.test.ts"],
          setupFiles,
          // A busy machine may take its time; what hangs still ends.
          testTimeout: 20_000,
          hookTimeout: 20_000,
        },
      },
      {
        ...shared,
        test: {
          name: "db",
          include: ["**/*.db.test.ts"],
          exclude,
          setupFiles,
          globalSetup: [file("./db/testing/global-setup.ts")],
          testTimeout: 20_000,
          hookTimeout: 20_000,
        },
      },
    ],
  },
});
