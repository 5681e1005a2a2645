import { eq } from "drizzle-orm";
import { beforeAll, describe, expect, it } from "vitest";
import type { z } from "zod";
import { getPackFile } from "#db/queries/get-pack-file.ts";
import { listPacks } from "#db/queries/list-packs.ts";
import { listShares } from "#db/queries/list-shares.ts";
import { activities, shares } from "#db/schema/index.ts";
import { makeMember, systemCtx } from "#db/testing/factories.ts";
import { testDb } from "#db/testing/test-db.ts";
import type { AppError } from "#lib/errors.ts";
import { handoverModelSchema } from "#lib/handover/model.ts";
import { installQueues } from "#lib/jobs/install-queues.ts";
import { createPack } from "#lib/packs/create-pack.ts";
import { finishPack } from "#lib/packs/finish-pack.ts";
import { archiveProject } from "#lib/projects/archive-project.ts";
import { audit, auditedProject, withoutHsts } from "#lib/runs/testing/audited-project.ts";
import { createShare, type createShareInput } from "./create-share.ts";
import { openShare } from "./open-share.ts";
import { revokeShare } from "./revoke-share.ts";
import { unlockShare } from "./unlock-share.ts";

const { db, url } = await testDb();
beforeAll(() => installQueues(url));

const DAY_MS = 86_400_000;
const PDF = new TextEncoder().encode("%PDF-1.7 not really");
const SHA = "a".repeat(64);
const SECRET = "s".repeat(32);

