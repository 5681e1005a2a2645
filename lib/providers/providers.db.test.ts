import { and, eq } from "drizzle-orm";
import { describe, expect, it } from "vitest";
import { memberships, providers } from "#db/schema/index.ts";
import { makeActor, makeMember, makeProject, NOW } from "#db/testing/factories.ts";
import { lastActivity } from "#db/testing/last-activity.ts";
import { testDb } from "#db/testing/test-db.ts";
import type { Role } from "#lib/auth/permissions.ts";
import { recordBreakGlassTest } from "./record-break-glass-test.ts";
import { removeProvider } from "./remove-provider.ts";
import { setProvider } from "./set-provider.ts";

const { db } = await testDb();

async function begin(role: Role = "engineer") {
  const made = await makeProject(db, { role });
  const set = (values: Partial<Parameters<typeof setProvider>[0]["input"]> = {}) =>
    setProvider({ ctx: made.ctx, input: { project: made.project.slug, kind: "dns", ...values } });
  const test = (values: { testedAt: string; testedBy?: string }) =>
    recordBreakGlassTest({ ctx: made.ctx, input: { project: made.project.slug, kind: "dns", ...values } });
  return { ...made, set, test };
}

describe("setProvider", () => {
  it("writes a row down, then changes only what is given, and says both in the history", async () => {
    const { project, user, set } = await begin();
    const other = await makeMember(db, project, "engineer");
    const row = await set({
      provider: "Cloudflare",
      consoleUrl: "https://dash.cloudflare.example/",
      owners: [{ userId: user.id }, { name: "Ana Outside", contact: "+372 555 0100" }],
      breakGlass: "The recovery codes are on paper in the office safe.",
    });
    expect(row).toMatchObject({
      provider: "Cloudflare",
      owners: [
        { userId: user.id, name: user.name, contact: "" },
        { userId: null, name: "Ana Outside", contact: "+372 555 0100" },
      ],
    });
    expect(await lastActivity(db, project.id)).toMatchObject({ action: "provider.added", objectId: "dns" });
    const changed = await set({ owners: [{ userId: other.user.id }] });
    expect(changed).toMatchObject({
      provider: "Cloudflare",
      breakGlass: row.breakGlass,
      owners: [{ userId: other.user.id }],
    });
    expect(await lastActivity(db, project.id)).toMatchObject({
      action: "provider.updated",
      details: { kind: "dns", owners: { from: [user.name, "Ana Outside"], to: [other.user.name] } },
    });
    const before = await lastActivity(db, project.id);
    await set({ provider: "Cloudflare" });
    expect((await lastActivity(db, project.id))?.id).toBe(before?.id);
  });

  it("keeps no secret beside an owner, a member or not", async () => {
    const { user, set, test } = await begin();
    const contact = "password: hunter2-77";
    const outside = { name: "Ana Outside", contact: "+372 555 0100" };
    for (const owner of [
      { userId: user.id, contact },
      { ...outside, contact },
      { ...outside, name: "ghp_0123456789abcdefABCDEF" },
    ]) {
      const refused = set({ provider: "Cloudflare", owners: [owner] });
      await expect(refused).rejects.toMatchObject({ code: "invalid", fieldErrors: { owners: [expect.any(String)] } });
    }
    await set({ provider: "Cloudflare", breakGlass: "Codes in the safe." });
    await expect(test({ testedAt: "2026-01-01", testedBy: contact })).rejects.toMatchObject({ code: "invalid" });
  });

  it("drops the test with the way in that it was of, and the check with the console", async () => {
    const { project, set, test } = await begin();
    await set({ provider: "Cloudflare", consoleUrl: "https://a.example/", breakGlass: "Codes in the safe." });
    await test({ testedAt: "2026-09-30" });
    const check = { state: "reachable" as const, status: 200, reason: "It answers (200).", at: NOW.toISOString() };
    await db.update(providers).set({ consoleCheck: check }).where(eq(providers.projectId, project.id));
    expect(await set({ owners: [{ name: "Ana", contact: "ana@example.test" }] })).toMatchObject({
      testedAt: new Date("2026-09-30"),
      consoleCheck: check,
    });
    expect(await set({ breakGlass: "Codes in the other safe." })).toMatchObject({ testedAt: null, testedBy: null });
    expect(await set({ consoleUrl: "https://b.example/" })).toMatchObject({ consoleCheck: null });
  });

  it.each([
    ["provider", { provider: " " }],
    ["consoleUrl", { provider: "X", consoleUrl: "http://console.example/" }],
    ["consoleUrl", { provider: "X", consoleUrl: "https://me:there@console.example/" }],
    ["consoleUrl", { provider: "X", consoleUrl: "https://console.internal/" }],
    ["consoleUrl", { provider: "X", consoleUrl: "https://8.8.8.8/" }],
    ["consoleUrl", { provider: "X", consoleUrl: `https://c.example/?token=${"a1B2".repeat(8)}` }],
    ["breakGlass", { provider: "X", breakGlass: `Use ${"AKIA"}ABCDEFGHIJKLMNOP to get in.` }],
    ["breakGlass", { provider: "X", breakGlass: "The password: hunter2, then reset it." }],
    ["breakGlass", { provider: "X", breakGlass: "JBSWY3DPEHPK3PXP into the authenticator" }],
    ["owners", { provider: "X", owners: [{ name: "Ana" }] }],
    [
      "owners",
      { provider: "X", owners: Array.from({ length: 5 }, (_, n) => ({ name: `P${n}`, contact: `p${n}@x.test` })) },
    ],
    ["owners", { provider: "X", owners: [1, 2].map(() => ({ name: "Ana", contact: "ana@example.test" })) }],
  ])("refuses what is wrong with %s (%#), and keeps nothing of it", async (field, values) => {
    const { project, set } = await begin();
    await expect(set(values)).rejects.toMatchObject({
      code: "invalid",
      fieldErrors: { [field]: [expect.any(String)] },
    });
    expect(await db.select().from(providers).where(eq(providers.projectId, project.id))).toEqual([]);
  });

  it("says why a secret is refused, without repeating it", async () => {
    const { set } = await begin();
    await expect(set({ provider: "X", breakGlass: "The password: hunter2" })).rejects.toThrow(/never the secret/);
    await expect(set({ provider: "X", breakGlass: "The password: hunter2" })).rejects.not.toThrow(/hunter2/);
  });

  it("takes only members as members, but keeps one who has left until taken out", async () => {
    const { project, set } = await begin();
    const stranger = await makeActor(db);
    await expect(set({ provider: "X", owners: [{ userId: stranger.user.id }] })).rejects.toMatchObject({
      fieldErrors: { owners: [expect.any(String)] },
    });
    const leaving = await makeMember(db, project, "engineer");
    await set({ provider: "X", owners: [{ userId: leaving.user.id }] });
    await db
      .delete(memberships)
      .where(and(eq(memberships.projectId, project.id), eq(memberships.userId, leaving.user.id)));
    const kept = await set({ breakGlass: "Codes in the safe.", owners: [{ userId: leaving.user.id }] });
    expect(kept.owners).toEqual([{ userId: leaving.user.id, name: leaving.user.name, contact: "" }]);
  });

  it("is for the team; strangers learn nothing", async () => {
    const { project } = await begin();
    const client = await makeMember(db, project, "client");
    const stranger = await makeActor(db);
    const input = { project: project.slug, kind: "dns" as const, provider: "X" };
    await expect(setProvider({ ctx: client.ctx, input })).rejects.toMatchObject({ code: "forbidden" });
    await expect(setProvider({ ctx: stranger.ctx, input })).rejects.toMatchObject({ code: "not_found" });
  });
});

