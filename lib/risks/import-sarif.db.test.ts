import { eq } from "drizzle-orm";
import { beforeAll, describe, expect, it } from "vitest";
import { exportRisks } from "#db/queries/export-risks.ts";
import { getRisk } from "#db/queries/get-risk.ts";
import { listImports } from "#db/queries/list-imports.ts";
import { listRisks } from "#db/queries/list-risks.ts";
import type { RiskView } from "#db/queries/views.ts";
import { projects, risks } from "#db/schema/index.ts";
import { ctxOf, makeMember, makeProject, makeUser } from "#db/testing/factories.ts";
import { lastActivity } from "#db/testing/last-activity.ts";
import { testDb } from "#db/testing/test-db.ts";
import { logOf, resultAt, SCANNER_LOGS } from "#lib/audits/sarif-import/testing/scanner-logs.ts";
import { healthyObservation } from "#lib/audits/testing/healthy-observation.ts";
import { installQueues } from "#lib/jobs/install-queues.ts";
import { audit, auditedProject, healthy, observedAt, withoutHsts } from "#lib/runs/testing/audited-project.ts";
import { closeRisk } from "./close-risk.ts";
import { createRisk } from "./create-risk.ts";
import { decideRisk } from "./decide-risk.ts";
import { importSarif } from "./import-sarif.ts";
import { markFixed } from "./mark-fixed.ts";
import { everythingOf } from "./testing/register-of.ts";
import { updateRisk } from "./update-risk.ts";

const { db, url } = await testDb();
beforeAll(() => installQueues(url));

async function setting() {
  const { project, ctx, user } = await makeProject(db);
  const read = (text: string, isComplete = false, fileName = "scan.sarif") =>
    importSarif({ ctx, input: { project: project.slug, fileName, text, isComplete } });
  const states = async () =>
    (await listRisks(ctx, project.slug)).map(({ number, state }) => [number, state]).toSorted();
  return { project, ctx, user, slug: project.slug, read, states, everything: () => everythingOf(db, project.id) };
}

const place = ({ location, targetUrl }: RiskView) => `${location?.uri ?? targetUrl} ${location?.line ?? ""}`;
const hash = (n: number) => ({ partialFingerprints: { "lineHash/v1": `${n}`.padStart(16, "0") } });

