import { and, eq } from "drizzle-orm";
import { strFromU8, unzipSync } from "fflate";
import { beforeAll, describe, expect, it } from "vitest";
import { packResponse } from "#app/api/v1/pack-response.ts";
import { getPack } from "#db/queries/get-pack.ts";
import { getPackFile } from "#db/queries/get-pack-file.ts";
import { activities, brandings, decisions, packs, providers, risks, runbooks } from "#db/schema/index.ts";
import { makeMember, systemCtx } from "#db/testing/factories.ts";
import { testDb } from "#db/testing/test-db.ts";
import type { Ctx } from "#lib/ctx.ts";
import { handoverModelSchema } from "#lib/handover/model.ts";
import { png } from "#lib/handover/testing/logos.ts";
import { renderPack } from "#lib/jobs/handlers/render-pack.ts";
import { installQueues } from "#lib/jobs/install-queues.ts";
import { audit, auditedProject, withoutHsts } from "#lib/runs/testing/audited-project.ts";
import { beginPack } from "./begin-pack.ts";
import { createPack } from "./create-pack.ts";
import { failPack } from "./fail-pack.ts";
import { finishPack } from "./finish-pack.ts";
import { packProgress } from "./pack-progress.ts";

const { db, url } = await testDb();
beforeAll(() => installQueues(url));

const DAY_MS = 86_400_000;
const PDF = new TextEncoder().encode("%PDF-1.7 not really");
const DONE = { pdf: PDF, sha256: "a".repeat(64), pages: 3 };

async function project() {
  const setting = await auditedProject(db);
  await audit(setting, withoutHsts());
  return { ...setting, slug: setting.project.slug };
}

async function modelOf(ctx: Ctx, slug: string, version: number) {
  return handoverModelSchema.parse((await getPackFile(ctx, slug, version)).model);
}

/** Made and rendered, as far as anybody can tell. */
async function make(ctx: Ctx, slug: string, projectId: string, fields: { compareWith?: number } = {}) {
  const pack = await createPack({ ctx, input: { project: slug, ...fields } });
  await finishPack({ ctx: systemCtx(db), input: { projectId, packId: pack.id, ...DONE } });
  return pack;
}

describe("createPack", () => {
  it("fixes the look as it was, logo included, and the paper of this version", async () => {
    const { ctx, slug, project: row } = await project();
    const logo = png(30, 20);
    const look = {
      clientName: "Nordlys",
      accent: "#ffcc00",
      paper: "a4" as const,
      logo,
      logoType: "image/png" as const,
    };
    await db.insert(brandings).values({ projectId: row.id, ...look, updatedAt: ctx.now });
    const pack = await createPack({ ctx, input: { project: slug, paper: "letter" } });
    await db.update(brandings).set({ clientName: "Another", logo: null, logoType: null });
    const model = await modelOf(ctx, slug, 1);
    expect(model.branding).toEqual({ clientName: "Nordlys", accent: "#ffcc00", paper: "letter" });
    const begun = await beginPack({ ctx: systemCtx(db), input: { projectId: row.id, packId: pack.id } });
    expect(begun?.logo).toMatchObject({ width: 30, height: 20, type: "image/png" });
    expect(await getPack(ctx, slug, 1)).toMatchObject({ state: "rendering", step: "collected", progress: 10 });
  });

  it("holds the registers, the signals and every deliverable", async () => {
    const { ctx, slug, project: row } = await project();
    await db.insert(providers).values({
      projectId: row.id,
      kind: "dns",
      provider: "Cloudflare",
      owners: [{ userId: null, name: "Jonas", contact: "jonas@example.test" }],
      breakGlass: "Envelope 3; password: Tr0ub4dor-and-3",
      updatedAt: ctx.now,
    });
    const steps = [{ id: "s1", text: "Look for the last good release.", command: "fly releases" }];
    await db.insert(runbooks).values({
      ...{ projectId: row.id, kind: "roll_back" as const, platform: "fly" as const, title: "Back", steps },
      ...{ createdAt: ctx.now, updatedAt: ctx.now },
    });
    await make(ctx, slug, row.id);
    const model = await modelOf(ctx, slug, 1);
    expect(model).toMatchObject({ format: 2, executive: { length: 6 } });
    expect([model.signals.length, model.deliverables.length, model.providers.length]).toEqual([19, 13, 7]);
    expect(model.providers[1]).toMatchObject({ provider: "Cloudflare", owners: [{ name: "Jonas" }] });
    expect(model.providers[1]?.breakGlass).toBe("Envelope 3; password: [redacted]");
    expect(model.runbooks).toMatchObject([{ kind: "roll_back", steps: [{ people: [] }] }]);
  });

  it("tells how each decision stands: only the newest counts, and only until its end", async () => {
    const { ctx, slug, project: row } = await project();
    const [risk] = await db.select().from(risks).where(eq(risks.projectId, row.id));
    if (!risk || ctx.actor.type !== "user") throw new Error("The audit found a risk.");
    const at = (days: number) => new Date(ctx.now.getTime() + days * DAY_MS);
    const base = { projectId: row.id, riskId: risk.id, reason: "Later", deciderId: ctx.actor.id };
    await db.insert(decisions).values([
      { ...base, treatment: "accept", createdAt: at(-9), decidedAt: at(-9), expiresAt: at(9) },
      { ...base, treatment: "defer", createdAt: at(-5), decidedAt: at(-5), expiresAt: at(-1) },
      { ...base, treatment: "accept", createdAt: at(-1), state: "proposed", deciderId: null, expiresAt: at(9) },
      { ...base, treatment: "accept", createdAt: at(-1), state: "declined", expiresAt: at(9) },
    ]);
    await make(ctx, slug, row.id);
    const model = await modelOf(ctx, slug, 1);
    expect(model.decisions.map(({ decision, standing }) => [decision, standing])).toEqual([
      ["accept", "proposed"],
      ["defer", "expired"],
      ["accept", "superseded"],
    ]);
  });

  it("tells the changes against the newest version that is ready, or the one that is named", async () => {
    const { ctx, slug, project: row } = await project();
    await make(ctx, slug, row.id);
    await db.update(risks).set({ severity: "low" }).where(eq(risks.projectId, row.id));
    await make(ctx, slug, row.id);
    await createPack({ ctx, input: { project: slug } });
    await createPack({ ctx, input: { project: slug, compareWith: 1 } });
    await createPack({ ctx, input: { project: slug, compareWith: 0 } });
    expect((await modelOf(ctx, slug, 1)).changes).toBeNull();
    expect((await modelOf(ctx, slug, 2)).changes?.risks.changed).toHaveLength(1);
    expect((await modelOf(ctx, slug, 3)).changes).toMatchObject({ since: { version: 2 }, risks: { changed: [] } });
    expect((await modelOf(ctx, slug, 4)).changes).toMatchObject({ since: { version: 1 } });
    expect((await modelOf(ctx, slug, 5)).changes).toBeNull();
    const unknown = createPack({ ctx, input: { project: slug, compareWith: 3 } });
    await expect(unknown).rejects.toMatchObject({
      code: "invalid",
      fieldErrors: { compareWith: [expect.any(String)] },
    });
  });

  it("is refused to clients and does not exist for strangers", async () => {
    const { slug, project: row } = await project();
    const client = await makeMember(db, row, "client");
    const stranger = await auditedProject(db);
    await expect(createPack({ ctx: client.ctx, input: { project: slug } })).rejects.toMatchObject({
      code: "forbidden",
    });
    await expect(createPack({ ctx: stranger.ctx, input: { project: slug } })).rejects.toMatchObject({
      code: "not_found",
    });
  });
});

