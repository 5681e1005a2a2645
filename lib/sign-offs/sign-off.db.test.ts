import { eq } from "drizzle-orm";
import { beforeAll, describe, expect, it } from "vitest";
import { listSignOffs } from "#db/queries/list-sign-offs.ts";
import { packs, signOffs } from "#db/schema/index.ts";
import { makeActor, makeMember, systemCtx } from "#db/testing/factories.ts";
import { testDb } from "#db/testing/test-db.ts";
import { installQueues } from "#lib/jobs/install-queues.ts";
import { createPack } from "#lib/packs/create-pack.ts";
import { finishPack } from "#lib/packs/finish-pack.ts";
import { actions, audit, auditedProject, withoutHsts } from "#lib/runs/testing/audited-project.ts";
import { createShare } from "#lib/shares/create-share.ts";
import { openShare } from "#lib/shares/open-share.ts";
import { revokeShare } from "#lib/shares/revoke-share.ts";
import { unlockShare } from "#lib/shares/unlock-share.ts";
import { signOffPack } from "./sign-off-pack.ts";
import { signOffShare } from "./sign-off-share.ts";

const { db, url } = await testDb();
beforeAll(() => installQueues(url));

const SECRET = "s".repeat(32);
const SHA = "a".repeat(64);
const PASSPHRASE = "four grey herons at dusk";
const said = { name: "Ida Client", organisation: "Acme", remark: "Thank you.", hasReceived: true };

/** A project with a rendered draft, and a link by which it can be signed off. */
async function shared({ canSignOff = true, isRendered = true, passphrase }: Partial<Fields> = {}) {
  const setting = await auditedProject(db);
  const { ctx, project } = setting;
  await audit(setting, withoutHsts());
  const pack = await createPack({ ctx, input: { project: project.slug } });
  const ref = { projectId: project.id, packId: pack.id };
  const rendered = { ...ref, pdf: new TextEncoder().encode("%PDF-1.7"), sha256: SHA, pages: 1 };
  if (isRendered) await finishPack({ ctx: systemCtx(db), input: rendered });
  const input = { project: project.slug, version: 1, label: "Acme", canSignOff, passphrase };
  const share = await createShare({ ctx, input });
  const sign = (fields: Partial<typeof said> = {}, ticket: string | null = null) =>
    signOffShare({
      ctx: { db, now: ctx.now },
      input: { token: share.token, secret: SECRET, ticket, ...said, ...fields },
    });
  return { ...setting, pack, share, sign, slug: project.slug };
}
type Fields = { canSignOff: boolean; isRendered: boolean; passphrase: string };

