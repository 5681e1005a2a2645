import { beforeAll, describe, expect, it } from "vitest";
import { type Changes, healthyObservation } from "#lib/audits/testing/healthy-observation.ts";
import { installQueues } from "#lib/jobs/install-queues.ts";
import { setProvider } from "#lib/providers/set-provider.ts";
import { uuidv7 } from "#lib/uuid.ts";
import { observations, results, runs } from "../schema/index.ts";
import { makeActor, makeMember, makeProject, makeTarget, NOW } from "../testing/factories.ts";
import { testDb } from "../testing/test-db.ts";
import { getBoard } from "./get-board.ts";
import { getOwners } from "./get-owners.ts";

const { db, url } = await testDb();
beforeAll(() => installQueues(url));

const RULES = [
  { rule: "dns/nameservers", checkId: "dns-status" },
  { rule: "mail/mx", checkId: "email-authentication" },
  { rule: "edge/proven", checkId: "ddos-bot-protection" },
] as const;

const asked = (type: string, ...records: string[]) => ({
  name: "example.com",
  type,
  answers: [{ resolver: "r", status: "ok" as const, records, ms: 1 }],
});

type Seen = { number: number; rules: readonly (typeof RULES)[number][]; changes: Changes; version?: number };

/** An audit that has ended, with the results of some rules. */
async function audited(projectId: string, targetId: string, { number, rules, changes, version }: Seen): Promise<void> {
  const runId = uuidv7();
  const at = new Date(NOW.getTime() + number * 60_000);
  await db.insert(runs).values({
    id: runId,
    projectId,
    number,
    state: "finished",
    reason: "manual",
    rules: rules.map(({ rule }) => rule),
    targetIds: [targetId],
    algorithm: 1,
    startedBy: {},
    createdAt: at,
    finishedAt: at,
  });
  const observation = { ...healthyObservation(changes), ...(version && { version: version as 2 }) };
  await db.insert(observations).values({ projectId, runId, targetId, observation });
  await db.insert(results).values(
    rules.map((one) => ({
      ...one,
      projectId,
      runId,
      targetId,
      verdict: "pass" as const,
      severity: "info" as const,
      code: "ok",
      summary: "In order.",
      evidence: [],
      reproduce: "",
      observedAt: at,
    })),
  );
}

const seenOf = async (ctx: Parameters<typeof getOwners>[0], slug: string) =>
  (await getOwners(ctx, slug)).rows.flatMap(({ observed }) => observed.map(({ provider }) => provider));

describe("what the owners' page knows from audits", () => {
  it("takes each part from the newest run that looked at it, at the main address alone", async () => {
    const { project, ctx } = await makeProject(db);
    const main = await makeTarget(db, project);
    const later = await makeTarget(db, project);
    await audited(project.id, main.id, {
      number: 1,
      rules: RULES,
      changes: {
        dns: { ns: asked("NS", "ns1.gandi.net") },
        mail: { mx: asked("MX", "10 mx.zoho.eu") },
        edge: { cnames: ["shop.onrender.com"], addresses: [], front: { headers: [] }, trace: null, nameservers: [] },
      },
    });
    await audited(project.id, main.id, {
      number: 2,
      rules: RULES.slice(0, 1),
      changes: {
        dns: { ns: asked("NS", "ada.ns.cloudflare.com") },
        mail: { mx: asked("MX", "10 aspmx.l.google.com") },
      },
    });
    await audited(project.id, later.id, {
      number: 3,
      rules: RULES,
      changes: { dns: { ns: asked("NS", "ns1.hetzner.com") } },
    });
    expect(await seenOf(ctx, project.slug)).toEqual(["Cloudflare", "Render", "Zoho"]);
  });

  it("does not read what another version wrote", async () => {
    const { project, ctx } = await makeProject(db);
    const target = await makeTarget(db, project);
    const changes = { dns: { ns: asked("NS", "ada.ns.cloudflare.com") } };
    await audited(project.id, target.id, { number: 1, rules: RULES, changes, version: 1 });
    expect(await seenOf(ctx, project.slug)).toEqual([]);
  });

  it("compares it with what is declared, there and on the board", async () => {
    const { project, ctx } = await makeProject(db);
    const target = await makeTarget(db, project);
    await audited(project.id, target.id, {
      number: 1,
      rules: RULES,
      changes: { dns: { ns: asked("NS", "ada.ns.cloudflare.com") } },
    });
    const declare = (provider: string) => setProvider({ ctx, input: { project: project.slug, kind: "dns", provider } });
    const comparison = async () =>
      (await getOwners(ctx, project.slug)).rows.find(({ kind }) => kind === "dns")?.comparison;
    await declare("Cloudflare");
    expect(await comparison()).toBe("same");
    await declare("Gandi");
    expect(await comparison()).toBe("differs");
    const checks = (await getBoard(ctx, project.slug)).stages.flatMap((stage) => stage.checks);
    expect(checks.find(({ id }) => id === "backup-access")).toMatchObject({ status: "unknown", source: "attested" });
  });
});

it("is for everybody of the project, and nobody else", async () => {
  const { project } = await makeProject(db);
  const client = await makeMember(db, project, "client");
  const stranger = await makeActor(db);
  expect((await getOwners(client.ctx, project.slug)).rows).toHaveLength(7);
  await expect(getOwners(stranger.ctx, project.slug)).rejects.toMatchObject({ code: "not_found" });
});
