import { connect } from "node:net";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { type BrowserProxy, startBrowserProxy } from "./browser-proxy.ts";
import { parseAllow } from "./config.ts";
import { createEgress, type Egress } from "./egress/create-egress.ts";
import { localConfig } from "./testing/local-config.ts";
import { serveHttp, serveRaw, type TestServer } from "./testing/servers.ts";

const LIMITS = { bytes: 100_000, connections: 20 };
let target: TestServer;
let canary: TestServer;
let egress: Egress;
let proxy: BrowserProxy;
let sent: Record<string, unknown> = {};

beforeAll(async () => {
  target = await serveHttp((request, response) => {
    sent = request.headers;
    response.end(request.url === "/big" ? "x".repeat(300_000) : "target");
  });
  canary = await serveHttp((_request, response) => response.end("canary"));
  const config = localConfig({ allow: [parseAllow(`127.0.0.1:${target.port}`)] });
  egress = createEgress(config, new AbortController().signal);
});
beforeEach(async () => {
  proxy = await startBrowserProxy(egress, LIMITS, egress.signal);
  return () => proxy[Symbol.asyncDispose]();
});
afterAll(async () => {
  await egress.close();
  await target[Symbol.asyncDispose]();
  await canary[Symbol.asyncDispose]();
});

const ours = () => {
  const pair = Buffer.from(`${proxy.username}:${proxy.password}`).toString("base64");
  return `Proxy-Authorization: Basic ${pair}\r\n`;
};

/** Sends the lines, and after the first answer `then`; what came back until the proxy closed. */
async function say(lines: string, then = "", port = proxy.port): Promise<string> {
  const socket = connect(port, "127.0.0.1");
  let text = "";
  socket.on("data", (chunk) => {
    if (text === "" && then !== "") socket.write(then);
    text += chunk;
  });
  socket.on("error", () => undefined);
  socket.write(lines);
  socket.setTimeout(2_000, () => socket.destroy());
  await new Promise((resolve) => socket.once("close", resolve));
  return text;
}
const get = (url: string, method = "GET") => `${method} ${url} HTTP/1.1\r\nHost: x\r\nConnection: close\r\n`;

describe("the browser's proxy", () => {
  it("serves nobody without its credentials", async () => {
    const before = target.connections;
    const url = `http://127.0.0.1:${target.port}/`;
    expect(await say(`${get(url)}\r\n`)).toMatch(/^HTTP\/1.1 407/);
    expect(await say(`${get(url)}Proxy-Authorization: Basic AAAA\r\n\r\n`)).toMatch(/^HTTP\/1.1 407/);
    expect(await say(`CONNECT 127.0.0.1:${target.port} HTTP/1.1\r\nHost: x\r\n\r\n`)).toMatch(/^HTTP\/1.1 407/);
    expect(target.connections).toBe(before);
  });

  it("forwards a plain GET without what is meant for a proxy", async () => {
    const said = await say(`${get(`http://127.0.0.1:${target.port}/a?b`)}Cookie: a=b\r\n${ours()}\r\n`);
    expect(said).toMatch(/^HTTP\/1.1 200[\s\S]*target$/);
    expect(target.requests.at(-1)).toBe(`GET 127.0.0.1:${target.port}/a?b`);
    expect(Object.keys(sent)).not.toContain("proxy-authorization");
    expect(sent.cookie).toBe("a=b");
  });

  it.each([
    "HTTP/1.1 000 Nothing\r\n\r\n",
    "HTTP/1.1 099 Less\r\nContent-Length: 2\r\n\r\nok",
    "HTTP/1.1 101 Else\r\nUpgrade: x\r\nConnection: upgrade\r\n\r\nok",
    "HTTP/1.1 200 OK\r\nContent-Length: 9\r\n\r\nok",
    "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\n",
    "HTTP/1.1 200 OK\r\nTrailer: x\r\nX: \x01\xe4\x7f\r\n__proto__: a\r\nContent-Length: 2\r\n\r\nok",
    "HTTP/1.1 200 OK\r\nX: \u00e4\r\n__proto__: a\r\nconstructor: b\r\nTrailer: x\r\nContent-Length: 2\r\n\r\nok",
    "HTTP/1.1 999 Much\r\nContent-Length: 2\r\nContent-Length: 2\r\n\r\nok",
    "HTTP/1.1 204 None\r\nContent-Length: 2\r\n\r\nok",
    "no HTTP at all\r\n\r\n",
    "",
  ])("withstands a host that answers %j", async (answer) => {
    await using hostile = await serveRaw((socket) => socket.once("data", () => socket.end(answer)));
    const config = localConfig({ allow: [parseAllow(`127.0.0.1:${hostile.port}`)] });
    const own = createEgress(config, new AbortController().signal);
    await using guarded = await startBrowserProxy(own, LIMITS, own.signal);
    const pair = Buffer.from(`${guarded.username}:${guarded.password}`).toString("base64");
    const lines = `${get(`http://127.0.0.1:${hostile.port}/`)}Proxy-Authorization: Basic ${pair}\r\n\r\n`;
    expect(await say(lines, "", guarded.port)).not.toMatch(/^HTTP\/1.1 0/);
    await own.close();
  });

  it.each(["POST", "PUT", "DELETE", "OPTIONS", "TRACE"])("does not forward a %s", async (method) => {
    const before = target.requests.length;
    expect(await say(`${get(`http://127.0.0.1:${target.port}/`, method)}${ours()}\r\n`)).toMatch(/^HTTP\/1.1 502/);
    expect(target.requests).toHaveLength(before);
  });

  it.each(["127.0.0.1", "localhost", "[::ffff:127.0.0.1]", "169.254.169.254", "0x7f.1"])(
    "reaches nothing at %s that audits may not reach, plain or by a tunnel",
    async (host) => {
      const before = canary.connections;
      expect(await say(`${get(`http://${host}:${canary.port}/`)}${ours()}\r\n`)).toMatch(/^HTTP\/1.1 502/);
      expect(await say(`CONNECT ${host}:${canary.port} HTTP/1.1\r\nHost: x\r\n${ours()}\r\n`)).toMatch(/ 502 /);
      expect(canary.connections).toBe(before);
      expect(proxy.refused()).toBe(2);
    },
  );

  it("lets nothing but TLS through a tunnel", async () => {
    const before = target.requests.length;
    const tunnel = `CONNECT 127.0.0.1:${target.port} HTTP/1.1\r\nHost: x\r\n${ours()}\r\n`;
    expect(await say(tunnel, "POST / HTTP/1.1\r\nHost: x\r\nContent-Length: 0\r\n\r\n")).not.toContain("target");
    expect(target.requests).toHaveLength(before);
  });

  it("stops when more has come than may, and refuses what comes after", async () => {
    const said = await say(`${get(`http://127.0.0.1:${target.port}/big`)}${ours()}\r\n`);
    expect(said.length).toBeLessThan(300_000);
    expect(proxy.isSpent()).toBe(true);
    expect(await say(`${get(`http://127.0.0.1:${target.port}/`)}${ours()}\r\n`)).toMatch(/^HTTP\/1.1 502/);
  });

  it("makes no more connections than it may", async () => {
    const url = `http://127.0.0.1:${target.port}/`;
    const said = await Promise.all(Array.from({ length: 25 }, () => say(`${get(url)}${ours()}\r\n`)));
    expect(said.filter((text) => text.startsWith("HTTP/1.1 200")).length).toBeLessThanOrEqual(LIMITS.connections);
    expect(said.some((text) => text.startsWith("HTTP/1.1 502"))).toBe(true);
  });
});