describe("a sign-off by a link", () => {
  it("keeps who, when, which version and the PDF's hash, and stands in the history", async () => {
    const { sign, ctx, slug, share, ...setting } = await shared();
    await sign();
    expect(await listSignOffs(ctx, slug)).toMatchObject([
      { ...{ name: "Ida Client", organisation: "Acme", remark: "Thank you." }, version: 1, sha256: SHA, link: "Acme" },
    ]);
    expect(await actions({ ...setting, ctx })).toContain("pack.received");
    const opened = await openShare({ ctx, input: { token: share.token, secret: SECRET } });
    expect(opened.signOffs).toMatchObject([{ name: "Ida Client", isDraft: true }]);
  });

  it("keeps a name on one line, and no character that hides or reorders others", async () => {
    const { sign, ctx, slug } = await shared();
    await sign({
      name: "Ida\u202E\n\nWhen  never",
      organisation: "Ac\u200Bme\r\nBy  Bob",
      remark: "One.\r\n\u2066Two.\u0007",
    });
    expect(await listSignOffs(ctx, slug)).toMatchObject([
      { name: "Ida When never", organisation: "Acme By Bob", remark: "One.\nTwo." },
    ]);
    await expect(sign({ name: "\u200B\u202E" })).rejects.toMatchObject({ code: "invalid" });
    await sign({ name: "Ida\u200B When never" });
    expect(await listSignOffs(ctx, slug)).toHaveLength(1);
  });

  it("calls a final version signed off, a draft received", async () => {
    const { sign, pack, ctx, slug, ...setting } = await shared();
    await db.update(packs).set({ isDraft: false }).where(eq(packs.id, pack.id));
    await sign();
    expect(await actions({ ...setting, ctx })).toContain("pack.signed_off");
    expect(await listSignOffs(ctx, slug)).toMatchObject([{ isDraft: false }]);
  });

  it("is the first one for the same name through the same link, however often and at once", async () => {
    const { sign, ctx, slug } = await shared();
    const first = await sign();
    const again = await Promise.all([sign({ remark: "Changed." }), sign({ name: "  ida  CLIENT " })]);
    expect(again.map(({ id }) => id)).toEqual([first.id, first.id]);
    await sign({ name: "Otto Client" });
    expect(await listSignOffs(ctx, slug)).toMatchObject([{ name: "Otto Client" }, { remark: "Thank you." }]);
  });

  it.each([
    [{ name: " " }, "name"],
    [{ name: "x".repeat(121) }, "name"],
    [{ remark: "x".repeat(2001) }, "remark"],
    [{ hasReceived: false }, "hasReceived"],
  ])("refuses %j", async (fields, field) => {
    const { sign } = await shared();
    await expect(sign(fields)).rejects.toMatchObject({
      code: "invalid",
      fieldErrors: { [field]: [expect.any(String)] },
    });
  });

  it("is not for a link that does not allow it, nor for one that is dead", async () => {
    const closed = await shared({ canSignOff: false });
    await expect(closed.sign()).rejects.toMatchObject({ code: "not_found" });
    const { sign, ctx, slug, share } = await shared();
    await revokeShare({ ctx, input: { project: slug, share: share.id } });
    await expect(sign()).rejects.toMatchObject({ code: "not_found" });
    expect(await listSignOffs(ctx, slug)).toEqual([]);
  });

  it("waits for the passphrase", async () => {
    const { sign, ctx, share } = await shared({ passphrase: PASSPHRASE });
    await expect(sign()).rejects.toMatchObject({ code: "unauthenticated" });
    const input = { token: share.token, secret: SECRET, passphrase: PASSPHRASE };
    const ticket = await unlockShare({ ctx, input });
    expect(await sign({}, ticket?.value ?? null)).toMatchObject({ name: "Ida Client" });
  });

  it("waits for the document", async () => {
    const { sign } = await shared({ isRendered: false });
    await expect(sign()).rejects.toMatchObject({ code: "conflict" });
  });

  it("ends at twenty people", async () => {
    const { sign } = await shared();
    for (let n = 0; n < 20; n++) await sign({ name: `Person ${n}` });
    await expect(sign({ name: "One more" })).rejects.toMatchObject({ code: "conflict" });
    expect(await sign({ name: "Person 3" })).toMatchObject({ name: "Person 3" });
  });
});

describe("a sign-off by a member", () => {
  it("is the client's alone, in their own name, and once", async () => {
    const { project, slug, ctx } = await shared();
    const client = await makeMember(db, project, "client");
    const input = { project: slug, version: 1, remark: "Fine.", hasReceived: true };
    const first = await signOffPack({ ctx: client.ctx, input });
    expect(first).toMatchObject({ name: client.user.name, userId: client.user.id, shareId: null, sha256: SHA });
    expect(await signOffPack({ ctx: client.ctx, input })).toMatchObject({ id: first.id });
    expect(await listSignOffs(client.ctx, slug)).toMatchObject([{ link: null, remark: "Fine." }]);
    const stranger = await makeActor(db);
    const engineer = await makeMember(db, project, "engineer");
    const refusals = [
      [ctx, "forbidden"],
      [engineer.ctx, "forbidden"],
      [stranger.ctx, "not_found"],
    ] as const;
    for (const [who, code] of refusals) {
      await expect(signOffPack({ ctx: who, input })).rejects.toMatchObject({ code });
    }
    await expect(listSignOffs(stranger.ctx, slug)).rejects.toMatchObject({ code: "not_found" });
    const absent = { ...input, version: 7 };
    await expect(signOffPack({ ctx: client.ctx, input: absent })).rejects.toMatchObject({ code: "not_found" });
    const unsaid = { ...input, hasReceived: false };
    await expect(signOffPack({ ctx: client.ctx, input: unsaid })).rejects.toMatchObject({ code: "invalid" });
  });
});

describe("what a client saw before", () => {
  it("is the version that they signed off, when their next link opens", async () => {
    const { sign, ctx, slug, project } = await shared();
    await sign();
    for (let made = 0; made < 2; made++) {
      const { id } = await createPack({ ctx, input: { project: slug } });
      const rendered = { projectId: project.id, packId: id, pdf: new Uint8Array(3), sha256: SHA, pages: 1 };
      await finishPack({ ctx: systemCtx(db), input: rendered });
    }
    const open = async (label: string) => {
      const { token } = await createShare({ ctx, input: { project: slug, version: 3, label } });
      return openShare({ ctx, input: { token, secret: SECRET } });
    };
    expect((await open("Acme")).signedOff).toMatchObject({ version: 1 });
    expect((await open("Somebody else")).signedOff).toBeNull();
    expect(await db.select().from(signOffs).where(eq(signOffs.projectId, project.id))).toHaveLength(1);
  });
});
