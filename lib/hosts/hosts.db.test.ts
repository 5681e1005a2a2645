import { eq } from "drizzle-orm";
import { beforeAll, describe, expect, it } from "vitest";
import { getBoard } from "#db/queries/get-board.ts";
import { getDomains } from "#db/queries/get-domains.ts";
import { foundHosts, targets } from "#db/schema/index.ts";
import { makeMember, makeTarget } from "#db/testing/factories.ts";
import { lastActivity } from "#db/testing/last-activity.ts";
import { testDb } from "#db/testing/test-db.ts";
import { healthyObservation } from "#lib/audits/testing/healthy-observation.ts";
import { HEALTHY } from "#lib/audits/testing/healthy-values.ts";
import { installQueues } from "#lib/jobs/install-queues.ts";
import { type AuditedProject, audit, auditedProject, observedAt } from "#lib/runs/testing/audited-project.ts";
import { removeTarget } from "#lib/targets/remove-target.ts";
import { adoptHost } from "./adopt-host.ts";
import { ignoreHost } from "./ignore-host.ts";
import { unignoreHost } from "./unignore-host.ts";

const { db, url } = await testDb();
beforeAll(() => installQueues(url));

const [leaf, ...issuers] = HEALTHY.tls.chain;
if (!leaf) throw new Error("The healthy chain is empty.");

/** As seen so many minutes later, with these names in the certificate and no other host anywhere. */
const withNames = (names: string[], minute = 0) =>
  observedAt(
    healthyObservation({
      tls: { chain: [{ ...leaf, names }, ...issuers] },
      redirects: { chains: [] },
      zone: { names: [] },
    }),
    minute,
  );

const found = async ({ ctx, project }: AuditedProject) => (await getDomains(ctx, project.slug)).found;
const hosts = async (setting: AuditedProject) => (await found(setting)).map(({ host }) => host);
const gate = async ({ ctx, project }: AuditedProject) =>
  (await getBoard(ctx, project.slug)).gate.items.find(({ id }) => id === "https-everywhere");

describe("hosts that an audit comes across", () => {
  it("are listed with when and in what, once, and those under audit are not", async () => {
    const setting = await auditedProject(db);
    await audit(setting, withNames(["example.com", "b.example.com", "a.example.com", "example.net"], 0));
    await audit(setting, withNames(["a.example.com"], 90));
    expect(await found(setting)).toEqual([
      {
        host: "a.example.com",
        sources: [{ kind: "certificate", targetUrl: "https://example.com/" }],
        firstSeenAt: withNames([], 0).startedAt,
        lastSeenAt: withNames([], 90).startedAt,
        ignored: null,
      },
      expect.objectContaining({ host: "b.example.com", lastSeenAt: withNames([], 0).startedAt }),
    ]);
  });

  it("are the same in whatever order the audits arrive", async () => {
    const seen = [withNames(["a.example.com"], 0), withNames(["a.example.com", "b.example.com"], 5)];
    const [one, other] = [await auditedProject(db), await auditedProject(db)];
    for (const observation of seen) await audit(one, observation);
    for (const observation of seen.toReversed()) await audit(other, observation);
    expect(await found(one)).toEqual(await found(other));
  });

  it("are 200 at most", async () => {
    const setting = await auditedProject(db);
    await audit(setting, withNames(Array.from({ length: 190 }, (_, n) => `a${n}.example.com`)));
    await audit(setting, withNames(Array.from({ length: 190 }, (_, n) => `b${n}.example.com`)));
    const stored = await db.select().from(foundHosts).where(eq(foundHosts.projectId, setting.project.id));
    expect(stored).toHaveLength(200);
    expect(await hosts(setting)).toContain("a189.example.com");
  });

  it("keep the gate from holding until somebody audits or ignores them", async () => {
    const setting = await auditedProject(db);
    const { ctx, project } = setting;
    const dns = async () => (await getBoard(ctx, project.slug)).gate.items.find(({ id }) => id === "dns-correct");
    const text = async () => `${(await gate(setting))?.why} ${(await dns())?.why}`;
    await audit(setting, withNames(["example.com", "a.example.com"]));
    const before = await text();
    await ignoreHost({ ctx, input: { project: project.slug, host: "a.example.com", reason: "It holds nothing." } });
    const after = await text();
    const wasOpen = /nobody has audited: a\.example\.com\./;
    if (!wasOpen.test(before)) expect(before).toBe(after);
    expect(after).not.toMatch(wasOpen);
  });
});

