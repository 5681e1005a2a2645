import { beforeAll, describe, expect, it } from "vitest";
import { getBoard } from "#db/queries/get-board.ts";
import { getRisk } from "#db/queries/get-risk.ts";
import { topBlockers } from "#db/queries/top-blockers.ts";
import { lastActivity } from "#db/testing/last-activity.ts";
import { testDb } from "#db/testing/test-db.ts";
import { healthyObservation } from "#lib/audits/testing/healthy-observation.ts";
import { installQueues } from "#lib/jobs/install-queues.ts";
import { actions, audit, auditedProject, observedAt } from "#lib/runs/testing/audited-project.ts";
import { closeRisk } from "./close-risk.ts";
import { createRisk } from "./create-risk.ts";
import { decideRisk } from "./decide-risk.ts";
import { updateRisk } from "./update-risk.ts";

const { db, url } = await testDb();
beforeAll(() => installQueues(url));

const DAY_MS = 86_400_000;

async function withBlocker() {
  const setting = await auditedProject(db);
  const { ctx, project } = setting;
  await createRisk({
    ctx,
    input: { project: project.slug, title: "Anybody can be admin", checkId: "role-boundaries", severity: "high" },
  });
  const inDays = (days: number) => ({ ...ctx, now: new Date(ctx.now.getTime() + days * DAY_MS) });
  return { ...setting, inDays, input: { project: project.slug, number: 1 }, slug: project.slug };
}

describe("decideRisk", () => {
  it("lifts the block until the decision's end, and not a moment longer", async () => {
    const { ctx, inDays, input, slug } = await withBlocker();
    expect(await topBlockers(ctx, slug)).toHaveLength(1);
    const expiresAt = inDays(30).now.toISOString();
    await decideRisk({ ctx, input: { ...input, treatment: "defer", reason: "Only ten users until then.", expiresAt } });
    expect(await topBlockers(inDays(29), slug)).toEqual([]);
    expect((await getBoard(inDays(29), slug)).blockersTotal).toBe(0);
    expect(await topBlockers(inDays(30), slug)).toMatchObject([{ number: 1 }]);
    expect((await getRisk(inDays(30), slug, 1)).decision).toMatchObject({ treatment: "defer", isExpired: true });
  });

  it("counts the newest decision only", async () => {
    const { ctx, inDays, input, slug } = await withBlocker();
    const expiresAt = inDays(30).now.toISOString();
    await decideRisk({ ctx, input: { ...input, treatment: "accept", reason: "A small risk.", expiresAt } });
    await decideRisk({ ctx: inDays(1), input: { ...input, treatment: "fix_now", reason: "It is not small." } });
    expect(await topBlockers(inDays(1), slug)).toHaveLength(1);
    expect((await getRisk(inDays(1), slug, 1)).decisions.map((one) => one.treatment)).toEqual(["fix_now", "accept"]);
  });

  it.each([
    ["without an end", null],
    ["with an end that has passed", -1],
    ["with an end more than 180 days away", 181],
  ])("does not let a risk be deferred %s", async (_, days) => {
    const { ctx, inDays, input } = await withBlocker();
    const expiresAt = days === null ? null : inDays(days).now.toISOString();
    await expect(
      decideRisk({ ctx, input: { ...input, treatment: "defer", reason: "Later.", expiresAt } }),
    ).rejects.toMatchObject({ code: "invalid", fieldErrors: { expiresAt: [expect.any(String)] } });
  });
});

describe("updateRisk", () => {
  it("writes nothing, not even history, when nothing is different", async () => {
    const setting = await withBlocker();
    const said = await actions(setting);
    await updateRisk({ ctx: setting.ctx, input: { ...setting.input, likelihood: 4, title: "Anybody can be admin" } });
    expect(await actions(setting)).toEqual(said);
  });

  it("does not let people talk a finding's severity down", async () => {
    const setting = await auditedProject(db);
    await audit(setting, observedAt(healthyObservation({ tls: { trusted: false, trustError: "CERT_UNTRUSTED" } }), 0));
    const input = { project: setting.project.slug, number: 1, severity: "low" as const };
    await expect(updateRisk({ ctx: setting.ctx, input })).rejects.toMatchObject({ code: "invalid" });
    const updated = await updateRisk({ ctx: setting.ctx, input: { ...input, severity: undefined, likelihood: 1 } });
    expect(updated.likelihood).toBe(1);
  });

  it("says from what to what, and why when it is told", async () => {
    const { ctx, project, input } = await withBlocker();
    await updateRisk({ ctx, input: { ...input, likelihood: 2, reason: "Only staff can reach it." } });
    expect(await lastActivity(db, project.id)).toMatchObject({
      action: "risk.updated",
      details: { number: 1, changes: { likelihood: { from: 4, to: 2 } }, reason: "Only staff can reach it." },
    });
    await expect(updateRisk({ ctx, input: { ...input, likelihood: 6 } })).rejects.toMatchObject({ code: "invalid" });
  });

  it("refuses an owner from outside the project", async () => {
    const { ctx, input } = await withBlocker();
    const stranger = await auditedProject(db);
    await expect(updateRisk({ ctx, input: { ...input, ownerId: stranger.user.id } })).rejects.toMatchObject({
      code: "invalid",
    });
  });
});

describe("closeRisk", () => {
  it("closes what was made by hand, and nothing that an audit could verify", async () => {
    const { ctx, input } = await withBlocker();
    const closed = await closeRisk({ ctx, input: { ...input, reason: "The role was removed." } });
    expect(closed.state).toBe("closed");
    const setting = await auditedProject(db);
    await audit(setting, observedAt(healthyObservation({ tls: { trusted: false, trustError: "CERT_UNTRUSTED" } }), 0));
    await expect(
      closeRisk({ ctx: setting.ctx, input: { project: setting.project.slug, number: 1, reason: "It is fine." } }),
    ).rejects.toMatchObject({ code: "conflict" });
  });
});
