import { eq, sql } from "drizzle-orm";
import { describe, expect, it } from "vitest";
import { getOwners } from "#db/queries/get-owners.ts";
import { handoverLinks } from "#db/schema/index.ts";
import { makeProject, NOW, systemCtx } from "#db/testing/factories.ts";
import { lastActivity } from "#db/testing/last-activity.ts";
import { testDb } from "#db/testing/test-db.ts";
import { addLink } from "#lib/handover-links/add-link.ts";
import { startDueChecks } from "#lib/handover-links/start-due-checks.ts";
import { localConfig } from "#lib/probes/testing/local-config.ts";
import { serveHttp, type TestServer } from "#lib/probes/testing/servers.ts";
import { setProvider } from "#lib/providers/set-provider.ts";
import { installQueues } from "../install-queues.ts";
import { checkLinks } from "./check-links.ts";
import { giveUp } from "./give-up.ts";

const { db, url: databaseUrl } = await testDb();
await installQueues(databaseUrl);

const DAY_MS = 86_400_000;
const at = (days: number) => new Date(NOW.getTime() + days * DAY_MS);
const tools = (now = NOW) => ({ db, egress: localConfig(), now: () => now, signal: new AbortController().signal });

const pages = () =>
  serveHttp((request, response) => {
    const status = request.url === "/gone" ? 404 : request.url === "/console" ? 403 : 200;
    response.writeHead(status).end();
  });

async function projectWith(server: TestServer, ...paths: string[]) {
  const { project, ctx } = await makeProject(db, { role: "engineer" });
  const url = (path: string) => `http://127.0.0.1:${server.port}${path}`;
  for (const path of paths) {
    await addLink({ ctx, input: { project: project.slug, kind: "logs", title: path, url: url(path) } });
  }
  return { project, ctx, url };
}

describe("the check of a project's links", () => {
  it("dates what each link and console showed, and tells the history", async () => {
    await using server = await pages();
    const { project, ctx } = await projectWith(server, "/", "/gone");
    await addLink({
      ctx,
      input: { project: project.slug, kind: "domain", title: "Wiki", url: "http://wiki.internal/" },
    });
    await checkLinks({ projectId: project.id, onlyDue: false }, tools());
    const { links } = await getOwners(ctx, project.slug);
    const date = { at: NOW.toISOString() };
    expect(links.map(({ check }) => check)).toEqual([
      { ...date, state: "reachable", status: 200, reason: "It answers (200)." },
      { ...date, state: "broken", status: 404, reason: "There is no such page (404)." },
      {
        ...date,
        state: "not_checked",
        status: null,
        reason: "This is an internal address, which this product does not visit.",
      },
    ]);
    expect(await lastActivity(db, project.id)).toMatchObject({
      action: "links.checked",
      actor: { type: "system", job: "check-links" },
      details: { links: 3, broken: 1, unseen: 1 },
    });
  });

  it("asks for an address once, wherever it stands, and follows consoles too", async () => {
    await using server = await pages();
    const { project, ctx, url } = await projectWith(server, "/console");
    await setProvider({ ctx, input: { project: project.slug, kind: "dns", provider: "X" } });
    await db.execute(sql`update providers set console_url = ${url("/console")} where project_id = ${project.id}`);
    await checkLinks({ projectId: project.id, onlyDue: false }, tools());
    const { rows, links } = await getOwners(ctx, project.slug);
    const console = rows.find(({ kind }) => kind === "dns")?.declared?.consoleCheck;
    expect(console).toMatchObject({ state: "reachable", reason: "It asks to sign in (403)." });
    expect(links[0]?.check).toEqual(console);
    expect(server.requests).toHaveLength(1);
  });

  it("is due for new links at once and for all of them after a week, one check at a time", async () => {
    await using server = await pages();
    const { project } = await projectWith(server, "/");
    const waiting = async () =>
      (
        await db.execute<{ only: boolean }>(sql`
          select (data->>'onlyDue')::boolean as only from pgboss.job
          where name = 'check-links' and data->>'projectId' = ${project.id} and state = 'created'`)
      ).map(({ only }) => only);
    const done = () => db.execute(sql`delete from pgboss.job where name = 'check-links'`);

    await startDueChecks(systemCtx(db));
    await startDueChecks(systemCtx(db));
    expect(await waiting()).toEqual([true]);
    await checkLinks({ projectId: project.id, onlyDue: true }, tools());
    await done();
    await startDueChecks(systemCtx(db, at(6)));
    expect(await waiting()).toEqual([]);
    await checkLinks({ projectId: project.id, onlyDue: true }, tools(at(6)));
    expect(server.requests).toHaveLength(1);
    await startDueChecks(systemCtx(db, at(7)));
    expect(await waiting()).toEqual([true]);
    await done();
  });

  it("leaves archived projects alone", async () => {
    await using server = await pages();
    const { project } = await projectWith(server, "/");
    await db.execute(sql`update projects set archived_at = now() where id = ${project.id}`);
    await checkLinks({ projectId: project.id, onlyDue: false }, tools());
    expect(server.requests).toEqual([]);
  });

  it("that is given up leaves a dated word on what it did not reach, and no older result is lost", async () => {
    await using server = await pages();
    const { project } = await projectWith(server, "/", "/gone");
    const check = { state: "reachable" as const, status: 200, reason: "It answers (200).", at: NOW.toISOString() };
    await db.update(handoverLinks).set({ check }).where(eq(handoverLinks.title, "/"));
    await giveUp["check-links"]({ projectId: project.id, onlyDue: false }, tools());
    const rows = await db.select().from(handoverLinks).where(eq(handoverLinks.projectId, project.id));
    expect(rows.map((row) => row.check?.state).toSorted()).toEqual(["not_checked", "reachable"]);
  });
});
