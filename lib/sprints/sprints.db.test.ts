import { describe, expect, it } from "vitest";
import { getSprint } from "#db/queries/get-sprint.ts";
import { makeActor, makeMember, makeProject } from "#db/testing/factories.ts";
import { lastActivity } from "#db/testing/last-activity.ts";
import { testDb } from "#db/testing/test-db.ts";
import { attest } from "#lib/checks/attest.ts";
import type { Ctx } from "#lib/ctx.ts";
import { closeRisk } from "#lib/risks/close-risk.ts";
import { createRisk } from "#lib/risks/create-risk.ts";
import { finishSprint } from "./finish-sprint.ts";
import { pauseSprint } from "./pause-sprint.ts";
import { resumeSprint } from "./resume-sprint.ts";
import { startSprint } from "./start-sprint.ts";

const { db } = await testDb();
const HOUR_MS = 3_600_000;

async function withSprint() {
  const setting = await makeProject(db);
  const { ctx, project } = setting;
  const ref = { project: project.slug };
  const inHours = (hours: number): Ctx => ({ ...ctx, now: new Date(ctx.now.getTime() + hours * HOUR_MS) });
  const risk = { ...ref, title: "Anybody can be admin", checkId: "role-boundaries", severity: "high" } as const;
  await createRisk({ ctx, input: risk });
  const sprint = await startSprint({ ctx, input: { ...ref, goal: "The gate holds." } });
  return { ...setting, ref, inHours, sprint };
}

describe("startSprint", () => {
  it("keeps how the board stood, and starts the clock", async () => {
    const { project, ref, inHours, sprint } = await withSprint();
    expect(sprint).toMatchObject({ number: 1, hours: 48, scope: { blockers: [1], gateHeld: 0 } });
    expect(sprint.scope.checks).toHaveLength(35);
    const { sprint: shown, openNumber, earlier } = await getSprint(inHours(7), ref.project);
    expect(shown?.progress).toMatchObject({ elapsedMs: 7 * HOUR_MS, delivered: [], isPaused: false });
    expect(shown?.progress.open).toHaveLength(35);
    expect(shown?.risks).toEqual([{ number: 1, title: "Anybody can be admin", state: "open" }]);
    expect({ openNumber, earlier }).toEqual({ openNumber: 1, earlier: [] });
    expect(await lastActivity(db, project.id)).toMatchObject({
      action: "sprint.started",
      details: { number: 1, goal: "The gate holds.", hours: 48 },
    });
  });

  it("is refused while one is under way, or without a goal or sensible hours", async () => {
    const { ctx, ref } = await withSprint();
    await expect(startSprint({ ctx, input: { ...ref, goal: "Another one." } })).rejects.toMatchObject({
      code: "conflict",
    });
    for (const wrong of [{ goal: "" }, { goal: "Fine.", hours: 0 }, { goal: "Fine.", hours: 1.5 }]) {
      await expect(startSprint({ ctx, input: { ...ref, ...wrong } })).rejects.toMatchObject({ code: "invalid" });
    }
  });
});

describe("pauseSprint and resumeSprint", () => {
  it("stop the clock and let it go on", async () => {
    const { project, ref, inHours } = await withSprint();
    await pauseSprint({ ctx: inHours(2), input: ref });
    expect(await lastActivity(db, project.id)).toMatchObject({ action: "sprint.paused", details: { number: 1 } });
    await expect(pauseSprint({ ctx: inHours(3), input: ref })).rejects.toMatchObject({ code: "conflict" });
    expect((await getSprint(inHours(20), ref.project)).sprint?.progress).toMatchObject({
      isPaused: true,
      elapsedMs: 2 * HOUR_MS,
    });
    await resumeSprint({ ctx: inHours(20), input: ref });
    expect(await lastActivity(db, project.id)).toMatchObject({ action: "sprint.resumed" });
    await expect(resumeSprint({ ctx: inHours(21), input: ref })).rejects.toMatchObject({ code: "conflict" });
    expect((await getSprint(inHours(21), ref.project)).sprint?.progress).toMatchObject({
      isPaused: false,
      elapsedMs: 3 * HOUR_MS,
    });
  });
});

describe("finishSprint", () => {
  it("keeps what was delivered and what slipped, whatever happens later", async () => {
    const { project, ref, inHours } = await withSprint();
    const at = inHours(5);
    const observedAt = at.now.toISOString();
    const seen = { ...ref, checkId: "endpoint-inventory", statement: "Listed with Ana.", observedAt } as const;
    await attest({ ctx: at, input: seen });
    await closeRisk({ ctx: at, input: { ...ref, number: 1, reason: "No longer there." } });
    await pauseSprint({ ctx: inHours(8), input: ref });
    await finishSprint({ ctx: inHours(9), input: ref });
    expect(await lastActivity(db, project.id)).toMatchObject({
      action: "sprint.finished",
      details: { number: 1, delivered: 1, slipped: 4 },
    });
    await attest({ ctx: inHours(10), input: { ...seen, checkId: "sensitive-prompts" } });
    const { sprint, earlier, openNumber } = await getSprint(inHours(90), ref.project, 1);
    expect(sprint?.progress).toMatchObject({
      elapsedMs: 8 * HOUR_MS,
      isPaused: false,
      delivered: ["endpoint-inventory"],
      blockers: { gone: [1], open: [], added: [] },
    });
    expect(earlier).toMatchObject([{ number: 1, delivered: 1, slipped: 4 }]);
    expect(openNumber).toBeNull();
    expect((await getSprint(inHours(90), ref.project)).sprint).toBeNull();
    expect(await startSprint({ ctx: inHours(91), input: { ...ref, goal: "The rest." } })).toMatchObject({ number: 2 });
  });

  it("has nothing to finish, pause or resume without a sprint", async () => {
    const { ctx, project } = await makeProject(db);
    const input = { project: project.slug };
    for (const verb of [finishSprint, pauseSprint, resumeSprint]) {
      await expect(verb({ ctx, input })).rejects.toMatchObject({ code: "conflict" });
    }
    await expect(getSprint(ctx, project.slug, 7)).rejects.toMatchObject({ code: "not_found" });
  });
});

describe("who may", () => {
  it("run the sprint is the team, see it every member, and a stranger learns nothing", async () => {
    const { project, ref } = await withSprint();
    const { ctx: client } = await makeMember(db, project, "client");
    const { ctx: stranger } = await makeActor(db);
    const verbs = [
      (ctx: Ctx) => startSprint({ ctx, input: { ...ref, goal: "Mine now." } }),
      (ctx: Ctx) => pauseSprint({ ctx, input: ref }),
      (ctx: Ctx) => resumeSprint({ ctx, input: ref }),
      (ctx: Ctx) => finishSprint({ ctx, input: ref }),
    ];
    for (const verb of verbs) {
      await expect(verb(client)).rejects.toMatchObject({ code: "forbidden" });
      await expect(verb(stranger)).rejects.toMatchObject({ code: "not_found" });
    }
    expect((await getSprint(client, ref.project)).openNumber).toBe(1);
    await expect(getSprint(stranger, ref.project)).rejects.toMatchObject({ code: "not_found" });
  });
});
