import { describe, expect, it } from "vitest";
import { getBoard } from "#db/queries/get-board.ts";
import { getCheck } from "#db/queries/get-check.ts";
import { getRunbook } from "#db/queries/get-runbook.ts";
import { listRunbooks } from "#db/queries/list-runbooks.ts";
import { rehearsals } from "#db/schema/index.ts";
import { makeActor, makeMember, makeProject } from "#db/testing/factories.ts";
import { lastActivity } from "#db/testing/last-activity.ts";
import { testDb } from "#db/testing/test-db.ts";
import type { Ctx } from "#lib/ctx.ts";
import { runbookTemplate } from "#lib/roadmap/runbook-templates/index.ts";
import { archiveRunbook } from "./archive-runbook.ts";
import { createRunbook } from "./create-runbook.ts";
import { REHEARSALS_MAX, recordRehearsal } from "./record-rehearsal.ts";
import { removeRehearsal } from "./remove-rehearsal.ts";
import { updateRunbook } from "./update-runbook.ts";

const { db } = await testDb();
const DAY_MS = 86_400_000;

const STEPS = [
  { text: "Set the variable.", command: "vercel env add NAME production" },
  { text: "Deploy again.", command: "" },
];

async function withRunbook() {
  const setting = await makeProject(db);
  const { ctx, project } = setting;
  const slug = project.slug;
  const runbook = await createRunbook({
    ctx,
    input: { project: slug, kind: "change_variable", platform: "vercel", steps: STEPS },
  });
  const ref = { project: slug, runbook: runbook.id };
  const all = runbook.steps.map((step) => step.id);
  const run = (personName: string, steps = all, as: Ctx = ctx) =>
    recordRehearsal({ ctx: as, input: { ...ref, personName, steps, doneAt: ctx.now.toISOString() } });
  const check = async (as: Ctx = ctx) =>
    (await getBoard(as, slug)).stages.flatMap((stage) => stage.checks).find(({ id }) => id === "environment-runbook");
  return { ...setting, slug, runbook, ref, all, run, check };
}

const insiders = async (project: { id: string }) => ({
  client: (await makeMember(db, project, "client")).ctx,
  stranger: (await makeActor(db)).ctx,
});

describe("createRunbook", () => {
  it("makes the check rest on the runbooks instead of on statements", async () => {
    const { ctx, slug } = await withRunbook();
    expect(await getCheck(ctx, slug, "environment-runbook")).toMatchObject({ isRecorded: true });
    expect(await getCheck(ctx, slug, "backup-access")).toMatchObject({ isRecorded: false });
  });

  it("begins with the steps of the platform's template, which nobody has done", async () => {
    const { ctx, project } = await makeProject(db);
    const { id } = await createRunbook({ ctx, input: { project: project.slug, kind: "deploy", platform: "fly" } });
    const view = await getRunbook(ctx, project.slug, id);
    const template = runbookTemplate("fly", "deploy");
    expect(view).toMatchObject({ title: "Deploy a version: Fly.io", state: "untried", undone: template.length });
    expect(view.steps.map(({ text, command }) => ({ text, command }))).toEqual(
      template.map(({ text, command }) => ({ text, command })),
    );
    expect(await lastActivity(db, project.id)).toMatchObject({
      action: "runbook.created",
      objectId: id,
      details: { kind: "deploy", platform: "fly", steps: template.length },
    });
    expect(view.activities).toHaveLength(1);
  });

  it("may be empty, and is refused with a secret or too much in it", async () => {
    const { ctx, project } = await makeProject(db);
    const base = { project: project.slug, kind: "rotate", platform: "other" } as const;
    expect((await createRunbook({ ctx, input: { ...base, steps: [] } })).steps).toEqual([]);
    const secret = `Use ${"gh"}p_${"a1B2".repeat(6)} to push.`;
    await expect(createRunbook({ ctx, input: { ...base, steps: [{ text: secret }] } })).rejects.toMatchObject({
      code: "invalid",
      fieldErrors: { steps: [expect.stringContaining("secret")] },
    });
    for (const steps of [[{ text: "x".repeat(501) }], [{ text: "" }], Array(41).fill({ text: "Do it." })]) {
      await expect(createRunbook({ ctx, input: { ...base, steps } })).rejects.toMatchObject({
        code: "invalid",
        fieldErrors: { steps: expect.any(Array) },
      });
    }
  });
});

