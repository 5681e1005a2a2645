import { eq } from "drizzle-orm";
import fc from "fast-check";
import { beforeAll, describe, expect, it } from "vitest";
import { observations, readinessPoints, results, runs } from "#db/schema/index.ts";
import { systemCtx } from "#db/testing/factories.ts";
import { testDb } from "#db/testing/test-db.ts";
import { healthyObservation, pageWithHeader } from "#lib/audits/testing/healthy-observation.ts";
import { installQueues } from "#lib/jobs/install-queues.ts";
import { insertRun } from "#lib/ledger/insert-run.ts";
import { beginRun } from "./begin-run.ts";
import { finishRun } from "./finish-run.ts";
import { replayRun } from "./replay-run.ts";
import {
  actions,
  audit,
  auditedProject,
  healthy,
  observedAt,
  register,
  unreachable,
  withoutHsts,
} from "./testing/audited-project.ts";

const { db, url } = await testDb();
beforeAll(() => installQueues(url));

describe("finishRun", () => {
  it("turns a failing result into one open risk, and the run into a readiness point", async () => {
    const setting = await auditedProject(db);
    const run = await audit(setting, withoutHsts());
    const [risk, ...others] = await register(setting);
    expect(others).toEqual([]);
    expect(risk).toMatchObject({
      number: 1,
      fingerprint: "v1|edge/hsts|example.com:443",
      rule: "edge/hsts",
      checkId: "https-everywhere",
      state: "open",
      severity: "medium",
      likelihood: 3,
      impact: 3,
      foundRunId: run.id,
    });
    const points = await db.select().from(readinessPoints).where(eq(readinessPoints.runId, run.id));
    expect(points).toHaveLength(1);
    expect(run.state).toBe("finished");
  });

  it("changes nothing on the register, not even a date or the history, when it sees the same again", async () => {
    const setting = await auditedProject(db);
    await audit(setting, withoutHsts());
    const before = await register(setting);
    const said = await actions(setting);
    const later = { ...setting, ctx: { ...setting.ctx, now: new Date("2026-06-02T12:00:00Z") } };
    await audit(later, withoutHsts(5));
    await audit(later, withoutHsts(10));
    expect(await register(setting)).toEqual(before);
    expect((await actions(setting)).slice(said.length)).toEqual([
      "run.started",
      "run.finished",
      "run.started",
      "run.finished",
    ]);
  });

  it("verifies a risk that a later run sees no more, and reopens it when it is back", async () => {
    const setting = await auditedProject(db);
    await audit(setting, withoutHsts(0));
    const fixed = await audit(setting, healthy(1));
    expect(await register(setting)).toMatchObject([{ state: "verified", verifiedRunId: fixed.id }]);
    const back = await audit(setting, withoutHsts(2));
    expect(await register(setting)).toMatchObject([{ state: "open", verifiedRunId: null, lastSeenRunId: back.id }]);
    expect((await actions(setting)).filter((action) => action.startsWith("risk."))).toEqual([
      "risk.found",
      "risk.verified",
      "risk.reopened",
    ]);
  });

  it("neither opens nor verifies on what could not be looked at", async () => {
    const setting = await auditedProject(db);
    await audit(setting, unreachable(0));
    expect(await register(setting)).toEqual([]);
    await audit(setting, withoutHsts(1));
    await audit(setting, unreachable(2));
    expect(await register(setting)).toMatchObject([{ state: "open", rule: "edge/hsts" }]);
  });

  it("gives the same register in whatever order, and however often, observations arrive", async () => {
    const seen = [
      healthy(0),
      withoutHsts(1),
      observedAt(healthyObservation(pageWithHeader("x-content-type-options")), 2),
      unreachable(3),
      healthy(4),
      withoutHsts(5),
    ];
    const outcome = async (order: number[]) => {
      const setting = await auditedProject(db);
      for (const index of order) await audit(setting, seen[index] ?? healthy());
      return (await register(setting)).map(({ fingerprint, state, severity }) => ({ fingerprint, state, severity }));
    };
    const pick = fc.uniqueArray(fc.nat(seen.length - 1), { minLength: 1, maxLength: 4 });
    await fc.assert(
      fc.asyncProperty(pick, fc.gen(), async (chosen, gen) => {
        const inOrder = chosen.toSorted((a, b) => a - b);
        const repeated = gen(fc.shuffledSubarray, [...chosen, ...chosen], { minLength: chosen.length * 2 });
        expect(await outcome(repeated)).toEqual(await outcome(inOrder));
      }),
      { numRuns: 12 },
    );
  }, 120_000);

  it("makes no risk twice when two runs finish at the same time", async () => {
    const setting = await auditedProject(db);
    const { project, ctx, target } = setting;
    const rules = ["edge/hsts", "edge/nosniff"];
    const values = { projectId: project.id, reason: "manual" as const, rules, targetIds: [target.id] };
    const started = [
      await insertRun(db, ctx, values),
      await insertRun(db, ctx, values),
      await insertRun(db, ctx, values),
    ];
    await Promise.all(started.map((run) => audit(setting, withoutHsts(), run)));
    const risks = await register(setting);
    expect(risks).toHaveLength(1);
    expect((await actions(setting)).filter((action) => action === "risk.found")).toHaveLength(1);
  });

  it("is refused to a worker that another one has overtaken, and to one that comes twice", async () => {
    const { project, ctx, target } = await auditedProject(db);
    const run = await insertRun(db, ctx, {
      projectId: project.id,
      reason: "manual",
      rules: ["edge/hsts"],
      targetIds: [target.id],
    });
    const ref = { projectId: project.id, runId: run.id };
    const system = systemCtx(db);
    const first = await beginRun({ ctx: system, input: ref });
    const second = await beginRun({ ctx: system, input: ref });
    expect([first?.attempt, second?.attempt]).toEqual([1, 2]);
    const finish = (attempt: number, observation = healthy()) =>
      finishRun({ ctx: system, input: { ...ref, attempt, observations: [{ targetId: target.id, observation }] } });
    expect(await finish(1, withoutHsts())).toBe(false);
    expect(await finish(2)).toBe(true);
    expect(await finish(2, withoutHsts())).toBe(false);
    const stored = await db.select().from(results).where(eq(results.runId, run.id));
    expect(stored.map((row) => row.verdict)).toEqual(["pass"]);
    expect(await beginRun({ ctx: system, input: ref })).toBeNull();
  });

  it("keeps hostile text out of Postgres's way, and replays it byte for byte", async () => {
    const setting = await auditedProject(db);
    const nasty = `nosn\u0000iff \ud800 ${"\u{1f480}".repeat(2_000)}`;
    const run = await audit(
      setting,
      observedAt(healthyObservation(pageWithHeader("x-content-type-options", nasty)), 0),
    );
    const replay = await replayRun({ ctx: setting.ctx, input: { project: setting.project.slug, number: run.number } });
    expect(replay).toMatchObject({ identical: true, differences: [] });
    expect(replay.results).toBe(run.rules.length);
  });
});

