import { eq } from "drizzle-orm";
import { describe, expect, it } from "vitest";
import { listRisks } from "#db/queries/list-risks.ts";
import { activities, decisions, readinessPoints } from "#db/schema/index.ts";
import { ctxOf, makeMember, makeProject, makeUser } from "#db/testing/factories.ts";
import { lastActivity } from "#db/testing/last-activity.ts";
import { testDb } from "#db/testing/test-db.ts";
import { assignRisks } from "./assign-risks.ts";
import { closeRisk } from "./close-risk.ts";
import { createRisk } from "./create-risk.ts";
import { decideRisks } from "./decide-risks.ts";
import { proposeDecisions } from "./propose-decisions.ts";

const { db } = await testDb();

const DAY_MS = 86_400_000;

/** 1 is high, 2 critical, 3 closed, 4 medium. */
async function register() {
  const { project, ctx, user } = await makeProject(db);
  for (const severity of ["high", "critical", "high", "medium"] as const) {
    const title = `A ${severity} risk`;
    await createRisk({ ctx, input: { project: project.slug, title, checkId: "login-flow", severity } });
  }
  await closeRisk({ ctx, input: { project: project.slug, number: 3, reason: "It was a duplicate." } });
  const expiresAt = new Date(ctx.now.getTime() + 30 * DAY_MS).toISOString();
  const putOff = { project: project.slug, treatment: "defer" as const, reason: "After the pilot.", expiresAt };
  const said = async () => (await db.select().from(activities).where(eq(activities.projectId, project.id))).length;
  return { project, ctx, user, putOff, said, engineer: (await makeMember(db, project, "engineer")).ctx };
}

describe("decideRisks", () => {
  it("does all that can be done and names each that cannot, in the order of the input", async () => {
    const { ctx, project, putOff } = await register();
    const answers = await decideRisks({ ctx, input: { ...putOff, numbers: [4, 9, 3, 2, 1] } });
    expect(answers.map(({ number, outcome }) => [number, outcome])).toEqual([
      [4, "decided"],
      [9, "refused"],
      [3, "refused"],
      [2, "proposed"],
      [1, "decided"],
    ]);
    expect(answers.filter(({ reason }) => reason !== null)).toHaveLength(3);
    const blocking = await listRisks(ctx, project.slug, { blocking: true });
    expect(blocking.map(({ number }) => number)).toEqual([2]);
    const points = await db.select().from(readinessPoints).where(eq(readinessPoints.projectId, project.id));
    expect(points.at(-1)).toMatchObject({ blockers: 1 });
    expect(await lastActivity(db, project.id)).toMatchObject({ action: "risk.decided", details: { number: 1 } });
  });

  it("changes nothing at all when the decision itself is not valid", async () => {
    const { ctx, putOff, said } = await register();
    const before = await said();
    const stranger = await makeUser(db);
    for (const wrong of [
      { numbers: [] },
      { numbers: [1, 1] },
      { numbers: Array.from({ length: 101 }, (_, n) => n + 1) },
      { numbers: [1], expiresAt: null },
      { numbers: [1], reason: " " },
      { numbers: [1], ownerId: stranger.id },
    ]) {
      await expect(decideRisks({ ctx, input: { ...putOff, ...wrong } })).rejects.toMatchObject({ code: "invalid" });
    }
    expect(await said()).toBe(before);
    expect(await db.select().from(decisions).where(eq(decisions.ownerId, stranger.id))).toEqual([]);
  });

  it("is a founder's to do, and hidden from strangers", async () => {
    const { engineer, putOff } = await register();
    const input = { ...putOff, numbers: [1] };
    await expect(decideRisks({ ctx: engineer, input })).rejects.toMatchObject({ code: "forbidden" });
    const stranger = ctxOf(db, await makeUser(db));
    await expect(decideRisks({ ctx: stranger, input })).rejects.toMatchObject({ code: "not_found" });
  });
});

describe("proposeDecisions", () => {
  it("asks for each that is not settled, and decides nothing", async () => {
    const { engineer, project, putOff } = await register();
    const answers = await proposeDecisions({ ctx: engineer, input: { ...putOff, numbers: [1, 2, 3] } });
    expect(answers.map(({ outcome }) => outcome)).toEqual(["proposed", "proposed", "refused"]);
    expect(await listRisks(engineer, project.slug, { blocking: true })).toMatchObject([
      { number: 2, decision: null, proposal: { treatment: "defer" } },
      { number: 1, decision: null, proposal: { treatment: "defer" } },
    ]);
    expect(await lastActivity(db, project.id)).toMatchObject({ action: "risk.decision_proposed" });
  });

  it("is refused to a client, hidden from strangers, and asks for an end", async () => {
    const { engineer, project, putOff } = await register();
    const input = { ...putOff, numbers: [1] };
    const client = await makeMember(db, project, "client");
    await expect(proposeDecisions({ ctx: client.ctx, input })).rejects.toMatchObject({ code: "forbidden" });
    const stranger = ctxOf(db, await makeUser(db));
    await expect(proposeDecisions({ ctx: stranger, input })).rejects.toMatchObject({ code: "not_found" });
    await expect(proposeDecisions({ ctx: engineer, input: { ...input, expiresAt: null } })).rejects.toMatchObject({
      code: "invalid",
    });
  });
});

describe("assignRisks", () => {
  it("changes those that differ, and says by name whose they are now", async () => {
    const { engineer, user, project } = await register();
    const input = { project: project.slug, numbers: [1, 2, 8], ownerId: user.id, reason: "Robin knows the code." };
    const outcomes = (answers: { outcome: string }[]) => answers.map(({ outcome }) => outcome);
    expect(outcomes(await assignRisks({ ctx: engineer, input }))).toEqual(["changed", "changed", "refused"]);
    expect(await lastActivity(db, project.id)).toMatchObject({
      action: "risk.updated",
      details: {
        number: 2,
        reason: "Robin knows the code.",
        changes: { owner: { from: null, to: user.name }, ownerId: { from: null, to: user.id } },
      },
    });
    expect(outcomes(await assignRisks({ ctx: engineer, input }))).toEqual(["unchanged", "unchanged", "refused"]);
    const dueAt = "2027-01-01T00:00:00.000Z";
    await assignRisks({ ctx: engineer, input: { project: project.slug, numbers: [1], dueAt } });
    const [first] = (await listRisks(engineer, project.slug)).filter(({ number }) => number === 1);
    expect(first).toMatchObject({ dueAt, owner: { id: user.id } });
  });

  it("wants something to say, a member as owner, the team to say it", async () => {
    const { engineer, project } = await register();
    const stranger = await makeUser(db);
    const client = await makeMember(db, project, "client");
    const input = { project: project.slug, numbers: [1], ownerId: stranger.id };
    await expect(assignRisks({ ctx: engineer, input })).rejects.toMatchObject({ code: "invalid" });
    await expect(assignRisks({ ctx: engineer, input: { project: project.slug, numbers: [1] } })).rejects.toMatchObject({
      code: "invalid",
    });
    await expect(assignRisks({ ctx: client.ctx, input })).rejects.toMatchObject({ code: "forbidden" });
    await expect(assignRisks({ ctx: ctxOf(db, stranger), input })).rejects.toMatchObject({ code: "not_found" });
  });
});