/** A project with a rendered pack, and a link to it. */
async function shared(fields: Partial<z.input<typeof createShareInput>> = {}) {
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
    const opened = await openShare({ ctx: at(0), input: { token: share.token, secret: SECRET, fetch: true } });
    expect(opened).toMatchObject({ label: "Acme", project: { name: "Ops Copilot" }, pages: 1 });
    expect(opened.file.pdf && Buffer.from(opened.file.pdf).equals(PDF)).toBe(true);
    const [row] = await db.select().from(shares).where(eq(shares.packId, pack.id));
    expect(row?.tokenHash).toMatch(/^[0-9a-f]{64}$/);
    const everything = JSON.stringify([row, await db.select().from(activities)]);
    expect(everything).not.toContain(share.token);
  });

  it("count a view when the document is fetched, and none for a look at the cover", async () => {
    const { share, at, ctx, slug } = await shared({ viewsMax: 2 });
    const open = (fetch: boolean) => openShare({ ctx: at(0), input: { token: share.token, secret: SECRET, fetch } });
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
      openShare({ ctx: at(0), input: { token: share.token, secret: SECRET, fetch: true } }),
    );
    const outcomes = await Promise.allSettled(tries);
    expect(outcomes.filter((one) => one.status === "fulfilled")).toHaveLength(3);
  });

  it("answer the same when unknown, expired, revoked or used up", async () => {
    const { share, at, ctx, slug } = await shared({ viewsMax: 1 });
    const errorOf = async (token: string, days = 0) =>
      openShare({ ctx: at(days), input: { token, secret: SECRET } }).then(
        () => "opened",
        (error: unknown) => (error instanceof Error ? `${error.name}: ${error.message}` : "?"),
      );
    const unknown = await errorOf("x".repeat(43));
    expect(await errorOf(share.token)).toBe("opened");
    expect(await errorOf(share.token, 14)).toBe(unknown);
    await openShare({ ctx: at(0), input: { token: share.token, secret: SECRET, fetch: true } });
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
      const opening = openShare({ ctx: at(0), input: { token: share.token, secret: SECRET, fetch } });
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

const PASSPHRASE = "four grey herons at dusk";
const ADDRESS = "198.51.100.7";

describe("a link with a passphrase", () => {
  async function locked(fields: Partial<z.input<typeof createShareInput>> = { passphrase: PASSPHRASE }) {
    const setting = await shared(fields);
    const { share, at } = setting;
    const unlock = (passphrase: string, { days = 0, address = ADDRESS, token = share.token } = {}) =>
      unlockShare({ ctx: at(days), input: { token, secret: SECRET, passphrase, address } });
    const open = (ticket?: string, { token = share.token, days = 0, fetch = false } = {}) =>
      openShare({ ctx: at(days), input: { token, secret: SECRET, ticket: ticket ?? null, fetch } });
    return { ...setting, unlock, open };
  }

  it("opens nothing without it, counts no view, and opens with the ticket that it is traded for", async () => {
    const { open, unlock, ctx, slug } = await locked();
    for (const fetch of [false, true]) {
      await expect(open(undefined, { fetch })).rejects.toMatchObject({ code: "unauthenticated" });
      await expect(open("1.a", { fetch })).rejects.toMatchObject({ code: "unauthenticated" });
    }
    expect(await listShares(ctx, slug)).toMatchObject([{ views: 0, hasPassphrase: true, canSignOff: false }]);
    const ticket = await unlock(` ${PASSPHRASE} `);
    expect(await open(ticket?.value)).toMatchObject({ label: "Acme" });
    await expect(open(ticket?.value, { days: 1 })).rejects.toMatchObject({ code: "unauthenticated" });
  });

  it("is stored as argon2id only, and stands in no history", async () => {
    const { pack } = await locked();
    const [row] = await db.select().from(shares).where(eq(shares.packId, pack.id));
    expect(row?.passphraseHash).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/);
    expect(JSON.stringify([row, await db.select().from(activities)])).not.toContain(PASSPHRASE);
  });

  it("gets one made for it when none is given, which is told this once", async () => {
    const { share, unlock } = await locked({ isProtected: true });
    expect(share.passphrase).toMatch(/^([0-9a-hjkmnp-tv-z]{5}-){3}[0-9a-hjkmnp-tv-z]{5}$/);
    expect(await unlock(share.passphrase ?? "")).not.toBeNull();
    const { share: given } = await locked();
    expect(given.passphrase).toBeNull();
  });

  it.each(["too short", "aaaaaaaaaaaaaaaa", "Ops Copilot Acme", "x".repeat(201)])(
    "refuses “%s”",
    async (passphrase) => {
      const { ctx, slug } = await shared();
      const input = { project: slug, version: 1, label: "Acme", passphrase };
      await expect(createShare({ ctx, input })).rejects.toMatchObject({
        code: "invalid",
        fieldErrors: { passphrase: [expect.any(String)] },
      });
    },
  );

  it("says the same of a wrong one as long as there is something to open, and nothing of a dead link", async () => {
    const { unlock, ctx, slug, share } = await locked();
    await expect(unlock("not this one at all")).rejects.toMatchObject({ code: "invalid" });
    await expect(unlock(PASSPHRASE, { token: "x".repeat(43) })).rejects.toMatchObject({ code: "not_found" });
    await expect(unlock(PASSPHRASE, { days: 15 })).rejects.toMatchObject({ code: "not_found" });
    await revokeShare({ ctx, input: { project: slug, share: share.id } });
    await expect(unlock(PASSPHRASE)).rejects.toMatchObject({ code: "not_found" });
  });

  it("makes whoever guesses wait, by the link and by the network, and forgives after the right one", async () => {
    const { unlock, at } = await locked();
    const guess = (n: number) => unlock(`wrong guess ${n}`, { address: `203.0.${n}.1` });
    for (let n = 0; n < 5; n++) await expect(guess(n)).rejects.toMatchObject({ code: "invalid" });
    await expect(guess(5)).rejects.toMatchObject({ code: "throttled" });
    await expect(unlock(PASSPHRASE)).rejects.toMatchObject({ code: "throttled" });
    const other = await locked();
    expect(await other.unlock(PASSPHRASE)).not.toBeNull();
    const later = { db, now: new Date(at(0).now.getTime() + 16 * 60_000) };
    const input = { token: other.share.token, secret: SECRET, passphrase: "wrong again, sorry", address: "192.0.2.9" };
    const outcomes: string[] = [];
    for (let n = 0; n < 21; n++) {
      const now = new Date(later.now.getTime() + n);
      await unlockShare({ ctx: { db, now }, input }).catch((error: AppError) => outcomes.push(error.code));
    }
    expect(new Set(outcomes)).toEqual(new Set(["invalid", "throttled"]));
    expect(outcomes.at(-1)).toBe("throttled");
  });

  it("has tickets that open no other link, and that end with it", async () => {
    const one = await locked();
    const { ctx, slug, share } = one;
    const ticket = (await one.unlock(PASSPHRASE))?.value;
    const other = await createShare({
      ctx,
      input: { project: slug, version: 1, label: "Other", passphrase: PASSPHRASE },
    });
    await expect(one.open(ticket, { token: other.token })).rejects.toMatchObject({ code: "unauthenticated" });
    await db.update(shares).set({ passphraseHash: "$argon2id$another" }).where(eq(shares.id, share.id));
    await expect(one.open(ticket)).rejects.toMatchObject({ code: "unauthenticated" });
    await revokeShare({ ctx, input: { project: slug, share: share.id } });
    await expect(one.open(ticket)).rejects.toMatchObject({ code: "not_found" });
  });

  it("asks nobody for what a link without one does not have", async () => {
    const { share, unlock } = await locked({});
    expect(await unlock("anything at all")).toBeNull();
    expect(share.passphrase).toBeNull();
  });
});
