import { drizzle } from "drizzle-orm/postgres-js";
import { beforeAll, describe, expect, it } from "vitest";
import type { PartName } from "#lib/audits/observation.ts";
import { attest } from "#lib/checks/attest.ts";
import { updateCheck } from "#lib/checks/update-check.ts";
import { waiveGate } from "#lib/checks/waive-gate.ts";
import { withdrawAttestation } from "#lib/checks/withdraw-attestation.ts";
import { recordDeployment } from "#lib/deployments/record-deployment.ts";
import { installQueues } from "#lib/jobs/install-queues.ts";
import { createRisk } from "#lib/risks/create-risk.ts";
import { beginRun } from "#lib/runs/begin-run.ts";
import { failRun } from "#lib/runs/fail-run.ts";
import { recordResults } from "#lib/runs/record-results.ts";
import { startRun } from "#lib/runs/start-run.ts";
import { audit, auditedProject, healthy, withoutHsts } from "#lib/runs/testing/audited-project.ts";
import * as schema from "../schema/index.ts";
import { makeTarget, systemCtx } from "../testing/factories.ts";
import { testDb } from "../testing/test-db.ts";
import { getBoard } from "./get-board.ts";
import { getCheck } from "./get-check.ts";
import { listProjects } from "./list-projects.ts";
import { listRuns } from "./list-runs.ts";

const { db, sql, url } = await testDb();
beforeAll(() => installQueues(url));

/** The same database, with the statements counted. */
function counting() {
  const statements: string[] = [];
  const logger = { logQuery: (query: string) => statements.push(query) };
  return { db: drizzle(sql, { schema, logger }), count: () => statements.splice(0).length };
}

