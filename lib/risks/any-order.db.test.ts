import fc from "fast-check";
import { beforeAll, describe, expect, it } from "vitest";
import { exportRisks } from "#db/queries/export-risks.ts";
import { makeProject } from "#db/testing/factories.ts";
import { testDb } from "#db/testing/test-db.ts";
import type { Observation } from "#lib/audits/observation.ts";
import { logOf, resultAt } from "#lib/audits/sarif-import/testing/scanner-logs.ts";
import { installQueues } from "#lib/jobs/install-queues.ts";
import { audit, auditedProject, healthy, unreachable, withoutHsts } from "#lib/runs/testing/audited-project.ts";
import { importSarif } from "./import-sarif.ts";
import { everythingOf, projectionOf } from "./testing/register-of.ts";

const { db, url } = await testDb();
beforeAll(() => installQueues(url));

/** Each run fills a database, so there are few of them. */
const RUNS = { numRuns: 20 };
const TIMEOUT_MS = 120_000;

/** Ten possible findings of two tools; of what may differ between two sights of one, all does. */
const sight = fc.record({
  finding: fc.integer({ min: 0, max: 4 }),
  tool: fc.constantFrom("Alpha", "Beta"),
  line: fc.integer({ min: 1, max: 3 }),
  level: fc.constantFrom("error", "warning", "note"),
  help: fc.constantFrom("Do this.", "Do that.", ""),
  by: fc.constantFrom("fingerprints", "partialFingerprints"),
  isSuppressed: fc.boolean(),
});
type Sight = typeof sight extends fc.Arbitrary<infer T> ? T : never;

const result = ({ finding, line, level, help, by, isSuppressed }: Sight) =>
  resultAt(`src/${finding}.js`, line, {
    level,
    message: { text: `Finding ${finding}. ${help}` },
    [by]: { "hash/v1": `0123456789${finding}` },
    ...(isSuppressed && { suppressions: [{ kind: "inSource" }] }),
  });

/** A log of both tools. */
const log = fc.array(sight, { maxLength: 8 }).map((sights) => {
  const runs = [...Map.groupBy(sights, ({ tool }) => tool)].map(([tool, own]) => ({
    tool: { driver: { name: tool } },
    results: own.map(result),
  }));
  return runs.length > 0 ? JSON.stringify({ version: "2.1.0", runs }) : logOf([], { tool: "Alpha" });
});

async function registerAfter(logs: readonly string[]) {
  const { project, ctx } = await makeProject(db);
  for (const text of logs) await importSarif({ ctx, input: { project: project.slug, fileName: "x.sarif", text } });
  return { project, ctx };
}

describe("the register", () => {
  it(
    "is the same after any scans, in any order and any repetition",
    async () => {
      const shuffled = fc.array(log, { minLength: 1, maxLength: 4 }).chain((logs) =>
        fc.tuple(
          fc.constant(logs),
          fc.array(fc.nat(logs.length - 1), { maxLength: 3 }).map((again) => again.map((n) => logs[n] ?? "")),
          fc.infiniteStream(fc.nat()),
        ),
      );
      await fc.assert(
        fc.asyncProperty(shuffled, async ([logs, again, keys]) => {
          const order = [...logs, ...again].map((text) => ({ text, key: keys.next().value ?? 0 }));
          const other = order.toSorted((a, b) => a.key - b.key).map(({ text }) => text);
          const [one, two] = [await registerAfter(logs), await registerAfter(other)];
          expect(await projectionOf(db, two.project.id)).toEqual(await projectionOf(db, one.project.id));
        }),
        RUNS,
      );
    },
    TIMEOUT_MS,
  );

  it(
    "is not touched by a scan that it knows, nor by its own export",
    async () => {
      await fc.assert(
        fc.asyncProperty(fc.array(log, { minLength: 1, maxLength: 3 }), fc.boolean(), async (logs, isComplete) => {
          const { project, ctx } = await registerAfter(logs);
          const before = await everythingOf(db, project.id);
          const { text } = await exportRisks(ctx, project.slug, "sarif");
          const input = { project: project.slug, fileName: "again.sarif" };
          for (const known of logs) await importSarif({ ctx, input: { ...input, text: known } });
          await importSarif({ ctx, input: { ...input, text, isComplete } });
          expect(await everythingOf(db, project.id)).toEqual(before);
        }),
        RUNS,
      );
    },
    TIMEOUT_MS,
  );

  it(
    "knows after a complete scan exactly what that scan names, whatever came before",
    async () => {
      await fc.assert(
        fc.asyncProperty(fc.array(log, { maxLength: 3 }), fc.array(sight, { maxLength: 6 }), async (logs, sights) => {
          const { project, ctx } = await registerAfter(logs);
          const text = logOf(sights.map(result), { tool: "Alpha" });
          const input = { project: project.slug, fileName: "all.sarif", text, isComplete: true };
          await importSarif({ ctx, input });
          const before = await everythingOf(db, project.id);
          await importSarif({ ctx, input });
          expect(await everythingOf(db, project.id)).toEqual(before);
          const rows = (await projectionOf(db, project.id)).filter(({ tool }) => tool === "Alpha");
          const named = new Set(sights.filter(({ isSuppressed }) => !isSuppressed).map(({ finding }) => finding));
          for (const finding of named) {
            expect(rows.some(({ location, state }) => location?.uri === `src/${finding}.js` && state === "open")).toBe(
              true,
            );
          }
          const gone = rows.filter(({ location }) => !sights.some((one) => location?.uri === `src/${one.finding}.js`));
          expect(gone.every(({ state }) => state === "verified")).toBe(true);
        }),
        RUNS,
      );
    },
    TIMEOUT_MS,
  );

  it(
    "is not touched by an audit that sees what the last one saw",
    async () => {
      const seen = fc.constantFrom<(minute: number) => Observation>(healthy, withoutHsts, unreachable);
      await fc.assert(
        fc.asyncProperty(fc.array(seen, { minLength: 1, maxLength: 4 }), async (looks) => {
          const setting = await auditedProject(db);
          for (const [minute, look] of looks.entries()) await audit(setting, look(minute));
          const before = (await everythingOf(db, setting.project.id)).risks;
          await audit(setting, (looks.at(-1) ?? healthy)(looks.length));
          expect((await everythingOf(db, setting.project.id)).risks).toEqual(before);
        }),
        RUNS,
      );
    },
    TIMEOUT_MS,
  );
});
