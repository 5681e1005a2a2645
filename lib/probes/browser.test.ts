import { createSocket } from "node:dgram";
import { once } from "node:events";
import type { RequestListener } from "node:http";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { NO_NOTES } from "#lib/audits/observation.ts";
import { type VisitLimits, visitTarget } from "./browser.ts";
import { findBrowser } from "./browser-path.ts";
import { parseAllow } from "./config.ts";
import { createEgress } from "./egress/create-egress.ts";
import { followRedirects } from "./egress/follow-redirects.ts";
import { ProbeFailure } from "./egress/probe-failure.ts";
import { parseTarget } from "./parse-target.ts";
import { type Authority, createAuthority, createServed, type Served } from "./testing/certificates.ts";
import { startDns, zone } from "./testing/dns-server.ts";
import { failureFrom } from "./testing/failure.ts";
import { localConfig } from "./testing/local-config.ts";
import { serveHttp, serveHttps, serveRaw, type TestServer } from "./testing/servers.ts";

const LIMITS: VisitLimits = { ms: 10_000, bytes: 5_000_000, connections: 100 };
const HTML = { "content-type": "text/html" };
type Options = { limits?: Partial<VisitLimits>; allow?: string[]; isTrusted?: boolean; signal?: AbortSignal };

let authority: Authority;
let served: Served;
let canary: TestServer;
let dns: Awaited<ReturnType<typeof startDns>>;

beforeAll(async () => {
  authority = createAuthority("Visit Root");
  served = createServed(["site.test"], authority);
  const here = { A: ["127.0.0.1"] };
  dns = await startDns(zone({ "site.test": here, "other.test": here }));
  canary = await serveHttp((_request, response) => response.end("canary"));
});
afterAll(async () => {
  await canary[Symbol.asyncDispose]();
  await dns[Symbol.asyncDispose]();
});

const page = (body: string): RequestListener => {
  return (request, response) => {
    if (request.url === "/") return response.writeHead(200, HTML).end(`<!doctype html><title>Shop</title>${body}`);
    response.writeHead(404).end();
  };
};

/** Visits a server on loopback by its name, which alone the policy lets through. */
async function visit(listener: RequestListener, options: Options = {}) {
  await using server = await serveHttps(served, listener);
  const config = localConfig({
    dns: { servers: [dns.server], zones: {} },
    allow: [`site.test:${server.port}`, ...(options.allow ?? [])].map(parseAllow),
    extraCa: [authority.pem],
  });
  const stop = new AbortController();
  const landing = createEgress(config, stop.signal);
  const extraCa = options.isTrusted === false ? [] : config.extraCa;
  const egress = createEgress({ ...config, extraCa }, AbortSignal.any([stop.signal, options.signal ?? stop.signal]));
  const target = { ...parseTarget(`https://site.test:${server.port}/`, config), notes: NO_NOTES };
  const get = (url: URL) => landing.request(url);
  const land = (start: string) => followRedirects(start, get, config, 5);
  try {
    const limits = { ...LIMITS, ...options.limits };
    const seen = await visitTarget({ target, url: new URL(target.url), egress, get, land }, limits);
    return { seen, requests: [...server.requests] };
  } finally {
    stop.abort(new ProbeFailure("internal", "timeout", "Over."));
    await Promise.all([egress.close(), landing.close()]);
  }
}

