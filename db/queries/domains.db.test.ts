import { eq } from "drizzle-orm";
import { beforeAll, describe, expect, it } from "vitest";
import { type Changes, healthyObservation, pageWithHeader } from "#lib/audits/testing/healthy-observation.ts";
import { answered } from "#lib/audits/testing/healthy-values.ts";
import { installQueues } from "#lib/jobs/install-queues.ts";
import { importOldUrls } from "#lib/old-urls/import-old-urls.ts";
import { markFixed } from "#lib/risks/mark-fixed.ts";
import { startRun } from "#lib/runs/start-run.ts";
import { type AuditedProject, audit, auditedProject, healthy, observedAt } from "#lib/runs/testing/audited-project.ts";
import { setSchedule } from "#lib/schedules/set-schedule.ts";
import { observations, results, targets } from "../schema/index.ts";
import { makeTarget } from "../testing/factories.ts";
import { testDb } from "../testing/test-db.ts";
import { getDomains } from "./get-domains.ts";
import { getDrift } from "./get-drift.ts";
import { getHost } from "./get-host.ts";
import { getOldUrls } from "./get-old-urls.ts";

const { db, url } = await testDb();
beforeAll(() => installQueues(url));

const seen = (minute: number, ...changes: Changes[]) =>
  observedAt(healthyObservation(Object.assign({}, ...changes)), minute);
const NO_HSTS = pageWithHeader("strict-transport-security");
const host = async ({ ctx, project, target }: AuditedProject) => getHost(ctx, project.slug, target.id);
const rule = async (setting: AuditedProject, id: string) =>
  (await host(setting)).rules.find((change) => change.rule === id);

describe("getDomains", () => {
  it("has a row per host before anything has been looked at", async () => {
    const { ctx, project, target } = await auditedProject(db);
    const view = await getDomains(ctx, project.slug);
    expect(view).toMatchObject({
      found: [],
      schedule: null,
      lastRun: null,
      runBefore: null,
      running: null,
      oldUrls: 0,
    });
    expect(view.hosts).toMatchObject([{ targetId: target.id, host: "example.com", profile: "page", observedAt: null }]);
    expect(view.hosts[0]?.areas.headers).toEqual({ now: null, before: null });
  });

  it("shows the worst verdict of each area now and before, and how much is open", async () => {
    const setting = await auditedProject(db);
    const { ctx, project } = setting;
    await audit(setting, seen(0, NO_HSTS));
    await audit(setting, healthy(5));
    await startRun({ ctx, input: { project: project.slug } });
    await setSchedule({ ctx, input: { project: project.slug, every: "week" } });
    const view = await getDomains(ctx, project.slug);
    expect(view).toMatchObject({
      lastRun: { number: 2 },
      runBefore: { number: 1 },
      running: { number: 3, state: "queued" },
      schedule: { every: "week" },
    });
    const [row] = view.hosts;
    expect(row?.areas.headers.before).toEqual({ verdict: "fail", open: 1 });
    expect(row?.areas.headers.now).toMatchObject({ open: 0 });
    expect(row?.observedAt).toBe(healthy(5).startedAt);
  });

  it("does not mistake one host's results, or another project's, for another's", async () => {
    const setting = await auditedProject(db);
    await makeTarget(db, setting.project, { url: "https://other.example.com/" });
    await audit(setting, seen(0, NO_HSTS));
    const { hosts } = await getDomains(setting.ctx, setting.project.slug);
    expect(hosts.map((row) => row.areas.headers.now?.verdict ?? null)).toEqual(["fail", null]);
    const other = await auditedProject(db);
    await expect(getHost(other.ctx, other.project.slug, setting.target.id)).rejects.toMatchObject({
      code: "not_found",
    });
    await expect(getHost(other.ctx, other.project.slug, "no-uuid")).rejects.toMatchObject({ code: "not_found" });
  });
});

