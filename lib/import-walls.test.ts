import { spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, describe, expect, it } from "vitest";

const ROOT = fileURLToPath(new URL("../", import.meta.url));

const FORBIDDEN = [
  ["a page", "app/(dashboard)/projects/page.tsx", "#db/client.ts"],
  ["a page", "app/(dashboard)/projects/page.tsx", "#db/schema/index.ts"],
  ["a page", "app/(dashboard)/projects/page.tsx", "#lib/probes/observe.ts"],
  ["a page", "app/(dashboard)/projects/page.tsx", "#lib/jobs/worker.ts"],
  ["a component", "components/board/card.tsx", "#lib/runs/start-run.ts"],
  ["a component", "components/board/card.tsx", "#app/layout.tsx"],
  ["a component", "components/board/card.tsx", "#db/client.ts"],
  ["a verb", "lib/risks/create-risk.ts", "#lib/packs/create-pack.ts"],
  ["a verb", "lib/hosts/adopt-host.ts", "#lib/targets/add-target.ts"],
  ["a verb", "lib/schedules/set-schedule.ts", "#lib/runs/start-run.ts"],
  ["a verb", "lib/old-urls/import-old-urls.ts", "#lib/hosts/adopt-host.ts"],
  ["a verb", "lib/risks/create-risk.ts", "#lib/probes/observe.ts"],
  ["a verb", "lib/risks/create-risk.ts", "#lib/jobs/worker.ts"],
  ["a verb", "lib/risks/create-risk.ts", "#components/ui/button.tsx"],
  ["a query", "db/queries/get-board.ts", "#lib/runs/start-run.ts"],
  ["a probe", "lib/probes/tls.ts", "#db/client.ts"],
  ["a probe", "lib/probes/tls.ts", "#lib/runs/start-run.ts"],
  ["a job", "lib/jobs/handlers/audit-run.ts", "#app/layout.tsx"],
  ["a job", "lib/jobs/handlers/audit-run.ts", "undici"],
  ["the CLI", "lib/cli/audit.ts", "#db/client.ts"],
  ["the CLI", "lib/cli/audit.ts", "#lib/runs/start-run.ts"],
  ["a rule", "lib/audits/edge/hsts.ts", "node:crypto"],
  ["a rule", "lib/audits/edge/hsts.ts", "#db/client.ts"],
  ["a rule", "lib/audits/edge/hsts.ts", "#lib/env.ts"],
  ["the catalogue", "lib/roadmap/readiness.ts", "next/headers"],
  ["the document model", "lib/handover/model.ts", "node:fs"],
] as const;

const ALLOWED = [
  ["a page", "app/(dashboard)/projects/page.tsx", "#db/queries/get-board.ts"],
  ["a verb", "lib/risks/create-risk.ts", "#db/schema/index.ts"],
  ["a verb", "lib/risks/create-risk.ts", "#lib/jobs/queue.ts"],
  ["a job", "lib/jobs/handlers/audit-run.ts", "#lib/probes/observe.ts"],
  ["a rule", "lib/audits/edge/hsts.ts", "#lib/roadmap/ids.ts"],
] as const;

/** A file per case, each with one import, below a copy of our own configuration. */
const fileOf = (path: string, specifier: string) => path.replace(/(\.tsx?)$/, `-${specifier.replaceAll(/\W/g, "_")}$1`);

describe("the walls between the folders", () => {
  const directory = mkdtempSync(join(tmpdir(), "launch-ready-walls-"));
  let refused: string;

  beforeAll(() => {
    const config = JSON.parse(readFileSync(`${ROOT}biome.json`, "utf8"));
    writeFileSync(join(directory, "biome.json"), JSON.stringify({ ...config, vcs: { enabled: false } }));
    for (const [, path, specifier] of [...FORBIDDEN, ...ALLOWED]) {
      const file = join(directory, fileOf(path, specifier));
      mkdirSync(dirname(file), { recursive: true });
      writeFileSync(file, `import { x } from "${specifier}";\n\nexport const y = x;\n`);
    }
    const biome = spawnSync(
      process.execPath,
      [`${ROOT}node_modules/@biomejs/biome/bin/biome`, "lint", "--max-diagnostics=none", "--colors=off", "."],
      { cwd: directory, encoding: "utf8" },
    );
    refused = biome.stdout + biome.stderr;
  });

  afterAll(() => rmSync(directory, { recursive: true }));

  it.each(FORBIDDEN)("%s (%s) cannot import %s", (_who, path, specifier) => {
    expect(refused).toContain(`${fileOf(path, specifier)}:1:19 lint/style/noRestrictedImports`);
  });

  it.each(ALLOWED)("%s (%s) can import %s", (_who, path, specifier) => {
    expect(refused).not.toContain(fileOf(path, specifier));
  });
});
