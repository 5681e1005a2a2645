import { RULES } from "../lib/audits/registry.ts";
import { BASE_URL, expect, test } from "./fixtures.ts";
import { demo } from "./people.ts";
import { newProject } from "./work.ts";

const labUrl = () => `https://ops-copilot.test:${demo().ports.port}/`;

test("the catalogue is public and whole", async ({ apiOf }) => {
  const roadmap = await (await (await apiOf(null)).get("/api/v1/roadmap")).json();
  const count = (key: "checks" | "deliverables" | "signals") =>
    roadmap.stages.reduce((sum: number, stage: Record<string, unknown[]>) => sum + (stage[key]?.length ?? 0), 0);
  expect({
    stages: roadmap.stages.length,
    checks: count("checks"),
    deliverables: count("deliverables"),
    signals: count("signals"),
    gate: roadmap.gate.length,
  }).toEqual({ stages: 7, checks: 35, deliverables: 13, signals: 19, gate: 9 });
});

test("the OpenAPI document stands on its own feet", async ({ apiOf }) => {
  const document = await (await (await apiOf(null)).get("/api/v1/openapi.json")).json();
  expect(document.openapi).toMatch(/^3\.1\./);
  const follow = (ref: string): unknown =>
    ref
      .slice(2)
      .split("/")
      .reduce((node, key) => node?.[key.replaceAll("~1", "/").replaceAll("~0", "~")], document);
  const refs = [...JSON.stringify(document).matchAll(/"\$ref":"([^"]+)"/g)].map((match) => match[1] ?? "");
  expect(refs.length).toBeGreaterThan(0);
  expect(refs.filter((ref) => !ref.startsWith("#/") || follow(ref) === undefined)).toEqual([]);
  const operations = Object.entries<Record<string, { operationId: string; responses: object; parameters: object[] }>>(
    document.paths,
  ).flatMap(([path, methods]) => Object.values(methods).map((operation) => ({ path, ...operation })));
  expect(new Set(operations.map(({ operationId }) => operationId)).size).toBe(operations.length);
  for (const { path, operationId, responses, parameters } of operations) {
    expect(Object.keys(responses).length, operationId).toBeGreaterThan(0);
    const declared = (parameters as { name: string; in: string }[]).filter((one) => one.in === "path");
    const named = [...path.matchAll(/\{(\w+)\}/g)].map((match) => match[1]);
    expect(declared.map(({ name }) => name).toSorted(), operationId).toEqual(named.toSorted());
  }
});

test("a run is accepted at once, names its rules, and can be followed to its end", async ({ apiOf }) => {
  const founder = await apiOf("founder");
  const project = await newProject(founder, "Followed", labUrl());
  const started = await founder.post(`/api/v1/projects/${project}/runs`, { data: {} });
  expect(started.status()).toBe(202);
  const run = await started.json();
  expect(run.rules).toHaveLength(RULES.length);
  const stream = await founder.get(`/api/v1/projects/${project}/runs/${run.number}/events`);
  expect(stream.headers()["content-type"]).toBe("text/event-stream");
  const states = [...(await stream.text()).matchAll(/^data: (.*)$/gm)].map(
    (match) => JSON.parse(match[1] ?? "{}").state,
  );
  expect(states.at(-1)).toBe("finished");
  const replay = await founder.get(`/api/v1/projects/${project}/runs/${run.number}/replay`);
  expect(await replay.json()).toMatchObject({ identical: true });
});

test("errors are problem details", async ({ apiOf }) => {
  const founder = await apiOf("founder");
  const refused = await founder.post("/api/v1/projects", { data: { name: "", url: "nonsense://" } });
  expect(refused.headers()["content-type"]).toBe("application/problem+json");
  expect(await refused.json()).toMatchObject({
    type: "about:blank",
    title: expect.any(String),
    status: refused.status(),
    detail: expect.any(String),
    code: "invalid",
    errors: { name: [expect.any(String)], url: [expect.any(String)] },
  });
  const nowhere = await founder.get("/api/v1/nowhere");
  expect([nowhere.status(), nowhere.headers()["content-type"]]).toEqual([404, "application/problem+json"]);
  for (const method of ["PUT", "DELETE"]) {
    const wrong = await founder.fetch("/api/v1/roadmap", { method });
    expect(wrong.headers(), method).toMatchObject({ allow: "GET", "content-type": "application/problem+json" });
    expect(wrong.status(), method).toBe(405);
  }
});

test("what is not there and what is not yours get the same answer", async ({ apiOf, newcomer }) => {
  const founder = await apiOf("founder");
  const project = await newProject(founder, "Not yours", labUrl());
  const stranger = await apiOf(
    await newcomer({ project: await newProject(founder, "Theirs", labUrl()), role: "founder" }),
  );
  const [notYours, notThere] = [
    await stranger.get(`/api/v1/projects/${project}`),
    await stranger.get("/api/v1/projects/not-there-at-all"),
  ];
  expect(notYours.status()).toBe(404);
  expect(await notYours.text()).toBe(await notThere.text());
});

test.describe("a change on the strength of a cookie", () => {
  const body = { name: "Forged", url: "https://forged.ops-copilot.test/" };

  for (const [name, headers] of [
    ["from a foreign page", { Origin: "https://evil.example" }],
    ["from another port", { Origin: "http://localhost:4301" }],
    ["from a page without an origin", { Origin: "null" }],
    ["from a page without an origin that claims to be ours", { Origin: "null", "Sec-Fetch-Site": "same-origin" }],
    ["from who knows where", {}],
    ["from another site", { "Sec-Fetch-Site": "cross-site" }],
  ] as [string, Record<string, string>][]) {
    test(`is refused ${name}`, async ({ playwright, sessionOf }) => {
      const api = await playwright.request.newContext({
        baseURL: BASE_URL,
        storageState: await sessionOf("founder"),
        extraHTTPHeaders: headers,
      });
      expect((await api.get("/api/v1/me")).status()).toBe(200);
      expect((await api.post("/api/v1/projects", { data: body })).status()).toBe(403);
      await api.dispose();
    });
  }

  test("is refused when it is not JSON, as forms of other sites cannot be", async ({ apiOf }) => {
    const founder = await apiOf("founder");
    const headers = { "Content-Type": "text/plain" };
    const answer = await founder.post("/api/v1/projects", { data: JSON.stringify(body), headers });
    expect(answer.status()).toBe(415);
  });
});
