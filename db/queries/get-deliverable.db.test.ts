import { drizzle } from "drizzle-orm/postgres-js";
import { beforeAll, describe, expect, it } from "vitest";
import { deliverableDetail } from "#app/api/v1/schemas/deliverable.ts";
import { attest } from "#lib/checks/attest.ts";
import { waiveGate } from "#lib/checks/waive-gate.ts";
import { recordDeployment } from "#lib/deployments/record-deployment.ts";
import { installQueues } from "#lib/jobs/install-queues.ts";
import { createRisk } from "#lib/risks/create-risk.ts";
import { decideRisk } from "#lib/risks/decide-risk.ts";
import { deliverableMarkdown } from "#lib/roadmap/deliverable-markdown.ts";
import { DELIVERABLE_IDS } from "#lib/roadmap/ids.ts";
import { sheetOf } from "#lib/roadmap/sheets/sheet-of.ts";
import { audit, auditedProject, healthy, withoutHsts } from "#lib/runs/testing/audited-project.ts";
import * as schema from "../schema/index.ts";
import { makeActor, makeMember, makeTarget } from "../testing/factories.ts";
import { testDb } from "../testing/test-db.ts";
import { getDeliverable } from "./get-deliverable.ts";

const { db, sql, url } = await testDb();
beforeAll(() => installQueues(url));

const DAY_MS = 86_400_000;

/** Two audits, a decision, a waiver, a statement, a provider, a runbook, a deployment and a pack. */
async function filled() {
  const setting = await auditedProject(db);
  const { ctx, project, user } = setting;
  await audit(setting, withoutHsts(0));
  await audit(setting, healthy(1));
  await audit(setting, withoutHsts(2));
  const at = (days: number) => new Date(ctx.now.getTime() + days * DAY_MS);
  const risk = { project: project.slug, severity: "high", likelihood: 4, impact: 4 } as const;
  await createRisk({ ctx, input: { ...risk, title: "Roles are mixed up", checkId: "role-boundaries" } });
  const later = await createRisk({ ctx, input: { ...risk, title: "No multi-region", checkId: "handover-review" } });
  const decided = await createRisk({ ctx, input: { ...risk, title: "Old TLS", checkId: "https-everywhere" } });
  await decideRisk({
    ctx,
    input: {
      project: project.slug,
      number: decided.number,
      treatment: "defer",
      reason: "After the pilot, when the old clients are gone.",
      compensatingControl: "The edge refuses what is older.",
      expiresAt: at(20),
    },
  });
  await waiveGate({
    ctx,
    input: { project: project.slug, gateId: "safe-logging", reason: "No logs are kept yet.", expiresAt: at(20) },
  });
  await attest({
    ctx,
    input: {
      project: project.slug,
      checkId: "rate-limits",
      statement: "Twenty calls a minute for each account.",
      observedAt: ctx.now.toISOString(),
    },
  });
  await recordDeployment({ ctx, input: { project: project.slug, version: "1.2.3" } });
  await db.insert(schema.providers).values({
    projectId: project.id,
    kind: "monitoring",
    provider: "Watcher",
    owners: [{ userId: user.id, name: "Robin", contact: "robin@example.test" }],
    updatedAt: ctx.now,
  });
  await db.insert(schema.runbooks).values({
    projectId: project.id,
    kind: "rotate",
    platform: "vercel",
    title: "Rotate a secret",
    steps: [{ id: "one", text: "Make the new key.", command: "" }],
    createdAt: ctx.now,
    updatedAt: ctx.now,
  });
  await db.insert(schema.packs).values({
    projectId: project.id,
    version: 1,
    isDraft: true,
    model: {},
    state: "ready",
    sha256: "a".repeat(64),
    pages: 12,
    createdAt: ctx.now,
  });
  return { ...setting, later };
}