describe("updateRunbook", () => {
  it("keeps the id of what reads as before, in whatever order, and gives what changed a new one", async () => {
    const { ctx, project, ref, runbook, all } = await withRunbook();
    const steps = [
      ...STEPS.slice(1),
      { text: "Set the variable.", command: "vercel env rm NAME" },
      ...STEPS.slice(0, 1),
    ];
    const moved = await updateRunbook({ ctx, input: { ...ref, steps } });
    expect(moved.steps[0]?.id).toBe(all[1]);
    expect(moved.steps[2]?.id).toBe(all[0]);
    expect(all).not.toContain(moved.steps[1]?.id);
    expect(await lastActivity(db, project.id)).toMatchObject({
      action: "runbook.updated",
      details: { title: runbook.title, added: 1, removed: 0, steps: 3 },
    });
  });

  it("writes nothing when nothing is different", async () => {
    const { ctx, project, ref } = await withRunbook();
    await updateRunbook({ ctx, input: { ...ref, steps: STEPS } });
    expect(await lastActivity(db, project.id)).toMatchObject({ action: "runbook.created" });
  });

  it("does not write over what somebody else has changed", async () => {
    const { ctx, ref, runbook } = await withRunbook();
    const basedOn = runbook.updatedAt.toISOString();
    const later = { ...ctx, now: new Date(ctx.now.getTime() + 1000) };
    await updateRunbook({ ctx: later, input: { ...ref, title: "By somebody", basedOn } });
    await expect(updateRunbook({ ctx: later, input: { ...ref, title: "By another", basedOn } })).rejects.toMatchObject({
      code: "conflict",
    });
  });
});

describe("recordRehearsal", () => {
  it("lets the board's check go from unknown to a warning to attested, and an edit undoes it", async () => {
    const { ctx, ref, run, check, user, all } = await withRunbook();
    expect(await check()).toMatchObject({ status: "unknown", source: "attested" });
    await recordRehearsal({
      ctx,
      input: { ...ref, personId: user.id, steps: all, doneAt: ctx.now.toISOString(), isDryRun: true },
    });
    expect(await check()).toMatchObject({ status: "warning" });
    await run("Ana Outside");
    expect(await check()).toMatchObject({ status: "attested", evidenceAt: ctx.now.toISOString() });
    expect(await check({ ...ctx, now: new Date(ctx.now.getTime() + 91 * DAY_MS) })).toMatchObject({ status: "stale" });
    await updateRunbook({ ctx, input: { ...ref, steps: STEPS.map((step, at) => (at ? { text: "Restart." } : step)) } });
    expect(await check()).toMatchObject({ status: "unknown" });
  });

  it("says who did what, and is in the history", async () => {
    const { ctx, project, slug, runbook, all, run, user } = await withRunbook();
    await run("Ana Outside", all.slice(0, 1));
    const view = await getRunbook(ctx, slug, runbook.id);
    expect(view.steps.map(({ people }) => people)).toEqual([["Ana Outside"], []]);
    expect(view.rehearsals).toMatchObject([
      { person: { id: null, name: "Ana Outside" }, isDryRun: true, current: 1, recordedBy: { id: user.id } },
    ]);
    expect(await lastActivity(db, project.id)).toMatchObject({
      action: "runbook.rehearsed",
      details: { person: "Ana Outside", steps: 1, of: 2 },
    });
  });

  it.each([
    ["in the future", { doneAt: "2026-10-02T12:00:00.000Z" }, "doneAt"],
    ["without a person", { personName: "" }, "personName"],
    ["by a stranger's id", { personId: "0197a5f0-0000-7000-8000-000000000000" }, "personId"],
    ["without a step", { steps: [] }, "steps"],
    ["with a step that is not there", { steps: ["gone"] }, "steps"],
  ])("is refused %s", async (_, wrong, field) => {
    const { ctx, ref, all } = await withRunbook();
    const input = { ...ref, personName: "Ana", steps: all, doneAt: ctx.now.toISOString(), ...wrong };
    await expect(recordRehearsal({ ctx, input })).rejects.toMatchObject({
      code: "invalid",
      fieldErrors: { [field]: [expect.any(String)] },
    });
  });
});

