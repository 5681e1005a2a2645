import { beforeAll, describe, expect, it } from "vitest";
import { makeTarget, NOW, systemCtx } from "#db/testing/factories.ts";
import { testDb } from "#db/testing/test-db.ts";
import { HEALTHY } from "#lib/audits/testing/healthy-values.ts";
import { installQueues } from "#lib/jobs/install-queues.ts";
import { importOldUrls } from "#lib/old-urls/import-old-urls.ts";
import { beginRun } from "./begin-run.ts";
import { startRun } from "./start-run.ts";
import { type AuditedProject, audit, auditedProject, healthy } from "./testing/audited-project.ts";

const { db, url } = await testDb();
beforeAll(() => installQueues(url));

async function begun({ ctx, project }: AuditedProject) {
  const run = await startRun({ ctx, input: { project: project.slug } });
  const begun = await beginRun({ ctx: systemCtx(db, ctx.now), input: { projectId: project.id, runId: run.id } });
  return Object.fromEntries(begun?.targets.map((target) => [target.url, target.notes]) ?? []);
}

describe("what a run is told of its targets", () => {
  it("is what the team says of each", async () => {
    const setting = await auditedProject(db);
    const said = { expects: ["192.0.2.1"], origins: ["origin.example.net"], selectors: ["s1"] };
    await makeTarget(db, setting.project, { url: "https://api.example.com/", profile: "api", ...said });
    expect(await begun(setting)).toEqual({
      "https://example.com/": expect.objectContaining({ profile: "page", expects: [], origins: [], selectors: [] }),
      "https://api.example.com/": expect.objectContaining({ profile: "api", aliases: [], oldUrls: [], ...said }),
    });
  });

  it("names aliases and old addresses to the first page of an environment only", async () => {
    const setting = await auditedProject(db);
    const { ctx, project } = setting;
    let added = 0;
    const add = (address: string, values: { profile: "alias" | "page"; environment?: "staging" }) => {
      added += 1;
      return makeTarget(db, project, { url: address, createdAt: new Date(NOW.getTime() + added), ...values });
    };
    await add("https://example.org/", { profile: "alias" });
    await add("https://example.org/also", { profile: "alias" });
    await add("https://docs.example.com/", { profile: "page" });
    await add("https://staging.example.com/", { profile: "page", environment: "staging" });
    await add("https://staging.example.org/", { profile: "alias", environment: "staging" });
    const csv = Array.from({ length: 201 }, (_, n) => `https://example.net/${n},/${n}`).join("\n");
    await importOldUrls({ ctx, input: { project: project.slug, csv } });
    const notes = await begun(setting);
    expect(Object.entries(notes).map(([address, { aliases, oldUrls }]) => [address, aliases, oldUrls.length])).toEqual([
      ["https://example.com/", ["example.org"], 200],
      ["https://example.org/", [], 0],
      ["https://example.org/also", [], 0],
      ["https://docs.example.com/", [], 0],
      ["https://staging.example.com/", ["staging.example.org"], 0],
      ["https://staging.example.org/", [], 0],
    ]);
    expect(notes["https://example.com/"]?.oldUrls[0]).toEqual({
      from: "https://example.net/0",
      to: "https://example.com/0",
    });
  });

  it("holds the certificate of the newest run that saw one", async () => {
    const setting = await auditedProject(db);
    const first = await begun(setting);
    expect(first["https://example.com/"]?.lastCertificate).toBeNull();

    const other = await auditedProject(db);
    const seen = healthy(7);
    await audit(other, healthy(0));
    await audit(other, seen);
    const unseen = { state: "not_attempted", reason: "Not asked for." } as const;
    await audit(other, { ...healthy(9), parts: { ...healthy(9).parts, tls: unseen } });
    const [leaf] = HEALTHY.tls.chain;
    expect((await begun(other))["https://example.com/"]?.lastCertificate).toEqual({
      fingerprint256: leaf?.fingerprint256,
      validTo: leaf?.validTo,
      seenAt: seen.parts.tls.state === "observed" ? seen.parts.tls.at : "",
    });
  });
});