describe("the job of a pack", () => {
  it("says how far it is, and nothing of a pack that needs it no more", async () => {
    const { ctx, slug, project: row } = await project();
    const pack = await createPack({ ctx, input: { project: slug } });
    const input = { projectId: row.id, packId: pack.id };
    expect(await packProgress({ ctx: systemCtx(db), input: { ...input, step: "rendering" } })).toBe(true);
    expect(await getPack(ctx, slug, 1)).toMatchObject({ step: "rendering", progress: 30 });
    await finishPack({ ctx: systemCtx(db), input: { ...input, ...DONE } });
    expect(await getPack(ctx, slug, 1)).toMatchObject({ state: "ready", step: "", progress: 100 });
    expect(await packProgress({ ctx: systemCtx(db), input: { ...input, step: "storing" } })).toBe(false);
    await expect(packProgress({ ctx, input: { ...input, step: "storing" } })).rejects.toThrow();
  });

  it("says why it gave up", async () => {
    const { ctx, slug, project: row } = await project();
    const pack = await createPack({ ctx, input: { project: slug } });
    const input = { projectId: row.id, packId: pack.id, reason: "The handover pack could not be laid out." };
    expect(await failPack({ ctx: systemCtx(db), input })).toBe(true);
    expect(await failPack({ ctx: systemCtx(db), input })).toBe(false);
    expect(await getPack(ctx, slug, 1)).toMatchObject({ state: "failed", step: input.reason });
    const [told] = await db
      .select()
      .from(activities)
      .where(and(eq(activities.projectId, row.id), eq(activities.action, "pack.failed")));
    expect(told?.details).toMatchObject({ version: 1, reason: input.reason });
  });

  it("renders once, however often it runs, and hands over all forms in one archive", { timeout: 60_000 }, async () => {
    const { ctx, slug, project: row } = await project();
    const pack = await createPack({ ctx, input: { project: slug } });
    const payload = { projectId: row.id, packId: pack.id };
    const egress = {} as Parameters<typeof renderPack>[1]["egress"];
    const tools = { db, egress, now: () => ctx.now, signal: new AbortController().signal };
    await renderPack(payload, tools);
    const [first] = await db.select().from(packs).where(eq(packs.id, pack.id));
    await renderPack(payload, tools);
    const file = await getPackFile(ctx, slug, 1);
    expect(file).toMatchObject({ state: "ready", sha256: first?.sha256 });
    const response = packResponse(file, "zip");
    expect(response.headers.get("content-disposition")).toBe(`attachment; filename="${slug}-handover-v1.zip"`);
    const files = unzipSync(new Uint8Array(await response.arrayBuffer()));
    expect(strFromU8(files.SHA256SUMS ?? new Uint8Array())).toContain(`${first?.sha256}  handover.pdf`);
  });

  it("has no archive before there is a PDF", async () => {
    const { ctx, slug } = await project();
    await createPack({ ctx, input: { project: slug } });
    const file = await getPackFile(ctx, slug, 1);
    expect(() => packResponse(file, "zip")).toThrow("still being rendered");
    expect(() => packResponse({ ...file, state: "failed" }, "zip")).toThrow("could not be rendered");
    expect((await packResponse(file, "html").text()).startsWith("<!doctype html>")).toBe(true);
  });
});
