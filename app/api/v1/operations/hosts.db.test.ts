import { beforeAll, describe, expect, it } from "vitest";
import { makeTarget } from "#db/testing/factories.ts";
import { testDb } from "#db/testing/test-db.ts";
import { healthyObservation } from "#lib/audits/testing/healthy-observation.ts";
import { installQueues } from "#lib/jobs/install-queues.ts";
import { audit, auditedProject, observedAt, withoutHsts } from "#lib/runs/testing/audited-project.ts";
import { findOperation } from "../dispatch.ts";

const { db, url } = await testDb();
beforeAll(() => installQueues(url));

async function setting() {
  const made = await auditedProject(db);
  await audit(made, observedAt(healthyObservation(), 0));
  await audit(made, withoutHsts(5));
  /** As the route does it: by method and path, with what the schemas make of body and answer. */
  const call = async (method: string, path: string, body: unknown = {}) => {
    const { operation, params } = findOperation(method, ["projects", made.project.slug, ...path.split("/")]);
    const given = {
      ctx: made.ctx,
      params: operation.params?.parse(params),
      query: undefined,
      body: operation.body?.parse(body),
      request: new Request("https://app.example.test/"),
    };
    const answer = await operation.handle(given);
    return operation.response ? (operation.response.parse(answer) as Record<string, unknown>) : null;
  };
  return { ...made, call };
}

describe("operations about hosts", () => {
  it("answer what was seen whole, by their own schemas", async () => {
    const { call, target } = await setting();
    expect(await call("GET", "domains")).toMatchObject({ hosts: [{ targetId: target.id, host: "example.com" }] });
    const host = await call("GET", `hosts/${target.id}`);
    expect(host).toMatchObject({ tls: { trust: "trusted" }, mail: { domain: "example.com" } });
    expect(host?.drift).toMatchObject({ items: [{ kind: "verdict", rule: "edge/hsts" }, { kind: "fact" }] });
    expect(await call("GET", "runs/2/drift")).toMatchObject({ run: 2, before: 1, hosts: [{ targetId: target.id }] });
    expect(await call("GET", "runs/1/drift")).toEqual({ run: 1, before: null, hosts: [] });
  });

  it("find, ignore and adopt", async () => {
    const { call } = await setting();
    const www = "found-hosts/www.example.com";
    const ignored = await call("POST", `${www}/ignore`, { reason: "It only leads on." });
    expect(ignored).toMatchObject({ items: [{ host: "www.example.com", ignored: { reason: "It only leads on." } }] });
    expect(await call("DELETE", `${www}/ignore`)).toBeNull();
    expect(await call("GET", "found-hosts")).toMatchObject({ items: [{ host: "www.example.com", ignored: null }] });
    expect(await call("POST", `${www}/adopt`, { profile: "alias" })).toMatchObject({ url: "https://www.example.com/" });
    expect(await call("GET", "found-hosts")).toEqual({ items: [] });
  });

  it("change what is said of one", async () => {
    const { call, project } = await setting();
    const { id } = await makeTarget(db, project);
    const { items } = (await call("PATCH", `targets/${id}`, { profile: "api", selectors: ["S1"] })) ?? {};
    expect(items).toContainEqual(expect.objectContaining({ id, profile: "api", selectors: ["s1"], expects: [] }));
  });

  it("keep a schedule and a table of old addresses", async () => {
    const { call } = await setting();
    expect(await call("GET", "schedule")).toEqual({ schedule: null });
    expect(await call("PATCH", "schedule", { every: "6h" })).toMatchObject({ schedule: { every: "6h" } });
    expect(await call("PATCH", "schedule", { every: null })).toEqual({ schedule: null });
    const csv = "old,new\nhttps://old.example.com/a,/a\n";
    expect(await call("POST", "old-urls", { csv })).toEqual({ imported: 1, repeated: 0, skipped: [], total: 1 });
    expect(await call("GET", "old-urls")).toMatchObject({ total: 1, rows: [{ verdict: "not_run" }] });
    expect(await call("DELETE", "old-urls")).toBeNull();
    expect(await call("GET", "old-urls")).toMatchObject({ total: 0, rows: [] });
  });
});