describe("the runs that a runbook keeps", () => {
  it("are so many at most", async () => {
    const { ctx, run, all, project, runbook } = await withRunbook();
    const one = { personName: "Ana", isDryRun: true, stepIds: all, doneAt: ctx.now, createdAt: ctx.now };
    await db
      .insert(rehearsals)
      .values(Array.from({ length: REHEARSALS_MAX }, () => ({ ...one, projectId: project.id, runbookId: runbook.id })));
    await expect(run("Ben")).rejects.toMatchObject({ code: "conflict" });
  });
});

describe("removeRehearsal and archiveRunbook", () => {
  it("take back a run, and a runbook, and what they showed", async () => {
    const { ctx, project, slug, ref, runbook, run, check } = await withRunbook();
    const { id } = await run("Ana");
    await removeRehearsal({ ctx, input: { ...ref, rehearsal: id } });
    expect((await getRunbook(ctx, slug, runbook.id)).rehearsals).toEqual([]);
    expect(await lastActivity(db, project.id)).toMatchObject({ action: "runbook.rehearsal_removed" });
    await expect(removeRehearsal({ ctx, input: { ...ref, rehearsal: id } })).rejects.toMatchObject({
      code: "not_found",
    });
    await archiveRunbook({ ctx, input: ref });
    expect(await lastActivity(db, project.id)).toMatchObject({ action: "runbook.archived" });
    expect((await listRunbooks(ctx, slug)).runbooks).toEqual([]);
    expect(await check()).toMatchObject({ status: "unknown", source: "none" });
    await expect(getRunbook(ctx, slug, runbook.id)).rejects.toMatchObject({ code: "not_found" });
  });
});

describe("listRunbooks", () => {
  it("has what there is by kind, and what each platform still lacks", async () => {
    const { ctx, slug } = await withRunbook();
    await createRunbook({ ctx, input: { project: slug, kind: "deploy", platform: "fly" } });
    const { runbooks, missing } = await listRunbooks(ctx, slug);
    expect(runbooks.map(({ kind }) => kind)).toEqual(["deploy", "change_variable"]);
    expect(missing).toHaveLength(8);
    expect(missing).toContainEqual({ kind: "change_variable", platform: "fly" });
    const { project: empty, ctx: other } = await makeProject(db);
    expect((await listRunbooks(other, empty.slug)).missing).toHaveLength(5);
  });
});

describe("who may", () => {
  it("write is the team, read every member, and a stranger learns nothing", async () => {
    const { project, ref, slug, runbook, all, run } = await withRunbook();
    const { id: rehearsal } = await run("Ana");
    const { client, stranger } = await insiders(project);
    const writes = (ctx: Ctx) => [
      () => createRunbook({ ctx, input: { project: slug, kind: "deploy", platform: "fly" } }),
      () => updateRunbook({ ctx, input: { ...ref, title: "Another title" } }),
      () => recordRehearsal({ ctx, input: { ...ref, personName: "Ana", steps: all, doneAt: ctx.now.toISOString() } }),
      () => removeRehearsal({ ctx, input: { ...ref, rehearsal } }),
      () => archiveRunbook({ ctx, input: ref }),
    ];
    for (const write of writes(client)) await expect(write()).rejects.toMatchObject({ code: "forbidden" });
    for (const write of writes(stranger)) await expect(write()).rejects.toMatchObject({ code: "not_found" });
    expect(await getRunbook(client, slug, runbook.id)).toMatchObject({ id: runbook.id });
    await expect(getRunbook(stranger, slug, runbook.id)).rejects.toMatchObject({ code: "not_found" });
    await expect(listRunbooks(stranger, slug)).rejects.toMatchObject({ code: "not_found" });
    const other = await makeProject(db);
    await expect(getRunbook(other.ctx, other.project.slug, runbook.id)).rejects.toMatchObject({ code: "not_found" });
    await expect(
      updateRunbook({ ctx: other.ctx, input: { ...ref, project: other.project.slug, title: "Taken over" } }),
    ).rejects.toMatchObject({ code: "not_found" });
  });
});
