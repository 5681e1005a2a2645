import { request as httpRequest } from "node:http";
import { request as httpsRequest } from "node:https";
import { type ConnectionOptions, connect, type TLSSocket } from "node:tls";
import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import type { FaultName } from "./faults.ts";
import { type Lab, startLab } from "./start-lab.ts";

let lab: Lab;
beforeAll(async () => {
  lab = await startLab();
});
afterEach(() => lab.faults.reset());
afterAll(() => lab.close());

function shake(options: ConnectionOptions = {}): Promise<TLSSocket> {
  return new Promise((resolve, reject) => {
    const socket = connect(
      { host: "127.0.0.1", port: lab.port, servername: "ops-copilot.test", ca: lab.caPem, ...options },
      () => {
        socket.destroy();
        resolve(socket);
      },
    );
    socket.once("error", reject);
  });
}

const errorOf = (promise: Promise<unknown>) =>
  promise.then(
    () => null,
    (error) => error.code,
  );

type Answer = { status: number; headers: NodeJS.Dict<string | string[]>; body: string };
function get(scheme: "http" | "https", host = "ops-copilot.test", path = "/"): Promise<Answer> {
  const send = scheme === "http" ? httpRequest : httpsRequest;
  const options = { host: "127.0.0.1", port: lab.port, path, agent: false, headers: { host: `${host}:${lab.port}` } };
  return new Promise((resolve, reject) => {
    send({ ...options, servername: host, ca: lab.caPem }, async (response) => {
      const chunks = await response.toArray();
      resolve({ status: response.statusCode ?? 0, headers: response.headers, body: Buffer.concat(chunks).toString() });
    })
      .on("error", reject)
      .end();
  });
}

describe("one port for http and https", () => {
  it("serves the product over https and sends plain http on to it", async () => {
    expect(await get("https")).toMatchObject({ status: 200, body: expect.stringContaining("<h1>Ops Copilot</h1>") });
    expect(await get("http", "ops-copilot.test", "/chat?x=1")).toMatchObject({
      status: 301,
      headers: { location: `${lab.origin}/chat?x=1` },
    });
  });

  it("sends www on to the canonical origin, path and query kept", async () => {
    expect(await get("https", "www.ops-copilot.test", "/chat?x=1")).toMatchObject({
      status: 308,
      headers: { location: `${lab.origin}/chat?x=1` },
    });
  });

  it("serves no other host", async () => {
    const answer = await get("http", "elsewhere.test");
    expect(answer.status).toBe(421);
  });

  it("closes while clients are still connected", async () => {
    const other = await startLab();
    const socket = connect({ host: "127.0.0.1", port: other.port, servername: "ops-copilot.test", ca: other.caPem });
    const closed = new Promise((done) => socket.on("close", done).on("error", () => {}));
    await new Promise((done) => socket.once("secureConnect", done));
    await other.close();
    await closed;
    expect(socket.destroyed).toBe(true);
  });
});

describe("TLS", () => {
  it("verifies against the lab's root and nothing else", async () => {
    expect((await shake()).authorized).toBe(true);
    expect(await errorOf(shake({ ca: [] }))).toBe("UNABLE_TO_GET_ISSUER_CERT_LOCALLY");
  });

  it("speaks TLS 1.2 and 1.3, and nothing older", async () => {
    expect(await errorOf(shake({ maxVersion: "TLSv1.2" }))).toBeNull();
    expect(await errorOf(shake({ minVersion: "TLSv1.3" }))).toBeNull();
    const old: ConnectionOptions = { minVersion: "TLSv1", maxVersion: "TLSv1.1", ciphers: "DEFAULT:@SECLEVEL=0" };
    expect(await errorOf(shake(old))).not.toBeNull();
    lab.faults.set("tls-legacy-protocol", true);
    expect(await errorOf(shake(old))).toBeNull();
    expect(await errorOf(shake({ ...old, maxVersion: "TLSv1" }))).toBeNull();
    expect(await errorOf(shake())).toBeNull();
  });

  it.each<[FaultName, string]>([
    ["tls-expired", "CERT_HAS_EXPIRED"],
    ["tls-not-yet-valid", "CERT_NOT_YET_VALID"],
    ["tls-wrong-name", "ERR_TLS_CERT_ALTNAME_INVALID"],
    ["tls-self-signed", "DEPTH_ZERO_SELF_SIGNED_CERT"],
    ["tls-unknown-root", "SELF_SIGNED_CERT_IN_CHAIN"],
    ["tls-missing-intermediate", "UNABLE_TO_VERIFY_LEAF_SIGNATURE"],
  ])("under %s a client refuses with %s, and accepts again when it is off", async (name, code) => {
    lab.faults.set(name, true);
    expect(await errorOf(shake())).toBe(code);
    lab.faults.set(name, false);
    expect(await errorOf(shake())).toBeNull();
  });

  it.each<FaultName>(["tls-weak-key", "tls-weak-signature", "tls-near-expiry"])(
    "under %s the handshake still completes for a client that does not judge",
    async (name) => {
      lab.faults.set(name, true);
      expect(await errorOf(shake({ rejectUnauthorized: false }))).toBeNull();
    },
  );
});

describe("headers", () => {
  it("are the safe ones, with no banner but the edge's and no CORS for strangers", async () => {
    const { headers } = await get("https");
    expect(headers).toMatchObject({
      "strict-transport-security": "max-age=31536000; includeSubDomains",
      "x-content-type-options": "nosniff",
      "x-frame-options": "DENY",
      "referrer-policy": "strict-origin-when-cross-origin",
      "content-security-policy": expect.stringMatching(/script-src 'nonce-[^']{22,}'/),
      "set-cookie": [
        expect.stringMatching(/^__Host-session=\S+; Path=\/; Secure; HttpOnly; SameSite=Lax$/),
        expect.stringMatching(/^__cf_bm=/),
      ],
    });
    expect(headers.server).toBe("cloudflare");
    expect(headers["x-powered-by"]).toBeUndefined();
    expect(headers["access-control-allow-origin"]).toBeUndefined();
  });

  it("carry a fresh nonce for each page, and the page uses it", async () => {
    const pages = await Promise.all([get("https"), get("https")]);
    const nonces = pages.map(({ headers, body }) => {
      const nonce = /'nonce-([^']+)'/.exec(String(headers["content-security-policy"]))?.[1] ?? "missing";
      expect(body).toContain(`nonce="${nonce}"`);
      return nonce;
    });
    expect(new Set(nonces).size).toBe(2);
  });

  it("change with a fault and come back without it", async () => {
    lab.faults.set("hsts-missing", true);
    expect((await get("https")).headers["strict-transport-security"]).toBeUndefined();
    lab.faults.set("hsts-missing", false);
    expect((await get("https")).headers["strict-transport-security"]).toBeDefined();
  });
});