describe("getHost", () => {
  it("has each rule now and before, a verify run's too", async () => {
    const setting = await auditedProject(db);
    const { ctx, project } = setting;
    await audit(setting, seen(0, NO_HSTS));
    const first = await rule(setting, "edge/hsts");
    expect(first).toMatchObject({ area: "headers", now: { runNumber: 1, verdict: "fail" }, before: null });
    const number = first?.now.riskNumber ?? 0;
    const { run } = await markFixed({ ctx, input: { project: project.slug, number } });
    await audit(setting, healthy(5), run);
    expect(await rule(setting, "edge/hsts")).toMatchObject({
      now: { runNumber: 2, verdict: "pass" },
      before: { runNumber: 1, verdict: "fail" },
    });
    expect(await rule(setting, "edge/nosniff")).toMatchObject({ now: { runNumber: 1 }, before: null });
  });

  it("takes what was seen from the newest run that looked at it", async () => {
    const setting = await auditedProject(db);
    expect(await host(setting)).toMatchObject({
      tls: null,
      dns: [],
      redirects: [],
      edge: null,
      mail: null,
      drift: null,
    });
    await audit(setting, healthy(0));
    const later = healthy(5);
    const tls = { state: "not_attempted", reason: "This part was not asked for." } as const;
    await audit(setting, { ...later, parts: { ...later.parts, tls } });
    const view = await host(setting);
    expect(view.tls).toMatchObject({ trust: "trusted" });
    expect(view.redirects.length).toBeGreaterThan(0);
  });

  it("passes over what an older version has stored", async () => {
    const setting = await auditedProject(db);
    await audit(setting, healthy(0));
    const old = { version: 1, target: {}, parts: {} };
    await db
      .update(observations)
      .set({ observation: old as never })
      .where(eq(observations.targetId, setting.target.id));
    expect(await host(setting)).toMatchObject({ tls: null, drift: null });
    expect(await getDrift(setting.ctx, setting.project.slug, 1)).toBeNull();
  });

  it("lists every record to publish once, with a rule that asks for it", async () => {
    const setting = await auditedProject(db);
    await audit(setting, healthy(0));
    const record = { name: "example.com", type: "TXT", value: "v=spf1 -all" };
    const put = (id: string, verdict: "fail" | "pass") =>
      db
        .update(results)
        .set({ verdict, publish: [record] })
        .where(eq(results.rule, id));
    await put("dns/caa", "pass");
    expect((await host(setting)).publish).toEqual([]);
    await put("dns/caa", "fail");
    await put("mail/dmarc", "fail");
    expect((await host(setting)).publish).toEqual([{ ...record, rule: "dns/caa" }]);
    expect(await rule(setting, "mail/dmarc")).toMatchObject({ now: { publish: [record] } });
  });
});

describe("getDrift", () => {
  it("says what changed since the last run that looked at the same host", async () => {
    const setting = await auditedProject(db);
    const { ctx, project, target } = setting;
    await audit(setting, healthy(0));
    expect(await getDrift(ctx, project.slug, 1)).toBeNull();
    const a = answered("example.com", "A", "203.0.113.99");
    const dns = { dns: { ...healthyObservation().parts.dns, a } };
    await audit(setting, seen(5, NO_HSTS, dns as Changes));
    const drift = await getDrift(ctx, project.slug, 2);
    expect(drift).toMatchObject({ run: 2, before: 1, hosts: [{ targetId: target.id, url: "https://example.com/" }] });
    const items = drift?.hosts[0]?.items ?? [];
    expect(items[0]).toMatchObject({ kind: "verdict", rule: "edge/hsts", before: "pass", now: "fail" });
    expect(items).toContainEqual(expect.objectContaining({ label: "strict-transport-security", now: "none" }));
    expect(items).toContainEqual(expect.objectContaining({ label: "A records", now: "203.0.113.99" }));
    expect((await host(setting)).drift?.items).toEqual(items);

    await audit(setting, seen(10, NO_HSTS, dns as Changes));
    expect(await getDrift(ctx, project.slug, 3)).toMatchObject({ run: 3, before: 2, hosts: [{ items: [] }] });
    expect((await getDrift(ctx, project.slug, 2))?.hosts[0]?.items).toEqual(items);
  });

  it("has nothing to say of a verify run, of one under way, and of one that is not there", async () => {
    const setting = await auditedProject(db);
    const { ctx, project } = setting;
    await audit(setting, seen(0, NO_HSTS));
    const { run } = await markFixed({ ctx, input: { project: project.slug, number: 1 } });
    await audit(setting, healthy(5), run);
    await startRun({ ctx, input: { project: project.slug } });
    expect(await getDrift(ctx, project.slug, 2)).toBeNull();
    expect(await getDrift(ctx, project.slug, 3)).toBeNull();
    await expect(getDrift(ctx, project.slug, 4)).rejects.toMatchObject({ code: "not_found" });
  });
});

describe("getOldUrls", () => {
  it("shows where the newest run saw each address lead, and which none has looked at", async () => {
    const setting = await auditedProject(db);
    const { ctx, project } = setting;
    const take = (csv: string) => importOldUrls({ ctx, input: { project: project.slug, csv } });
    await take("https://old.example.com/a,/a\nhttps://old.example.com/b,/b");
    const items = (await getOldUrls(ctx, project.slug)).rows.map(({ from, to }) => ({
      from,
      to,
      chain: {
        start: from,
        hops: [
          { url: from, status: 301, location: "https://example.com/a" },
          { url: "https://example.com/a", status: 200, location: null },
        ],
        final: "https://example.com/a",
        error: null,
      },
    }));
    const observation = seen(5, { oldUrls: { items } } as Changes);
    const notes = { ...observation.target.notes, oldUrls: items.map(({ from, to }) => ({ from, to })) };
    await audit(setting, { ...observation, target: { ...observation.target, notes } });
    await take("https://old.example.com/a,/a\nhttps://old.example.com/b,/b\nhttps://old.example.com/c,/c");
    const view = await getOldUrls(ctx, project.slug);
    expect(view).toMatchObject({ total: 3, observedAt: observation.startedAt });
    expect(view.rows.map(({ verdict }) => verdict)).toEqual(["ok", "fault", "not_run"]);
    expect((await getDomains(ctx, project.slug)).oldUrls).toBe(3);
    expect(await db.select().from(targets).where(eq(targets.projectId, project.id))).toHaveLength(1);
  });
});