describe("importSarif", () => {
  it.each(Object.entries(SCANNER_LOGS))("reads %s, and the same again changes nothing at all", async (_, text) => {
    const { ctx, slug, read, everything } = await setting();
    const first = await read(text);
    expect(first).toMatchObject({ reopened: 0, verified: 0, changed: 0 });
    expect(first.opened).toBeGreaterThan(1);
    for (const risk of await listRisks(ctx, slug)) {
      expect(risk).toMatchObject({ state: "open", isManual: false, targetUrl: null });
      expect(risk.tool).not.toBeNull();
      expect(risk.location?.uri).toMatch(/\w/);
      expect(risk.rule).toMatch(new RegExp(`^${risk.tool}/`));
    }
    const before = await everything();
    const log = JSON.parse(text);
    for (const run of log.runs) run.results.reverse();
    log.runs.reverse();
    expect(await read(JSON.stringify(log, null, 4))).toMatchObject({ opened: 0, reopened: 0, changed: 0 });
    expect(await everything()).toEqual(before);
  });

  it("reads a log once, though it comes twice at the same moment", async () => {
    const { read, ctx, slug } = await setting();
    const both = await Promise.all([read(SCANNER_LOGS.codeql), read(SCANNER_LOGS.codeql)]);
    expect(both.map(({ opened }) => opened).toSorted()).toEqual([0, 2]);
    expect((await listRisks(ctx, slug)).map(({ number }) => number).toSorted()).toEqual([1, 2]);
    expect(await listImports(ctx, slug)).toHaveLength(1);
  });

  it("says in the history what was read, from which file, and keeps the import", async () => {
    const { ctx, slug, user, project, read } = await setting();
    await read(SCANNER_LOGS.codeql, false, "../code\u202eql .sarif");
    const { activities } = await getRisk(ctx, slug, 1);
    expect(activities).toMatchObject([
      { action: "risk.imported", details: { tool: "CodeQL", file: "../codeql .sarif", severity: "high", number: 1 } },
    ]);
    expect(await lastActivity(db, project.id)).toMatchObject({
      action: "import.read",
      details: { tool: "CodeQL", findings: 2, opened: 2 },
    });
    expect(await listImports(ctx, slug)).toMatchObject([
      { tool: "CodeQL", toolVersion: "2.19.3", findings: 2, opened: 2, skipped: 0, importedBy: { id: user.id } },
    ]);
  });

  it("follows a finding whose lines have moved, and reopens one that comes back", async () => {
    const { ctx, slug, read } = await setting();
    await read(logOf([resultAt("a.js", 10, hash(1))]));
    await closeRisk({ ctx, input: { project: slug, number: 1, reason: "The file is gone." } });
    const moved = logOf([resultAt("a.js", 12, { ...hash(1), level: "error" })]);
    expect(await read(moved, true)).toMatchObject({ opened: 0, reopened: 1 });
    const risk = await getRisk(ctx, slug, 1);
    expect(risk).toMatchObject({
      state: "open",
      closedAt: null,
      severity: "high",
      likelihood: 4,
      location: { uri: "a.js", line: 12 },
    });
    expect(risk.activities[0]).toMatchObject({
      action: "risk.reopened",
      details: { tool: "Scanner", changes: { location: { from: "a.js:10", to: "a.js:12" } } },
    });
  });

  it("keeps exposure, owner and check that people have set", async () => {
    const { ctx, slug, user, read } = await setting();
    await read(logOf([resultAt("a.js", 10, hash(1))]));
    const said = { likelihood: 1, ownerId: user.id, checkId: "rate-limits" as const, reason: "We know better." };
    await updateRisk({ ctx, input: { project: slug, number: 1, ...said } });
    await read(logOf([resultAt("a.js", 11, { ...hash(1), level: "error" })]), true);
    const risk = await getRisk(ctx, slug, 1);
    expect(risk).toMatchObject({ likelihood: 1, impact: 3, owner: { id: user.id }, checkId: "rate-limits" });
    expect(risk.activities.find(({ action }) => action === "risk.updated")).toBeDefined();
    await expect(updateRisk({ ctx, input: { project: slug, number: 1, severity: "low" } })).rejects.toMatchObject({
      code: "invalid",
      message: expect.stringContaining("Scanner"),
    });
  });

  it("verifies what a complete newer scan names no more, and only that", async () => {
    const { read, states, ctx, slug } = await setting();
    await read(logOf([1, 2, 3, 4].map((n) => resultAt("a.js", n, hash(n)))));
    await read(logOf([resultAt("b.js", 1, hash(5))], { tool: "Other" }));
    const next = [
      resultAt("a.js", 1, hash(1)),
      resultAt("a.js", 2, { ...hash(2), suppressions: [{ kind: "inSource" }] }),
    ];
    expect(await read(logOf(next))).toMatchObject({ verified: 0 });
    expect(await read(logOf(next), true, "newer.sarif")).toMatchObject({ verified: 2, skipped: 1 });
    expect(await states()).toEqual([
      [1, "open"],
      [2, "open"],
      [3, "verified"],
      [4, "verified"],
      [5, "open"],
    ]);
    expect((await getRisk(ctx, slug, 3)).activities[0]).toMatchObject({
      action: "risk.verified",
      details: { tool: "Scanner", file: "newer.sarif", isComplete: true },
    });
  });

  it("takes no absence for a fix when the scanner broke down, and then saves nothing", async () => {
    const { read, everything } = await setting();
    await read(logOf([resultAt("a.js", 1)]));
    const before = await everything();
    const broken = logOf([], { invocations: [{ executionSuccessful: false }] });
    await expect(read(broken, true)).rejects.toMatchObject({ code: "invalid", message: /did not succeed/ });
    expect(await everything()).toEqual(before);
    expect(await read(broken)).toMatchObject({ verified: 0 });
  });

  it("leaves the fix to a newer scan: nothing here can look again", async () => {
    const { ctx, slug, read } = await setting();
    await read(logOf([resultAt("a.js", 1)]));
    await expect(markFixed({ ctx, input: { project: slug, number: 1 } })).rejects.toMatchObject({
      code: "conflict",
      message: expect.stringContaining("Import a newer complete scan; it verifies the fix."),
    });
  });

  it("does not touch our own findings, whatever a tool calls itself", async () => {
    const own = await auditedProject(db);
    await audit(own, withoutHsts(0));
    const input = { project: own.project.slug, fileName: "x.sarif" };
    const [found] = await db.select().from(risks).where(eq(risks.projectId, own.project.id));
    const fake = logOf([resultAt("a.js", 1, { partialFingerprints: { "launchReady/v1": found?.fingerprint } })], {
      tool: "edge",
    });
    await importSarif({ ctx: own.ctx, input: { ...input, text: fake, isComplete: true } });
    const after = await db.select().from(risks).where(eq(risks.projectId, own.project.id));
    expect(after.find(({ id }) => id === found?.id)).toEqual(found);
  });

  it("takes 5,000 findings, and no more", async () => {
    const { read } = await setting();
    const many = (count: number) => logOf(Array.from({ length: count }, (_, n) => resultAt(`src/${n}.js`, n + 1)));
    await expect(read(many(5001))).rejects.toMatchObject({ code: "invalid", message: /5001 findings; at most 5000/ });
    expect(await read(many(5000))).toMatchObject({ opened: 5000 });
    expect(await read(many(5000))).toMatchObject({ opened: 0, changed: 0 });
  }, 60_000);

  it("refuses what is no SARIF by the path of what is wrong, a client, a stranger, an archived project", async () => {
    const { project, slug, ctx, read } = await setting();
    await expect(read('{"version":"2.1.0","runs":[{"tool":{"driver":{"name":1}}}]}')).rejects.toMatchObject({
      code: "invalid",
      fieldErrors: { text: [expect.stringContaining("runs[0].tool.driver.name: ")] },
    });
    await expect(read("")).rejects.toMatchObject({ code: "invalid" });
    await expect(read(logOf([]), false, "\u200b ")).rejects.toMatchObject({ code: "invalid" });
    const input = { project: slug, fileName: "x.sarif", text: logOf([]) };
    const client = await makeMember(db, project, "client");
    await expect(importSarif({ ctx: client.ctx, input })).rejects.toMatchObject({ code: "forbidden" });
    await expect(importSarif({ ctx: ctxOf(db, await makeUser(db)), input })).rejects.toMatchObject({
      code: "not_found",
    });
    await db.update(projects).set({ archivedAt: ctx.now }).where(eq(projects.id, project.id));
    await expect(importSarif({ ctx, input })).rejects.toMatchObject({ code: "gone" });
  });
});

