import { eq, sql } from "drizzle-orm";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from "vitest";
import { getDomainCheck } from "#db/queries/get-domain-check.ts";
import { domainChecks, throttles } from "#db/schema/index.ts";
import { makeActor, NOW, systemCtx } from "#db/testing/factories.ts";
import { testDb } from "#db/testing/test-db.ts";
import { labEgress } from "#lab/lab-egress.ts";
import { type Lab, startLab } from "#lab/start-lab.ts";
import { auditReportSchema } from "#lib/audits/report.ts";
import { checkDomain } from "#lib/jobs/handlers/check-domain.ts";
import { installQueues } from "#lib/jobs/install-queues.ts";
import { sweep } from "#lib/jobs/sweep.ts";
import { beginDomainCheck } from "./begin-domain-check.ts";
import { failDomainCheck } from "./fail-domain-check.ts";
import { forgetDomainChecks } from "./forget-domain-checks.ts";
import { startDomainCheck } from "./start-domain-check.ts";

const { db, url } = await testDb();
beforeAll(() => installQueues(url));
beforeEach(async () => {
  await db.delete(throttles);
  await db.delete(domainChecks);
});
afterEach(() => vi.unstubAllEnvs());

const later = (minutes: number) => new Date(NOW.getTime() + minutes * 60_000);
const start = (host: string, { address = "203.0.113.9", now = NOW } = {}) =>
  startDomainCheck({ ctx: { db, now }, input: { host, address } });
const outcome = (work: Promise<unknown>) =>
  work.then(
    () => "started" as const,
    (error: { code: string; message: string; retryAfterSeconds?: number }) => error,
  );
const network = (n: number) => `198.51.${n}.1`;

describe("startDomainCheck", () => {
  it("keeps the host, the hash of the token, and nothing of who asked", async () => {
    const { token, expiresAt } = await start("https://example.com/login?secret=1");
    expect(Buffer.from(token, "base64url")).toHaveLength(32);
    expect(expiresAt).toEqual(later(60));
    const [row] = await db.select().from(domainChecks);
    expect(row).toMatchObject({ host: "example.com", state: "queued", report: null });
    const stored = JSON.stringify([row, await db.select().from(throttles)]);
    for (const secret of [token, "secret=1", "203.0.113.9", "login"]) expect(stored).not.toContain(secret);
    const jobs = await db.execute<{ data: unknown }>(sql`select data from pgboss.job where name = 'check-domain'`);
    expect(jobs.at(-1)?.data).toEqual({ domainCheckId: row?.id });
  });

  it("opens to its token only, for an hour", async () => {
    const { token } = await start("example.com");
    expect(await getDomainCheck({ db, now: later(59) }, token)).toMatchObject({ host: "example.com", state: "queued" });
    const guesses = [getDomainCheck({ db, now: NOW }, "guess"), getDomainCheck({ db, now: later(60) }, token)];
    for (const guess of guesses) await expect(guess).rejects.toMatchObject({ code: "not_found" });
  });

  it("refuses what is no public host, and counts nothing for it", async () => {
    for (const host of ["10.0.0.1", "co.uk", "localhost", "example.com:8080"]) {
      expect(await outcome(start(host))).toMatchObject({ code: "invalid" });
    }
    expect(await db.select().from(throttles)).toEqual([]);
  });

  it("does not exist where the operator switched it off", async () => {
    vi.stubEnv("PUBLIC_TOOLS", "off");
    expect(await outcome(start("example.com"))).toMatchObject({ code: "not_found" });
    expect(await db.select().from(domainChecks)).toEqual([]);
  });

  it("looks at one host once in ten minutes, and tells the second asker for how long", async () => {
    await start("example.com");
    expect(await outcome(start("EXAMPLE.com", { address: network(1), now: later(2) }))).toMatchObject({
      code: "throttled",
      retryAfterSeconds: 480,
      message: expect.stringMatching(/^example\.com was checked a moment ago.*Try again in eight minutes\.$/),
    });
    expect(await outcome(start("example.com", { address: network(1), now: later(10) }))).toBe("started");
  });

  it("lets one network start three in ten minutes, however many it asks for at once", async () => {
    const answers = await Promise.all(Array.from({ length: 8 }, (_, n) => outcome(start(`h${n}.example.com`))));
    expect(answers.filter((answer) => answer === "started")).toHaveLength(3);
    expect(await db.select().from(domainChecks)).toHaveLength(3);
    expect(await outcome(start("later.example.com", { address: "203.0.113.200", now: later(9) }))).toMatchObject({
      code: "throttled",
      message: expect.stringContaining("Three checks within ten minutes"),
    });
    expect(await outcome(start("later.example.com", { now: later(10) }))).toBe("started");
  });

  it("looks once at a host that many ask for at once", async () => {
    const answers = await Promise.all(
      Array.from({ length: 8 }, (_, n) => outcome(start("example.com", { address: network(n) }))),
    );
    expect(answers.filter((answer) => answer === "started")).toHaveLength(1);
  });

  it("starts sixty an hour over all", async () => {
    for (let n = 0; n < 60; n += 1) await start(`h${n}.example.com`, { address: network(n) });
    expect(await outcome(start("one-more.example.com", { address: network(99), now: later(59) }))).toMatchObject({
      code: "throttled",
    });
    expect(await outcome(start("one-more.example.com", { address: network(99), now: later(60) }))).toBe("started");
  });

  it("takes a refused attempt back from the other limits", async () => {
    await start("example.com");
    for (let n = 0; n < 5; n += 1) await outcome(start("example.com", { address: network(1) }));
    expect(await outcome(start("other.example.com", { address: network(1) }))).toBe("started");
  });
});