describe.skipIf(findBrowser() === undefined)("a visit by a real browser", { timeout: 30_000 }, () => {
  it("tells what it opened", async () => {
    const { seen } = await visit(page("<script>document.title += ' of scripts'</script>"));
    expect(seen).toMatchObject({ title: "Shop of scripts", status: 200, isSettled: true, blockedWrites: 0, mixed: [] });
    expect(seen.product).toMatch(/^Chrome\/\d+/);
  });

  it("sees mixed content that only scripts ask for", async () => {
    const { seen } = await visit(
      page("<script>new Image().src = 'http://other.test/a.png'; fetch('http://other.test/b').catch(() => 0)</script>"),
    );
    expect(seen.mixed).toEqual(
      expect.arrayContaining([
        { url: "http://other.test/a.png", resource: "Image", resolution: "upgraded" },
        { url: "http://other.test/b", resource: expect.any(String), resolution: "blocked" },
      ]),
    );
  });

  it("sees the page break its own policy", async () => {
    const policy = { ...HTML, "content-security-policy": "default-src 'self'" };
    const { seen } = await visit((_request, response) => response.writeHead(200, policy).end("<script>1</script>"));
    expect(seen.cspViolations).toMatchObject([{ directive: "script-src-elem", kind: "kInlineViolation" }]);
  });

  const reach = (port: number) => `<script>
    const urls = ["http://127.0.0.1:${port}/a", "https://127.0.0.1:${port}/b", "http://localhost:${port}/c",
      "http://[::ffff:127.0.0.1]:${port}/d", "/away"];
    for (const url of urls) { fetch(url, { mode: "no-cors" }).catch(() => 0); new Image().src = url; }
    for (const url of ["ws://127.0.0.1:${port}/e", "wss://127.0.0.1:${port}/f"]) try { new WebSocket(url) } catch {}
    const worker = new Worker(URL.createObjectURL(new Blob(["fetch('http://127.0.0.1:${port}/g').catch(() => 0);"
      + "new WebSocket('ws://127.0.0.1:${port}/h')"])));
    const peer = new RTCPeerConnection({ iceServers: [{ urls: "turn:127.0.0.1:${port}?transport=tcp", username: "a", credential: "b" }] });
    peer.createDataChannel("x"); peer.createOffer().then((offer) => peer.setLocalDescription(offer));
  </script><iframe src="http://127.0.0.1:${port}/i"></iframe><link rel=preconnect href="http://127.0.0.1:${port}">`;
  const reaching: RequestListener = (request, response) => {
    if (request.url !== "/away") return page(reach(canary.port))(request, response);
    response.writeHead(302, { location: `http://127.0.0.1:${canary.port}/j` }).end();
  };

  it("does not let a page reach an address that audits may not reach", async () => {
    const before = canary.connections;
    const { seen } = await visit(reaching);
    expect(canary.connections - before).toBe(0);
    expect(seen.refusedConnections).toBeGreaterThan(2);
  });

  it("reaches that very server where the operator allows it", async () => {
    const before = canary.connections;
    await visit(reaching, { allow: [`127.0.0.1:${canary.port}`] });
    expect(canary.connections - before).toBeGreaterThan(0);
  });

  it.each([
    ["STUN", 'peer("stun:127.0.0.1:PORT")'],
    ["TURN", 'peer("turn:127.0.0.1:PORT?transport=udp")'],
    ["a candidate", 'peer(); candidate("udp 2122260223 127.0.0.1 PORT typ host")'],
    ["a TCP candidate", 'peer(); candidate("tcp 1518280447 127.0.0.1 PORT typ host tcptype passive")'],
    ["WebTransport", 'new WebTransport("https://127.0.0.1:PORT/").ready.catch(() => 0)'],
  ])("sends neither datagram nor stream past the proxy for %s", async (_name, code) => {
    const listening = createSocket("udp4");
    let datagrams = 0;
    listening.on("message", () => {
      datagrams += 1;
    });
    await using streams = await serveHttp((_request, response) => response.end("canary"));
    const { port } = streams;
    listening.bind(port, "127.0.0.1");
    await once(listening, "listening");
    const asking = `<script>
      let first;
      function peer(...urls) {
        first = new RTCPeerConnection({ iceServers: urls.map((url) => ({ urls: url, username: "a", credential: "b" })) });
        first.createDataChannel("x");
        first.createOffer().then((offer) => first.setLocalDescription(offer));
      }
      async function candidate(line) {
        const other = new RTCPeerConnection();
        const offer = await first.createOffer();
        await first.setLocalDescription(offer);
        await other.setRemoteDescription(offer);
        await other.setLocalDescription(await other.createAnswer());
        await first.setRemoteDescription(other.localDescription);
        await first.addIceCandidate({ candidate: "candidate:1 1 " + line, sdpMid: "0", sdpMLineIndex: 0 });
      }
      ${code}
    </script>`.replaceAll("PORT", String(port));
    await visit(page(asking));
    listening.close();
    expect([datagrams, streams.connections]).toEqual([0, 0]);
  });

  it("withstands a plain host without a status that the page leads to", async () => {
    await using hostile = await serveRaw((socket) => {
      socket.once("data", () => socket.end("HTTP/1.1 000 Nothing\r\nContent-Length: 2\r\n\r\nok"));
    });
    await visit(page(`<script>location.href = "http://127.0.0.1:${hostile.port}/"</script>`), {
      allow: [`127.0.0.1:${hostile.port}`],
      limits: { ms: 5_000 },
    });
    expect(hostile.connections).toBeGreaterThan(0);
  });

  it("refuses a page that redirects browsers alone to such an address", async () => {
    const before = canary.connections;
    const failure = await failureFrom(
      visit((request, response) => {
        if (!request.headers["user-agent"]?.includes("Chrome/")) return page("")(request, response);
        response.writeHead(302, { location: `http://127.0.0.1:${canary.port}/` }).end();
      }),
    );
    expect(failure).toMatchObject({ step: "browser" });
    expect(canary.connections - before).toBe(0);
  });

  it("sends nothing but GET and HEAD", async () => {
    const writes = `<script>
      fetch("/fetch", { method: "POST", body: "x" }).catch(() => 0);
      fetch("/keep", { method: "POST", body: "x", keepalive: true }).catch(() => 0);
      navigator.sendBeacon("/beacon", "x");
      const xhr = new XMLHttpRequest(); xhr.open("PUT", "/xhr"); xhr.send("x");
      const code = "fetch('https://' + location.host + '/worker', { method: 'DELETE' }).catch(() => 0)";
      new Worker("/code.js"); try { new SharedWorker("/code.js") } catch {}
      navigator.serviceWorker.register("/code.js").catch(() => 0);
      new WebSocket("wss://" + location.host + "/socket");
      addEventListener("pagehide", () => navigator.sendBeacon("/bye", "x"));
    </script><iframe name=there></iframe><form id=f method=post action=/form target=there></form><script>f.submit()</script>`;
    const { seen, requests } = await visit((request, response) => {
      response.setHeader("content-security-policy", "img-src 'none'; report-uri /report");
      response.setHeader("reporting-endpoints", 'default="/reporting"');
      response.setHeader("nel", '{"report_to":"default","max_age":60,"success_fraction":1}');
      if (request.url !== "/code.js") return page(`<img src=/x.png>${writes}`)(request, response);
      response
        .writeHead(200, { "content-type": "text/javascript" })
        .end(
          "fetch('/worker', { method: 'DELETE' }).catch(() => 0); new WebSocket('wss://' + location.host + '/socket')",
        );
    });
    expect(requests.filter((line) => !/^(?:GET|HEAD) /.test(line))).toEqual([]);
    expect(seen.blockedWrites).toBeGreaterThanOrEqual(6);
    expect(requests.filter((line) => line.includes("/socket"))).toEqual([]);
    expect(requests).toContainEqual(expect.stringContaining("/code.js"));
  });

  it("is not held up by dialogs", async () => {
    const { seen } = await visit(
      page(
        "<script>alert(1); document.title = confirm(2) + ' ' + prompt(3); onbeforeunload = () => 1; print()</script>",
      ),
    );
    expect(seen).toMatchObject({ title: "false null", isSettled: true });
  });

  it.each([
    ["goes on loading", "<img src=/drip>"],
    ["spins for ever", "<script>while (true) {}</script>"],
    ["asks for ever", "<script>setInterval(() => fetch('/?' + Math.random()), 20)</script>"],
    ["reloads for ever", "<script>setTimeout(() => location.reload(), 30)</script>"],
  ])("ends with a page that %s", async (_what, body) => {
    const startedAt = performance.now();
    const { seen } = await visit(
      (request, response) => {
        if (request.url !== "/drip") return page(body)(request, response);
        response.writeHead(200, { "content-type": "image/png" }).write("x");
      },
      { limits: { ms: 4_000 } },
    );
    expect(seen.isSettled).toBe(false);
    expect(performance.now() - startedAt).toBeLessThan(8_000);
  });

  it("stops what a page loads beyond the budget", async () => {
    let sentBytes = 0;
    const chunk = Buffer.alloc(65_536);
    await visit(
      (request, response) => {
        if (!request.url?.startsWith("/big")) return page("<img src=/big1><img src=/big2>")(request, response);
        response.writeHead(200, { "content-type": "image/png" });
        const more = () => {
          do sentBytes += chunk.length;
          while (!response.destroyed && response.write(chunk));
        };
        response.on("drain", more);
        more();
      },
      { limits: { bytes: 1_000_000, ms: 8_000 } },
    );
    // What the sockets on the way hold comes on top.
    expect(sentBytes).toBeLessThan(20_000_000);
  });

  it("does not open a page whose certificate nobody vouches for", async () => {
    const failure = await failureFrom(visit(page(""), { isTrusted: false }));
    expect(failure).toMatchObject({ step: "browser", code: "navigation_failed" });
    expect(failure.reason).toContain("ERR_CERT_AUTHORITY_INVALID");
  });

  it("ends at once when the audit is cancelled", async () => {
    const stop = new AbortController();
    const startedAt = performance.now();
    setTimeout(() => stop.abort(new ProbeFailure("internal", "cancelled", "The audit was cancelled.")), 1_500);
    const failure = await failureFrom(visit(page("<script>while (true) {}</script>"), { signal: stop.signal }));
    expect(failure.code).toBe("cancelled");
    expect(performance.now() - startedAt).toBeLessThan(4_000);
  });
});