describe("the register's export, imported again", { timeout: 60_000 }, () => {
  /** One of everything: found, verified, made by hand, imported, put off, asked for, closed. */
  async function full() {
    const own = await auditedProject(db);
    const { ctx, project } = own;
    const ref = { project: project.slug };
    await audit(own, observedAt(healthyObservation({ tls: { trusted: false, trustError: "CERT_UNTRUSTED" } }), 0));
    await audit(own, withoutHsts(1));
    await createRisk({
      ctx,
      input: { ...ref, title: '=Nobody, but "Jo", {0} [x](y) \\', checkId: "backup-access", severity: "high" },
    });
    await importSarif({ ctx, input: { ...ref, fileName: "a.sarif", text: SCANNER_LOGS.codeql } });
    await importSarif({ ctx, input: { ...ref, fileName: "b.sarif", text: SCANNER_LOGS.trivyAndGitleaks } });
    const expiresAt = new Date(ctx.now.getTime() + 30 * 86_400_000).toISOString();
    const all = await listRisks(ctx, project.slug, { state: "unresolved" });
    for (const { number, tool, severity, isManual } of all) {
      const putOff = { ...ref, number, treatment: "defer" as const, reason: "After the pilot.", expiresAt };
      if (severity === "high" || severity === "critical") await decideRisk({ ctx, input: putOff });
      if (tool === "gitleaks") await closeRisk({ ctx, input: { ...ref, number, reason: "Rotated." } });
      if (isManual) await updateRisk({ ctx, input: { ...ref, number, description: "Line one\nLine two" } });
    }
    return { ...own, exported: (await exportRisks(ctx, project.slug, "sarif")).text };
  }

  it.each([false, true])("changes nothing where it came from (as a complete scan: %s)", async (isComplete) => {
    const { ctx, project, exported } = await full();
    const before = await everythingOf(db, project.id);
    expect(before.risks.length).toBeGreaterThan(7);
    const input = { project: project.slug, fileName: "own.sarif", text: exported, isComplete };
    const effect = await importSarif({ ctx, input });
    expect(effect).toMatchObject({ opened: 0, reopened: 0, verified: 0, changed: 0 });
    expect(await everythingOf(db, project.id)).toEqual(before);
  });

  it("changes nothing later either: what is settled since stays settled", async () => {
    const own = await full();
    await audit(own, healthy(2));
    const { ctx, project, exported } = own;
    for (const { number, tool, state } of await listRisks(ctx, project.slug)) {
      const close = { project: project.slug, number, reason: "It is gone." };
      if (tool !== null && state === "open") await closeRisk({ ctx, input: close });
    }
    const before = await everythingOf(db, project.id);
    await importSarif({ ctx, input: { project: project.slug, fileName: "own.sarif", text: exported } });
    expect(await everythingOf(db, project.id)).toEqual(before);
  });

  it("becomes imported risks in another project, once, and fits the scanners' own logs there", async () => {
    const { exported, ctx: from, project } = await full();
    const { ctx, slug, read, everything } = await setting();
    const suppressed = JSON.parse(exported).runs[0].results.filter(
      (one: { suppressions?: { status: string }[] }) => one.suppressions?.[0]?.status === "accepted",
    ).length;
    const open = await listRisks(from, project.slug, { state: "unresolved" });
    const { opened } = await read(exported);
    expect(opened).toBe(open.length - suppressed);
    const before = await everything();
    await read(exported);
    expect(await everything()).toEqual(before);
    const there = await listRisks(ctx, slug);
    for (const risk of there) {
      const original = open.find((one) => one.title === risk.title && place(one) === place(risk));
      expect(risk).toMatchObject({ severity: original?.severity, checkId: original?.checkId });
    }
    expect(there.map(({ tool }) => tool)).toEqual(expect.arrayContaining(["launch-ready", "Trivy"]));
    const { opened: fresh } = await read(SCANNER_LOGS.trivyAndGitleaks);
    expect(fresh).toBe(3);
  });
});