describe("replayRun", () => {
  it("names each result that today's rules would give differently", async () => {
    const setting = await auditedProject(db);
    const run = await audit(setting, withoutHsts());
    await db.update(results).set({ summary: "Something else." }).where(eq(results.rule, "edge/hsts"));
    const replay = await replayRun({ ctx: setting.ctx, input: { project: setting.project.slug, number: run.number } });
    expect(replay.identical).toBe(false);
    expect(replay.differences).toEqual([{ targetId: setting.target.id, rule: "edge/hsts" }]);
  });

  it("says so when what was seen is in a form that is no longer read", async () => {
    const setting = await auditedProject(db);
    const run = await audit(setting, healthy());
    const old = { ...healthy(), version: 1 };
    await db
      .update(observations)
      .set({ observation: old as never })
      .where(eq(observations.runId, run.id));
    const input = { project: setting.project.slug, number: run.number };
    await expect(replayRun({ ctx: setting.ctx, input })).rejects.toMatchObject({ code: "conflict" });
  });

  it("has nothing to compare with before the end of a run", async () => {
    const setting = await auditedProject(db);
    const run = await audit(setting, healthy());
    await db.update(runs).set({ state: "failed" }).where(eq(runs.id, run.id));
    const input = { project: setting.project.slug, number: run.number };
    await expect(replayRun({ ctx: setting.ctx, input })).rejects.toMatchObject({ code: "conflict" });
  });
});