describe("getDeliverable", () => {
  it.each(DELIVERABLE_IDS)("answers %s for an empty project as for a full one, as the API promises", async (id) => {
    const empty = await auditedProject(db);
    const full = await filled();
    for (const { ctx, project } of [empty, full]) {
      const detail = await getDeliverable(ctx, project.slug, id);
      expect(detail).toMatchObject({ id, project: project.name, asOf: ctx.now.toISOString() });
      expect(JSON.parse(JSON.stringify(detail))).toEqual(detail);
      const answer = { ...detail, markdown: deliverableMarkdown(detail) };
      expect(deliverableDetail.parse(answer)).toEqual(answer);
      expect(JSON.stringify(detail)).not.toContain(project.id);
      for (const { title } of sheetOf(detail).blocks) expect(title).not.toBe("");
    }
    const detail = await getDeliverable(empty.ctx, empty.project.slug, id);
    expect(detail).toMatchObject({ state: "no_data", lastRun: null });
    expect(detail.missing.length).toBeGreaterThan(0);
  });

  it("shows what there is of each", async () => {
    const { ctx, project, target } = await filled();
    const read = async (id: (typeof DELIVERABLE_IDS)[number]) => (await getDeliverable(ctx, project.slug, id)).artefact;
    const register = await read("risk-register");
    expect(register).toMatchObject({ kind: "register", blockersTotal: 2 });
    const decisions = await read("decision-list");
    expect(decisions).toMatchObject({ kind: "decisions", waivers: [{ gateId: "safe-logging" }] });
    expect(JSON.stringify(decisions)).toContain("The edge refuses what is older.");
    expect(await read("authorization-fixed")).toMatchObject({ open: [{ title: "Roles are mixed up" }], fixed: [] });
    const domains = await read("domain-setup");
    if (domains.kind !== "domains") throw new Error(domains.kind);
    expect(domains.hosts).toMatchObject([{ targetId: target.id, host: "example.com" }]);
    const hsts = domains.hosts[0]?.changes.find(({ now }) => now.rule === "edge/hsts");
    expect(hsts).toMatchObject({ before: "pass", beforeRun: 2, now: { verdict: "fail", runNumber: 3 } });
    const mail = await read("email-setup");
    if (mail.kind !== "mail") throw new Error(mail.kind);
    expect(mail.domains).toMatchObject([{ domain: "example.com", hosts: ["example.com"], runNumber: 3 }]);
    expect(mail.domains[0]?.rows.find(({ mechanism }) => mechanism === "SPF")?.inPlace[0]?.value).toMatch(/^v=spf1/);
    expect(await read("cache-list")).toMatchObject({ assets: [{ host: "example.com", verdict: "ok", runNumber: 3 }] });
    expect(await read("rotation-checklist")).toMatchObject({ runbooks: [{ title: "Rotate a secret" }] });
    expect(await read("monitoring-dashboard")).toMatchObject({ providers: [{ provider: "Watcher" }] });
    expect(await read("incident-template")).toMatchObject({
      failing: [{ checkId: "https-everywhere" }],
      deployments: [{ version: "1.2.3" }],
    });
    expect(await read("handover-pack")).toMatchObject({ packs: [{ version: 1, isDraft: true, pages: 12 }] });
    const throttling = await getDeliverable(ctx, project.slug, "throttling-settings");
    expect(throttling).toMatchObject({
      state: "complete",
      artefact: { kind: "evidence" },
      evidence: [{ statements: [{ statement: "Twenty calls a minute for each account." }] }],
    });
  });

  it("puts an expired deferral and a wish into their own tables", async () => {
    const { ctx, project } = await filled();
    const titles = async (days: number) => {
      const now = new Date(ctx.now.getTime() + days * DAY_MS);
      const detail = await getDeliverable({ ...ctx, now }, project.slug, "decision-list");
      return Object.fromEntries(
        sheetOf(detail).blocks.map((block) => [block.title, block.kind === "table" ? block.rows.length : 0]),
      );
    };
    expect(await titles(0)).toMatchObject({ Deferred: 1, "Proposed to wait": 1 });
    expect(await titles(21)).toMatchObject({ Deferred: 0, "No longer in force": 1 });
  });

  it("is for members alone, and knows thirteen", async () => {
    const { ctx, project } = await auditedProject(db);
    const client = await makeMember(db, project, "client");
    expect(await getDeliverable(client.ctx, project.slug, "risk-register")).toMatchObject({ id: "risk-register" });
    const stranger = await makeActor(db);
    const notThere = { code: "not_found" };
    await expect(getDeliverable(stranger.ctx, project.slug, "risk-register")).rejects.toMatchObject(notThere);
    await expect(getDeliverable(ctx, project.slug, "toString")).rejects.toMatchObject(notThere);
  });

  it("takes as many statements for many hosts and risks as for few", async () => {
    const setting = await filled();
    const { project } = setting;
    const statements: string[] = [];
    const counting = drizzle(sql, { schema, logger: { logQuery: (query) => void statements.push(query) } });
    const ctx = { ...setting.ctx, db: counting };
    const measure = async () => {
      const counts: number[] = [];
      for (const id of DELIVERABLE_IDS) {
        await getDeliverable(ctx, project.slug, id);
        counts.push(statements.splice(0).length);
      }
      return counts;
    };
    const few = await measure();
    await makeTarget(db, project);
    await audit(setting, healthy(3));
    await audit(setting, withoutHsts(4));
    expect(await measure()).toEqual(few);
    expect(Math.max(...few)).toBeLessThanOrEqual(26);
  });
});