describe("getBoard", () => {
  it("says that nothing is proven before the first audit", async () => {
    const { ctx, project } = await auditedProject(db);
    const board = await getBoard(ctx, project.slug);
    expect(board.answer.ready).toBe(false);
    expect(board.stages).toHaveLength(7);
    expect(board.stages.flatMap((stage) => stage.checks)).toHaveLength(35);
    expect(board.gate.items).toHaveLength(9);
    expect(board).toMatchObject({ blockers: [], points: [], lastRun: null, readiness: { score: 0 } });
    expect(await listProjects(ctx)).toMatchObject([{ slug: project.slug, readiness: null, lastRunAt: null }]);
  });

  it("marks the newest 200 deployments, oldest first", async () => {
    const { ctx, project } = await auditedProject(db);
    const at = (n: number) => new Date(ctx.now.getTime() - n * 60_000);
    const rows = Array.from({ length: 201 }, (_, n) => ({
      projectId: project.id,
      version: `v${201 - n}`,
      environment: "production" as const,
      deployedAt: at(n),
    }));
    await db.insert(schema.deployments).values(rows);
    const { deployments } = await getBoard(ctx, project.slug);
    expect(deployments.map(({ version }) => version)).toEqual(Array.from({ length: 200 }, (_, n) => `v${n + 2}`));
  });

  it("moves checks, readiness and chart by a run's evidence", async () => {
    const setting = await auditedProject(db);
    const { ctx, project } = setting;
    await audit(setting, withoutHsts(0));
    await audit(setting, healthy(1));
    await recordDeployment({ ctx, input: { project: project.slug, version: "1.2.3" } });
    const board = await getBoard(ctx, project.slug);
    const check = board.stages.flatMap((stage) => stage.checks).find(({ id }) => id === "https-everywhere");
    expect(check).toMatchObject({ status: "verified", source: "automatic", openRisks: 0 });
    expect(board.points.map((point) => point.runNumber)).toEqual([1, 2]);
    expect(board.points[1]?.score).toBeGreaterThan(board.points[0]?.score ?? 0);
    expect(board.lastRun).toMatchObject({ number: 2, state: "finished" });
    expect(board.deployments).toMatchObject([{ version: "1.2.3" }]);
    expect(await listRuns(ctx, project.slug)).toMatchObject([
      { number: 2, sinceLast: { fixed: 1, new: 0 } },
      { number: 1, sinceLast: { fixed: 0, new: 1 } },
    ]);
    expect(JSON.parse(JSON.stringify(board))).toEqual(board);
  });

  it("fills while a run is under way, and takes that back when the run fails", async () => {
    const { ctx, project, target } = await auditedProject(db);
    const run = await startRun({ ctx, input: { project: project.slug } });
    const ref = { projectId: project.id, runId: run.id };
    const system = systemCtx(db, ctx.now);
    await beginRun({ ctx: system, input: ref });
    const { target: facts, startedAt, parts } = healthy();
    const record = (part: PartName, seen: Partial<typeof parts>) =>
      recordResults({
        ctx: system,
        input: { ...ref, attempt: 1, targetId: target.id, part, soFar: { target: facts, startedAt, parts: seen } },
      });
    await record("mail", { mail: parts.mail });
    await record("mailAuth", { mail: parts.mail, mailAuth: parts.mailAuth });
    const status = async () => (await getCheck(ctx, project.slug, "email-authentication")).status;
    expect(await status()).toBe("verified");
    await failRun({ ctx: system, input: { ...ref, error: "The worker died." } });
    expect(await status()).toBe("unknown");
  });

  it("takes people's word for what no rule sees, until they take it back", async () => {
    const { ctx, project } = await auditedProject(db);
    const check = { project: project.slug, checkId: "backup-access" } as const;
    const statement = "Two people hold the break-glass envelope.";
    const observedAt = ctx.now.toISOString();
    const { id } = await attest({ ctx, input: { ...check, statement, observedAt } });
    expect(await getCheck(ctx, project.slug, "backup-access")).toMatchObject({
      status: "attested",
      source: "attested",
      attestations: [{ statement, withdrawnAt: null }],
    });
    await withdrawAttestation({ ctx, input: { project: project.slug, attestation: id } });
    const after = await getCheck(ctx, project.slug, "backup-access");
    expect(after.status).toBe("unknown");
    expect(after.activities.map((activity) => activity.action)).toEqual([
      "check.attestation_withdrawn",
      "check.attested",
    ]);
  });

  it("does not take a word about the future", async () => {
    const { ctx, project } = await auditedProject(db);
    const input = { project: project.slug, checkId: "backup-access", statement: "It will be looked at." } as const;
    await expect(attest({ ctx, input: { ...input, observedAt: "2026-12-24T00:00:00Z" } })).rejects.toMatchObject({
      code: "invalid",
    });
  });

  it("lets a waiver hold a gate item, with its name and end, until it runs out", async () => {
    const { ctx, project } = await auditedProject(db);
    const expiresAt = new Date(ctx.now.getTime() + 86_400_000);
    const input = { project: project.slug, gateId: "safe-logging", reason: "No logs are kept yet." } as const;
    await waiveGate({ ctx, input: { ...input, expiresAt } });
    const item = async (now: Date) =>
      (await getBoard({ ...ctx, now }, project.slug)).gate.items.find(({ id }) => id === "safe-logging");
    expect(await item(ctx.now)).toMatchObject({ state: "waived", holds: true, waiver: { reason: input.reason } });
    expect(await item(expiresAt)).toMatchObject({ state: "unknown", holds: false });
  });

  it("leaves a check that does not apply out of the sum", async () => {
    const { ctx, project } = await auditedProject(db);
    const input = { project: project.slug, checkId: "email-authentication" } as const;
    await updateCheck({ ctx, input: { ...input, notApplicableReason: "The product sends no mail." } });
    expect(await getCheck(ctx, project.slug, "email-authentication")).toMatchObject({ status: "not_applicable" });
    await updateCheck({ ctx, input: { ...input, notApplicableReason: null } });
    expect(await getCheck(ctx, project.slug, "email-authentication")).toMatchObject({ status: "unknown" });
  });
});

describe("the number of statements", () => {
  it("does not grow with projects, targets, runs or risks", async () => {
    const setting = await auditedProject(db);
    const { project } = setting;
    const counted = counting();
    const ctx = { ...setting.ctx, db: counted.db };
    const measure = async () => {
      const counts: number[] = [];
      for (const read of [
        () => getBoard(ctx, project.slug),
        () => listProjects(ctx),
        () => listRuns(ctx, project.slug),
        () => getCheck(ctx, project.slug, "https-everywhere"),
      ]) {
        await read();
        counts.push(counted.count());
      }
      return counts;
    };
    await audit(setting, withoutHsts(0));
    const few = await measure();
    for (let minute = 1; minute < 4; minute += 1) {
      await audit(setting, minute % 2 ? healthy(minute) : withoutHsts(minute));
      await makeTarget(db, project);
      await createRisk({
        ctx: setting.ctx,
        input: { project: project.slug, title: "A risk", checkId: "https-everywhere", severity: "high" },
      });
    }
    const other = await auditedProject(db);
    await db
      .insert(schema.memberships)
      .values({ projectId: other.project.id, userId: setting.user.id, role: "client", createdAt: ctx.now });
    expect(await measure()).toEqual(few);
    expect(Math.max(...few)).toBeLessThanOrEqual(30);
  });
});
