import { eq } from "drizzle-orm";
import { beforeAll, describe, expect, it } from "vitest";
import { getPackFile } from "#db/queries/get-pack-file.ts";
import { listPacks } from "#db/queries/list-packs.ts";
import { listShares } from "#db/queries/list-shares.ts";
import { activities, shares } from "#db/schema/index.ts";
import { makeMember, systemCtx } from "#db/testing/factories.ts";
import { testDb } from "#db/testing/test-db.ts";
import { handoverModelSchema } from "#lib/handover/model.ts";
import { installQueues } from "#lib/jobs/install-queues.ts";
import { createPack } from "#lib/packs/create-pack.ts";
import { finishPack } from "#lib/packs/finish-pack.ts";
import { archiveProject } from "#lib/projects/archive-project.ts";
import { audit, auditedProject, withoutHsts } from "#lib/runs/testing/audited-project.ts";
import { createShare } from "./create-share.ts";
import { openShare } from "./open-share.ts";
import { revokeShare } from "./revoke-share.ts";

const { db, url } = await testDb();
beforeAll(() => installQueues(url));

const DAY_MS = 86_400_000;
const PDF = new TextEncoder().encode("%PDF-1.7 not really");
const SHA = "a".repeat(64);

/** A project with a rendered pack, and a link to it. */
async function shared(fields: { viewsMax?: number; expiresAt?: string } = {}) {
  const setting = await auditedProject(db);
  const { ctx, project } = setting;
  await audit(setting, withoutHsts());
  const pack = await createPack({ ctx, input: { project: project.slug } });
  const ref = { projectId: project.id, packId: pack.id };
  await finishPack({ ctx: systemCtx(db), input: { ...ref, pdf: PDF, sha256: SHA, pages: 1 } });
  const share = await createShare({ ctx, input: { project: project.slug, version: 1, label: "Acme", ...fields } });
  const at = (days: number) => ({ db, now: new Date(ctx.now.getTime() + days * DAY_MS) });
  return { ...setting, pack, share, at, slug: project.slug };
}

describe("packs", () => {
  it("fix the board in a model that a later change of the board does not touch", async () => {
    const setting = await shared();
    const { ctx, slug } = setting;
    const file = await getPackFile(ctx, slug, 1);
    const model = handoverModelSchema.parse(file.model);
    expect(model).toMatchObject({ version: 1, isDraft: true, risksTotal: 1 });
    expect(model.risks[0]).toMatchObject({ number: 1, check: "https-everywhere", foundRun: 1 });
    expect(model.evidence.find((row) => row.rule === "edge/hsts")).toMatchObject({ verdict: "fail", runNumber: 1 });
    expect(file.pdf && Buffer.from(file.pdf).equals(PDF)).toBe(true);
    expect(await listPacks(ctx, slug)).toMatchObject([{ version: 1, state: "ready", sha256: SHA, size: PDF.length }]);
  });

  it("are rendered once: a second rendering changes nothing", async () => {
    const { project, pack, ctx, slug } = await shared();
    const input = { projectId: project.id, packId: pack.id, pdf: new Uint8Array(3), sha256: "b".repeat(64), pages: 9 };
    expect(await finishPack({ ctx: systemCtx(db), input })).toBe(false);
    expect(await listPacks(ctx, slug)).toMatchObject([{ sha256: SHA }]);
  });
});

describe("share links", () => {
  it("open the pack for whoever has the token, which only the link knows", async () => {
    const { share, at, pack } = await shared();
    expect(share.token).toMatch(/^[\w-]{43}$/);
    const opened = await openShare({ ctx: at(0), input: { token: share.token, fetch: true } });
    expect(opened).toMatchObject({ label: "Acme", project: { name: "Ops Copilot" }, pages: 1 });
    expect(opened.file.pdf && Buffer.from(opened.file.pdf).equals(PDF)).toBe(true);
    const [row] = await db.select().from(shares).where(eq(shares.packId, pack.id));
    expect(row?.tokenHash).toMatch(/^[0-9a-f]{64}$/);
    const everything = JSON.stringify([row, await db.select().from(activities)]);
    expect(everything).not.toContain(share.token);
  });

  it("count a view when the document is fetched, and none for a look at the cover", async () => {
    const { share, at, ctx, slug } = await shared({ viewsMax: 2 });
    const open = (fetch: boolean) => openShare({ ctx: at(0), input: { token: share.token, fetch } });
    await open(false);
    await open(false);
    expect(await listShares(ctx, slug)).toMatchObject([{ views: 0, state: "active" }]);
    await Promise.all([open(true), open(true)]);
    expect(await listShares(ctx, slug)).toMatchObject([{ views: 2, state: "used_up" }]);
    await expect(open(true)).rejects.toMatchObject({ code: "not_found" });
  });

  it("never give more views than allowed, however many come at once", async () => {
    const { share, at } = await shared({ viewsMax: 3 });
    const tries = Array.from({ length: 12 }, () =>
      openShare({ ctx: at(0), input: { token: share.token, fetch: true } }),
    );
    const outcomes = await Promise.allSettled(tries);
    expect(outcomes.filter((one) => one.status === "fulfilled")).toHaveLength(3);
  });

  it("answer the same when unknown, expired, revoked or used up", async () => {
    const { share, at, ctx, slug } = await shared({ viewsMax: 1 });
    const errorOf = async (token: string, days = 0) =>
      openShare({ ctx: at(days), input: { token } }).then(
        () => "opened",
        (error: unknown) => (error instanceof Error ? `${error.name}: ${error.message}` : "?"),
      );
    const unknown = await errorOf("x".repeat(43));
    expect(await errorOf(share.token)).toBe("opened");
    expect(await errorOf(share.token, 14)).toBe(unknown);
    await openShare({ ctx: at(0), input: { token: share.token, fetch: true } });
    expect(await errorOf(share.token)).toBe(unknown);
    const other = await createShare({ ctx, input: { project: slug, version: 1, label: "Other" } });
    await revokeShare({ ctx, input: { project: slug, share: other.id } });
    expect(await errorOf(other.token)).toBe(unknown);
    expect(await errorOf("")).toBe(unknown);
  });

  it("open nothing any more once the project is archived, and use no view up", async () => {
    const { share, at, ctx, slug } = await shared();
    await archiveProject({ ctx, input: { project: slug } });
    for (const fetch of [false, true]) {
      const opening = openShare({ ctx: at(0), input: { token: share.token, fetch } });
      await expect(opening).rejects.toMatchObject({ code: "not_found" });
    }
    expect(await listShares(ctx, slug)).toMatchObject([{ views: 0 }]);
  });

  it.each([
    [91, "invalid"],
    [0, "invalid"],
  ])("cannot live %i days", async (days, code) => {
    const { ctx, slug, at } = await shared();
    const expiresAt = at(days).now.toISOString();
    const input = { project: slug, version: 1, label: "Acme", expiresAt };
    await expect(createShare({ ctx, input })).rejects.toMatchObject({ code });
  });

  it("cannot be made by a client", async () => {
    const { project, slug } = await shared();
    const { ctx } = await makeMember(db, project, "client");
    const input = { project: slug, version: 1, label: "Me" };
    await expect(createShare({ ctx, input })).rejects.toMatchObject({ code: "forbidden" });
    await expect(listShares(ctx, slug)).rejects.toMatchObject({ code: "forbidden" });
  });
});