describe("recordBreakGlassTest", () => {
  it("keeps the newest test and who made it", async () => {
    const { project, user, set, test } = await begin();
    await set({ provider: "X", breakGlass: "Codes in the safe." });
    expect(await test({ testedAt: "2026-09-20" })).toMatchObject({ testedBy: user.name });
    expect(await test({ testedAt: "2026-09-30", testedBy: "Ana" })).toMatchObject({ testedBy: "Ana" });
    expect(await lastActivity(db, project.id)).toMatchObject({
      action: "provider.way_in_tested",
      details: { kind: "dns", testedBy: "Ana" },
    });
    await expect(test({ testedAt: "2026-09-25" })).rejects.toMatchObject({
      fieldErrors: { testedAt: [expect.any(String)] },
    });
  });

  it("refuses the future, a way in that is not written down, and a row that is not there", async () => {
    const { set, test } = await begin();
    await expect(test({ testedAt: "2026-09-30" })).rejects.toMatchObject({ code: "not_found" });
    await set({ provider: "X" });
    await expect(test({ testedAt: "2026-09-30" })).rejects.toMatchObject({ code: "conflict" });
    await set({ breakGlass: "Codes in the safe." });
    await expect(test({ testedAt: "2026-10-02" })).rejects.toMatchObject({
      fieldErrors: { testedAt: [expect.any(String)] },
    });
  });

  it("is for the team; strangers learn nothing", async () => {
    const { project, set } = await begin();
    await set({ provider: "X", breakGlass: "Codes in the safe." });
    const client = await makeMember(db, project, "client");
    const stranger = await makeActor(db);
    const input = { project: project.slug, kind: "dns" as const, testedAt: "2026-09-30" };
    await expect(recordBreakGlassTest({ ctx: client.ctx, input })).rejects.toMatchObject({ code: "forbidden" });
    await expect(recordBreakGlassTest({ ctx: stranger.ctx, input })).rejects.toMatchObject({ code: "not_found" });
  });
});

describe("removeProvider", () => {
  it("takes the row out, once, for the team alone", async () => {
    const { project, ctx, set } = await begin();
    const client = await makeMember(db, project, "client");
    const stranger = await makeActor(db);
    const input = { project: project.slug, kind: "dns" as const };
    await set({ provider: "Cloudflare" });
    await expect(removeProvider({ ctx: client.ctx, input })).rejects.toMatchObject({ code: "forbidden" });
    await expect(removeProvider({ ctx: stranger.ctx, input })).rejects.toMatchObject({ code: "not_found" });
    await removeProvider({ ctx, input });
    expect(await lastActivity(db, project.id)).toMatchObject({
      action: "provider.removed",
      details: { provider: "Cloudflare" },
    });
    await expect(removeProvider({ ctx, input })).rejects.toMatchObject({ code: "not_found" });
  });
});
