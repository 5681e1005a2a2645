import type { IncomingHttpHeaders, OutgoingHttpHeaders } from "node:http";
import { request as httpsRequest } from "node:https";
import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { type Lab, startLab } from "../start-lab.ts";
import { ACCOUNTS, type Role } from "./accounts.ts";
import { SCRIPT_ASSET, STYLE_ASSET } from "./assets.ts";
import { slackSignature } from "./slack.ts";

let lab: Lab;
beforeAll(async () => {
  lab = await startLab();
});
afterEach(() => {
  lab.faults.reset();
  lab.requests.clear();
});
afterAll(() => lab.close());

type Answer = { status: number; headers: IncomingHttpHeaders; body: string };
function ask(method: string, path: string, headers: OutgoingHttpHeaders = {}, body = ""): Promise<Answer> {
  const { hostname } = new URL(lab.origin);
  const options = {
    host: "127.0.0.1",
    port: lab.port,
    servername: hostname,
    ca: lab.caPem,
    agent: false,
    method,
    path,
  };
  return new Promise((resolve, reject) => {
    httpsRequest({ ...options, headers: { host: `${hostname}:${lab.port}`, ...headers } }, async (response) => {
      const chunks = await response.toArray();
      resolve({ status: response.statusCode ?? 0, headers: response.headers, body: Buffer.concat(chunks).toString() });
    })
      .on("error", reject)
      .end(body);
  });
}

const FORM = { "content-type": "application/x-www-form-urlencoded" };
const JSON_TYPE = { "content-type": "application/json" };

async function signIn(role: Role): Promise<{ cookie: string }> {
  const account = ACCOUNTS.find((candidate) => candidate.role === role);
  const form = new URLSearchParams({ email: account?.email ?? "", password: account?.password ?? "" });
  const answer = await ask("POST", "/login", FORM, form.toString());
  expect(answer).toMatchObject({ status: 303, headers: { location: "/chat" } });
  return { cookie: answer.headers["set-cookie"]?.[0]?.split(";")[0] ?? "" };
}

const chat = (headers: OutgoingHttpHeaders, message: string) =>
  ask("POST", "/api/chat", { ...JSON_TYPE, ...headers }, JSON.stringify({ message }));

describe("signing in", () => {
  it("gives a session cookie that only this host's pages over https can use", async () => {
    const form = new URLSearchParams({ email: "staff@ops-copilot.test", password: "staff-demo-password" });
    const { headers } = await ask("POST", "/login", FORM, form.toString());
    expect(headers["set-cookie"]).toEqual([
      expect.stringMatching(/^__Host-session=\S{32}; Path=\/; Secure; HttpOnly; SameSite=Lax$/),
    ]);
  });

  it("answers the same for a wrong password and an unknown person", async () => {
    const forms = ["staff@ops-copilot.test", "nobody@ops-copilot.test"].map((email) =>
      ask("POST", "/login", FORM, new URLSearchParams({ email, password: "wrong" }).toString()),
    );
    const [wrong, unknown] = await Promise.all(forms);
    expect(wrong?.status).toBe(401);
    expect(unknown?.status).toBe(401);
    expect(wrong?.headers["set-cookie"]).toBeUndefined();
  });

  it("ends with signing out: the old cookie opens nothing", async () => {
    const session = await signIn("staff");
    expect((await ask("GET", "/chat", session)).status).toBe(200);
    await ask("POST", "/logout", session);
    expect(await ask("GET", "/chat", session)).toMatchObject({ status: 303, headers: { location: "/login" } });
  });

  it("is refused when another site posts the form", async () => {
    const form = new URLSearchParams({ email: "staff@ops-copilot.test", password: "staff-demo-password" }).toString();
    expect((await ask("POST", "/login", { ...FORM, origin: "https://evil.example" }, form)).status).toBe(403);
    expect((await ask("POST", "/login", { ...FORM, "sec-fetch-site": "cross-site" }, form)).status).toBe(403);
  });
});

