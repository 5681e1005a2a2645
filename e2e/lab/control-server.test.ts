import { request as httpRequest } from "node:http";
import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { FAULTS } from "./faults.ts";
import { type Lab, startLab } from "./start-lab.ts";

let lab: Lab;
beforeAll(async () => {
  lab = await startLab();
});
afterEach(() => lab.faults.reset());
afterAll(() => lab.close());

const put = (name: string, body: unknown, headers: Record<string, string> = {}) =>
  fetch(`${lab.controlUrl}/faults/${name}`, { method: "PUT", body: JSON.stringify(body), headers });
const isOn = (name: string) => lab.faults.list().find((fault) => fault.name === name)?.on;

describe("the control API", () => {
  it("lists every fault with the rules that it trips", async () => {
    const faults = await (await fetch(`${lab.controlUrl}/faults`)).json();
    expect(faults).toHaveLength(FAULTS.length);
    expect(faults).toContainEqual({
      name: "hsts-missing",
      title: "No HSTS",
      how: expect.any(String),
      rules: ["edge/hsts"],
      on: false,
    });
  });

  it("switches one fault on and off, and all off", async () => {
    expect(await (await put("hsts-missing", { on: true })).json()).toMatchObject({ name: "hsts-missing", on: true });
    expect(isOn("hsts-missing")).toBe(true);
    await put("hsts-missing", { on: false });
    expect(isOn("hsts-missing")).toBe(false);
    await put("csp-missing", { on: true });
    await fetch(`${lab.controlUrl}/faults`, { method: "DELETE" });
    expect(lab.faults.list().filter((fault) => fault.on)).toEqual([]);
  });

  it("answers 404 for an unknown fault and 400 for what is no switch", async () => {
    expect((await put("no-such-fault", { on: true })).status).toBe(404);
    expect((await put("hsts-missing", { on: "yes" })).status).toBe(400);
  });

  it("counts the product's requests", async () => {
    lab.requests.clear();
    const headers = { host: `ops-copilot.test:${lab.port}` };
    await new Promise((done) => httpRequest({ port: lab.port, host: "127.0.0.1", headers }, done).end());
    expect(await (await fetch(`${lab.controlUrl}/requests`)).json()).toEqual({ "GET /": 1 });
    await fetch(`${lab.controlUrl}/requests`, { method: "DELETE" });
    expect(lab.requests.list()).toEqual({});
  });
});

describe("the control server refuses", () => {
  it.each([
    ["a write from another origin", { origin: "https://evil.example" }],
    ["a write from a sandboxed page", { origin: "null" }],
    ["a write that the browser calls cross-site", { "sec-fetch-site": "cross-site" }],
    ["a write from another port of this machine", { "sec-fetch-site": "same-site" }],
  ])("%s", async (_what, headers) => {
    // fetch would set these headers itself; a plain request sends what it is told.
    const status = await new Promise((resolve, reject) => {
      const options = {
        host: "127.0.0.1",
        port: lab.controlPort,
        method: "PUT",
        path: "/faults/hsts-missing",
        headers,
      };
      httpRequest(options, (response) => resolve(response.resume().statusCode))
        .on("error", reject)
        .end('{"on":true}');
    });
    expect(status).toBe(403);
    expect(isOn("hsts-missing")).toBe(false);
  });

  it("a name of somebody else that points at it", async () => {
    const status = await new Promise((resolve, reject) => {
      const options = { host: "127.0.0.1", port: lab.controlPort, path: "/faults", headers: { host: "evil.example" } };
      httpRequest(options, (response) => resolve(response.resume().statusCode))
        .on("error", reject)
        .end();
    });
    expect(status).toBe(403);
  });
});

describe("the control page", () => {
  it("has one labelled switch per fault and says how many are on", async () => {
    lab.faults.set("csp-missing", true);
    const page = await (await fetch(lab.controlUrl)).text();
    expect(page.match(/role="switch"/g)).toHaveLength(FAULTS.length);
    expect(page).toContain('id="csp-missing" role="switch" aria-checked="true" aria-labelledby="csp-missing-title"');
    expect(page).toContain("One fault is on.");
  });

  it("switches without a script, and leads back to the switch", async () => {
    const form = { method: "POST", body: new URLSearchParams({ on: "true" }), redirect: "manual" } as const;
    const answer = await fetch(`${lab.controlUrl}/faults/csp-missing`, form);
    expect(answer.status).toBe(303);
    expect(answer.headers.get("location")).toBe("/#csp-missing");
    expect(isOn("csp-missing")).toBe(true);
    await fetch(`${lab.controlUrl}/reset`, { method: "POST", redirect: "manual" });
    expect(isOn("csp-missing")).toBe(false);
  });
});