describe("adoptHost", () => {
  it("makes a target of it, at the port where it was come across", async () => {
    const setting = await auditedProject(db);
    const { ctx, project, target } = setting;
    await audit(setting, withNames(["a.example.com"]));
    const input = { project: project.slug, host: "A.example.com.", profile: "api" as const };
    expect(await adoptHost({ ctx, input })).toMatchObject({ url: "https://a.example.com/", profile: "api" });
    expect(await lastActivity(db, project.id)).toMatchObject({ action: "target.added" });
    expect(await hosts(setting)).toEqual([]);
    await expect(adoptHost({ ctx, input })).rejects.toMatchObject({ code: "conflict" });

    const sources = [{ kind: "certificate" as const, targetUrl: "https://example.com:8443/" }];
    const seen = { firstSeenAt: ctx.now, lastSeenAt: ctx.now };
    await db.insert(foundHosts).values({ projectId: project.id, host: "c.example.com", sources, ...seen });
    const other = { project: project.slug, host: "c.example.com" };
    expect(await adoptHost({ ctx, input: other })).toMatchObject({
      url: "https://c.example.com:8443/",
      profile: "page",
    });
    expect(await db.select().from(targets).where(eq(targets.projectId, target.projectId))).toHaveLength(3);
  });

  it("lists the host again once its target is removed", async () => {
    const setting = await auditedProject(db);
    const { ctx, project } = setting;
    await audit(setting, withNames(["a.example.com"]));
    const { id } = await adoptHost({ ctx, input: { project: project.slug, host: "a.example.com" } });
    await removeTarget({ ctx, input: { project: project.slug, target: id } });
    expect(await hosts(setting)).toEqual(["a.example.com"]);
  });

  it("stops where the project has all the targets that it may have", async () => {
    const setting = await auditedProject(db);
    const { ctx, project } = setting;
    await audit(setting, withNames(["a.example.com"]));
    for (let n = 1; n < 20; n += 1) await makeTarget(db, project);
    const input = { project: project.slug, host: "a.example.com" };
    await expect(adoptHost({ ctx, input })).rejects.toMatchObject({ code: "conflict" });
  });

  it("takes nothing that no audit came across, and is for the team", async () => {
    const setting = await auditedProject(db);
    const { ctx, project } = setting;
    await audit(setting, withNames(["a.example.com"]));
    const adopt = (actor: typeof ctx, host: string, slug = project.slug) =>
      adoptHost({ ctx: actor, input: { project: slug, host } });
    await expect(adopt(ctx, "evil.example.net")).rejects.toMatchObject({ code: "not_found" });
    const client = await makeMember(db, project, "client");
    await expect(adopt(client.ctx, "a.example.com")).rejects.toMatchObject({ code: "forbidden" });
    const other = await auditedProject(db);
    await expect(adopt(other.ctx, "a.example.com")).rejects.toMatchObject({ code: "not_found" });
    await expect(adopt(other.ctx, "a.example.com", other.project.slug)).rejects.toMatchObject({ code: "not_found" });
  });
});

describe("ignoreHost", () => {
  it("keeps who, when and why, through later audits, until it is taken back", async () => {
    const setting = await auditedProject(db);
    const { ctx, project } = setting;
    await audit(setting, withNames(["a.example.com", "b.example.com"]));
    const ref = { project: project.slug, host: "a.example.com" };
    await ignoreHost({ ctx, input: { ...ref, reason: "Switched off last year." } });
    expect(await lastActivity(db, project.id)).toMatchObject({ action: "host.ignored", objectId: "a.example.com" });
    await audit(setting, withNames(["a.example.com"], 5));
    expect(await found(setting)).toMatchObject([
      { host: "b.example.com", ignored: null },
      {
        host: "a.example.com",
        ignored: { at: ctx.now.toISOString(), reason: "Switched off last year.", by: "Robin Example" },
      },
    ]);
    await unignoreHost({ ctx, input: ref });
    expect(await found(setting)).toMatchObject([{ host: "a.example.com", ignored: null }, { host: "b.example.com" }]);
    const told = await lastActivity(db, project.id);
    expect(told).toMatchObject({ action: "host.unignored" });
    await unignoreHost({ ctx, input: ref });
    expect(await lastActivity(db, project.id)).toEqual(told);
  });

  it("is the founder's to decide, with a reason", async () => {
    const setting = await auditedProject(db);
    const { ctx, project } = setting;
    await audit(setting, withNames(["a.example.com"]));
    const input = { project: project.slug, host: "a.example.com", reason: "It holds nothing." };
    const engineer = await makeMember(db, project, "engineer");
    await expect(ignoreHost({ ctx: engineer.ctx, input })).rejects.toMatchObject({ code: "forbidden" });
    await expect(ignoreHost({ ctx, input: { ...input, reason: "Why" } })).rejects.toMatchObject({ code: "invalid" });
    await expect(ignoreHost({ ctx, input: { ...input, host: "z.example.com" } })).rejects.toMatchObject({
      code: "not_found",
    });
  });
});