describe("what jobs do with a check", () => {
  it("is theirs alone", async () => {
    const { ctx } = await makeActor(db);
    const input = { domainCheckId: crypto.randomUUID() };
    for (const work of [
      beginDomainCheck({ ctx, input }),
      failDomainCheck({ ctx, input }),
      forgetDomainChecks({ ctx }),
    ]) {
      await expect(work).rejects.toMatchObject({ code: "not_found" });
    }
  });

  it("ends one that no job works on any more, and forgets what is over with what it counted", async () => {
    const { token } = await start("example.com");
    await db.execute(sql`update pgboss.job set state = 'failed' where name = 'check-domain'`);
    await sweep({ db, now: () => later(1) });
    expect(await getDomainCheck({ db, now: later(1) }, token)).toMatchObject({ state: "failed" });
    await sweep({ db, now: () => later(59) });
    expect(await db.select().from(domainChecks)).toHaveLength(1);
    await sweep({ db, now: () => later(60) });
    expect(await db.select().from(domainChecks)).toEqual([]);
    expect(await db.select().from(throttles)).toEqual([]);
  });
});

describe("checkDomain", () => {
  let lab: Lab;
  beforeAll(async () => {
    lab = await startLab({ faults: ["hsts-missing", "csp-missing", "dmarc-none", "cookie-no-httponly"] });
  });
  afterAll(() => lab.close());

  const tools = (signal = AbortSignal.timeout(60_000)) => ({
    db,
    egress: labEgress(lab),
    now: () => NOW,
    signal,
  });
  async function row(host: string) {
    const [check] = await db
      .insert(domainChecks)
      .values({ tokenHash: "none", host, state: "queued", createdAt: NOW, expiresAt: later(60) })
      .returning();
    return { domainCheckId: check?.id ?? "" };
  }
  const stored = async () => (await db.select().from(domainChecks))[0];
  const results = async () => auditReportSchema.parse((await stored())?.report).results;

  it("judges what the lab shows, without a word of who was asked for it", async () => {
    vi.stubEnv("DEMO", "1");
    const payload = await row(new URL(lab.origin).host);
    await checkDomain(payload, tools());
    const done = await stored();
    expect(done?.state).toBe("finished");
    const verdicts = new Map((await results()).map(({ rule, verdict }) => [rule, verdict]));
    expect(verdicts.get("edge/hsts")).toBe("fail");
    expect(verdicts.get("edge/nosniff")).toBe("pass");
    expect([...verdicts.values()]).not.toContain("not_run");
    const text = JSON.stringify(done?.report);
    for (const port of lab.dnsPorts) expect(text).not.toContain(`127.0.0.1:${port}`);
    expect(text).toContain("@resolver 1");
    expect(lab.requests.list()).not.toHaveProperty("POST /");
    await checkDomain(payload, tools());
    expect((await stored())?.report).toEqual(done?.report);
  }, 60_000);

  it("reaches no private address outside of the demo, though the operator opened it for projects", async () => {
    lab.requests.clear();
    await checkDomain(await row("ops-copilot.test"), tools());
    expect(lab.requests.list()).toEqual({});
    const seen = await results();
    expect(seen.filter(({ verdict, rule }) => verdict === "pass" && rule.startsWith("edge/"))).toEqual([]);
    expect(JSON.stringify(seen)).not.toContain("127.0.0.1");
  }, 60_000);

  it("ends as failed where the address may not be looked at at all", async () => {
    await checkDomain(await row(new URL(lab.origin).host.replace("ops-copilot.test", "localhost")), tools());
    expect((await stored())?.state).toBe("failed");
  });

  it("leaves one that its worker was stopped in for another try", async () => {
    vi.stubEnv("DEMO", "1");
    await expect(checkDomain(await row(new URL(lab.origin).host), tools(AbortSignal.abort()))).rejects.toThrow();
    expect((await stored())?.state).toBe("running");
  });

  it("does not begin one that nobody can read any more", async () => {
    const payload = await row("example.com");
    await db.update(domainChecks).set({ expiresAt: NOW }).where(eq(domainChecks.id, payload.domainCheckId));
    expect(await beginDomainCheck({ ctx: systemCtx(db), input: payload })).toBeNull();
  });
});