describe("roles", () => {
  const EXPECTED: [string, string, Record<Role | "nobody", number>][] = [
    ["GET", "/api/tickets", { nobody: 401, viewer: 200, staff: 200, admin: 200 }],
    ["GET", "/api/payroll", { nobody: 401, viewer: 403, staff: 403, admin: 200 }],
    ["POST", "/api/chat", { nobody: 401, viewer: 403, staff: 200, admin: 200 }],
  ];
  it.each(EXPECTED)("%s %s answers each role as it should", async (method, path, expected) => {
    const body = method === "POST" ? JSON.stringify({ message: "hello" }) : "";
    const statuses: Record<string, number> = { nobody: (await ask(method, path, JSON_TYPE, body)).status };
    for (const role of ["viewer", "staff", "admin"] as const) {
      statuses[role] = (await ask(method, path, { ...JSON_TYPE, ...(await signIn(role)) }, body)).status;
    }
    expect(statuses).toEqual(expected);
  });

  it("hold inside the chat's tools too", async () => {
    const [staff, admin] = [await signIn("staff"), await signIn("admin")];
    const refused = JSON.parse((await chat(staff, "Show me the payroll")).body);
    expect(refused).toMatchObject({ tools: [{ name: "payroll", allowed: false }] });
    expect(refused.reply).not.toContain("EUR");
    expect(JSON.parse((await chat(admin, "Show me the payroll")).body).reply).toContain("EUR");
    expect(JSON.parse((await chat(staff, "what about ticket #1041?")).body).reply).toContain("VPN");
  });
});

describe("the chat endpoint refuses", () => {
  it.each([
    ["what is not JSON by type", { "content-type": "text/plain" }, '{"message":"hi"}', 415],
    ["broken JSON", JSON_TYPE, "{", 400],
    ["an empty message", JSON_TYPE, '{"message":""}', 400],
    ["more than 64 KiB", JSON_TYPE, JSON.stringify({ message: "x".repeat(70_000) }), 413],
  ])("%s", async (_what, headers, body, status) => {
    expect((await ask("POST", "/api/chat", { ...headers, ...(await signIn("staff")) }, body)).status).toBe(status);
  });
});

describe("public addresses", () => {
  it.each([
    ["/login", "text/html; charset=utf-8", "Sign in"],
    ["/api/health", "application/json", '"ok"'],
    ["/robots.txt", "text/plain; charset=utf-8", "User-agent"],
    ["/.well-known/security.txt", "text/plain; charset=utf-8", "Contact: mailto:"],
    [SCRIPT_ASSET.path, "text/javascript; charset=utf-8", "addEventListener"],
    [STYLE_ASSET.path, "text/css; charset=utf-8", "color-scheme"],
    ["/favicon.ico", "image/svg+xml", "<svg"],
  ])("%s answers with %s", async (path, contentType, part) => {
    const answer = await ask("GET", path);
    expect(answer).toMatchObject({ status: 200, headers: { "content-type": contentType } });
    expect(answer.body).toContain(part);
  });

  it("let hashed assets be kept for a year and pages not at all", async () => {
    expect((await ask("GET", SCRIPT_ASSET.path)).headers["cache-control"]).toBe("public, max-age=31536000, immutable");
    expect((await ask("GET", "/")).headers["cache-control"]).toBe("no-store");
  });

  it("answer 404 and 405 for what is not there, HEAD like GET without a body", async () => {
    expect((await ask("GET", "/nothing")).status).toBe(404);
    expect((await ask("DELETE", "/login")).status).toBe(405);
    expect(await ask("HEAD", "/")).toMatchObject({ status: 200, body: "" });
  });

  it("are counted by method and path", async () => {
    await Promise.all([ask("GET", "/?a=1"), ask("GET", "/?b=2"), ask("POST", "/logout")]);
    expect(lab.requests.list()).toEqual({ "GET /": 2, "POST /logout": 1 });
  });
});

describe("the Slack webhook", () => {
  const body = JSON.stringify({ type: "url_verification", challenge: "abc" });
  const now = String(Math.floor(Date.now() / 1000));
  const signed = (timestamp: string) => ({
    "x-slack-request-timestamp": timestamp,
    "x-slack-signature": slackSignature(timestamp, body),
  });

  it("answers the challenge of a signed event", async () => {
    expect(await ask("POST", "/webhooks/slack", signed(now), body)).toMatchObject({
      status: 200,
      body: '{"challenge":"abc"}',
    });
  });

  it("refuses an event that is unsigned, changed or old", async () => {
    const answers = await Promise.all([
      ask("POST", "/webhooks/slack", {}, body),
      ask("POST", "/webhooks/slack", signed(now), `${body} `),
      ask("POST", "/webhooks/slack", signed("1700000000"), body),
    ]);
    expect(answers.map(({ status }) => status)).toEqual([401, 401, 401]);
  });
});

describe("CORS", () => {
  it("admits the product's own origin and no other", async () => {
    expect((await ask("GET", "/", { origin: lab.origin })).headers["access-control-allow-origin"]).toBe(lab.origin);
    const foreign = await ask("GET", "/", { origin: "https://evil.example" });
    expect(foreign.headers["access-control-allow-origin"]).toBeUndefined();
  });
});
