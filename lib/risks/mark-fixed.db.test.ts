import { eq } from "drizzle-orm";
import { beforeAll, describe, expect, it } from "vitest";
import { getRisk } from "#db/queries/get-risk.ts";
import { runs } from "#db/schema/index.ts";
import { makeMember, systemCtx } from "#db/testing/factories.ts";
import { testDb } from "#db/testing/test-db.ts";
import type { Observation } from "#lib/audits/observation.ts";
import { installQueues } from "#lib/jobs/install-queues.ts";
import { cancelRun } from "#lib/runs/cancel-run.ts";
import { failRun } from "#lib/runs/fail-run.ts";
import { startRun } from "#lib/runs/start-run.ts";
import {
  actions,
  audit,
  auditedProject,
  healthy,
  register,
  unreachable,
  withoutHsts,
} from "#lib/runs/testing/audited-project.ts";
import { createRisk } from "./create-risk.ts";
import { markFixed } from "./mark-fixed.ts";

const { db, url } = await testDb();
beforeAll(() => installQueues(url));

/** A project in which run 1 found that HSTS is missing, and somebody has just said that it is fixed. */
async function claimed() {
  const setting = await auditedProject(db);
  await audit(setting, withoutHsts(0));
  const input = { project: setting.project.slug, number: 1 };
  const { run } = await markFixed({ ctx: setting.ctx, input });
  return { ...setting, input, run };
}

describe("markFixed", () => {
  it("starts a run of exactly the risk's rule at its target, and waits for it", async () => {
    const { run, target, ctx, input } = await claimed();
    expect(run).toMatchObject({ number: 2, reason: "verify", rules: ["edge/hsts"], targetIds: [target.id] });
    const risk = await getRisk(ctx, input.project, 1);
    expect(risk).toMatchObject({ state: "rechecking", verifyRun: { number: 2, state: "queued" } });
  });

  it.each<[string, Observation, string, string]>([
    ["verified when the rule passes", healthy(1), "verified", "risk.verified"],
    ["opened again when the fault is still there", withoutHsts(1), "open", "risk.reopened"],
    ["opened again, with a note, when nothing could be seen", unreachable(1), "open", "risk.recheck_inconclusive"],
  ])("is %s", async (_, observation, state, action) => {
    const setting = await claimed();
    await audit(setting, observation, setting.run);
    expect(await register(setting)).toMatchObject([{ state, number: 1 }]);
    expect((await actions(setting)).filter((one) => one.startsWith("risk."))).toEqual([
      "risk.found",
      "risk.mark_fixed",
      action,
    ]);
  });

  it("shows the evidence of both runs side by side", async () => {
    const setting = await claimed();
    await audit(setting, healthy(1), setting.run);
    const risk = await getRisk(setting.ctx, setting.input.project, 1);
    expect(risk.before).toMatchObject({ runNumber: 1, verdict: "fail", rule: "edge/hsts" });
    expect(risk.after).toMatchObject({ runNumber: 2, verdict: "pass", rule: "edge/hsts" });
    expect(risk).toMatchObject({ foundRun: 1, verifiedRun: 2, verifyRun: null });
  });

  it("shows the evidence of both runs side by side when the claim was not true", async () => {
    const setting = await claimed();
    await audit(setting, withoutHsts(1), setting.run);
    const risk = await getRisk(setting.ctx, setting.input.project, 1);
    expect(risk.before).toMatchObject({ runNumber: 1, verdict: "fail" });
    expect(risk.after).toMatchObject({ runNumber: 2, verdict: "fail" });
  });

  it("knows the last run that saw the fault, though none but the first changed the risk", async () => {
    const setting = await auditedProject(db);
    await audit(setting, withoutHsts(0));
    await audit(setting, withoutHsts(1));
    expect(await getRisk(setting.ctx, setting.project.slug, 1)).toMatchObject({ foundRun: 1, lastSeenRun: 2 });
  });

  it("leaves the risk to its own run when a full run ends in between", async () => {
    const setting = await claimed();
    await audit(setting, withoutHsts(1));
    expect(await register(setting)).toMatchObject([{ state: "rechecking" }]);
    await audit(setting, healthy(2), setting.run);
    expect(await register(setting)).toMatchObject([{ state: "verified" }]);
  });

  it.each(["cancelled", "failed"] as const)("opens the risk again when its run is %s", async (end) => {
    const setting = await claimed();
    const { project, ctx, run } = setting;
    const ref = { projectId: project.id, runId: run.id };
    if (end === "cancelled") await cancelRun({ ctx, input: { project: project.slug, number: run.number } });
    else await failRun({ ctx: systemCtx(db), input: { ...ref, error: "The worker died." } });
    expect(await register(setting)).toMatchObject([{ state: "open" }]);
    const [ended] = await db.select().from(runs).where(eq(runs.id, run.id));
    expect(ended?.state).toBe(end);
  });

  it("can be said beside a full run, but not twice", async () => {
    const setting = await claimed();
    await startRun({ ctx: setting.ctx, input: { project: setting.project.slug } });
    await expect(markFixed({ ctx: setting.ctx, input: setting.input })).rejects.toMatchObject({ code: "conflict" });
  });

  it("is for findings only: a risk made by hand has no rule to look at", async () => {
    const { ctx, project } = await auditedProject(db);
    const fields = { title: "Nobody knows the registrar login", checkId: "backup-access", severity: "high" } as const;
    const risk = await createRisk({ ctx, input: { project: project.slug, ...fields } });
    const input = { project: project.slug, number: risk.number };
    await expect(markFixed({ ctx, input })).rejects.toMatchObject({ code: "conflict" });
  });

  it("is refused to a client", async () => {
    const setting = await auditedProject(db);
    await audit(setting, withoutHsts(0));
    const { ctx } = await makeMember(db, setting.project, "client");
    const input = { project: setting.project.slug, number: 1 };
    await expect(markFixed({ ctx, input })).rejects.toMatchObject({ code: "forbidden" });
  });
});
