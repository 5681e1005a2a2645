import { describe, expect, it } from "vitest";
import { observationSchema, PART_NAMES } from "#lib/audits/observation.ts";
import { defaultEgressConfig } from "./config.ts";
import { observe } from "./observe.ts";
import { createAuthority, createServed } from "./testing/certificates.ts";
import { type DnsServer, startDns, zone } from "./testing/dns-server.ts";
import { localConfig } from "./testing/local-config.ts";
import { serveHttp, serveHttps, serveRaw } from "./testing/servers.ts";

const ZONE = {
  "site.test": {
    A: ["127.0.0.1"],
    NS: ["ns2.site.test", "ns1.site.test"],
    MX: [{ preference: 10, exchange: "mx.site.test" }],
    TXT: [["v=spf1 ", "-all"]],
    CAA: [{ flags: 128, tag: "issue", value: "ca.test" }],
  },
  "_dmarc.site.test": { TXT: ["v=DMARC1; p=reject"] },
  "www.site.test": { CNAME: ["site.test"], A: ["127.0.0.1"] },
};
const root = createAuthority("root");
const configOf = (dns: DnsServer) =>
  localConfig({ dns: { servers: [], zones: { test: [dns.server] } }, extraCa: [root.pem] });

describe("observe", () => {
  it("fills every part from a healthy site, over one connection per origin", async () => {
    await using dns = await startDns(zone(ZONE));
    await using server = await serveHttps(createServed(["site.test", "www.site.test"], root), (request, response) => {
      if (request.headers.host?.startsWith("www.")) {
        response.writeHead(301, { location: `https://site.test:${server.port}${request.url}` }).end();
      } else response.setHeader("content-type", "text/html").end("<title>Hello</title>");
    });
    const seen: string[] = [];
    const url = `https://site.test:${server.port}/`;
    // A browser makes connections of its own.
    const parts = PART_NAMES.filter((part) => part !== "browser");
    const observation = await observe(
      { url },
      { egress: configOf(dns), parts, onPart: (part) => void seen.push(part) },
    );
    expect(observationSchema.safeParse(observation).error).toBeUndefined();
    expect(seen.toSorted()).toEqual([...parts].sort());
    expect(parts.map((part) => observation.parts[part].state)).toEqual(parts.map(() => "observed"));
    expect(observation.parts).toMatchObject({
      dns: {
        value: {
          a: { answers: [{ status: "ok", records: ["127.0.0.1"] }] },
          aaaa: { answers: [{ status: "nodata" }] },
          ns: { name: "site.test", answers: [{ records: ["ns1.site.test", "ns2.site.test"] }] },
          caa: [{ name: "site.test", answers: [{ records: ['128 issue "ca.test"'] }] }],
        },
      },
      tls: { value: { protocol: "TLSv1.3", trusted: true, nameMatches: true, alpn: "http/1.1" } },
      page: { value: { response: { status: 200 }, document: { title: "Hello" } } },
      mail: {
        value: {
          txt: { answers: [{ records: ["v=spf1 -all"] }] },
          mx: { answers: [{ records: ["10 mx.site.test"] }] },
          dmarc: [
            { name: "_dmarc.site.test", answers: [{ records: ["v=DMARC1; p=reject"] }] },
            { name: "_dmarc.test" },
          ],
        },
      },
    });
    const handshakes = { versions: 4, https: 1, www: 1 };
    const plainRequests = 4;
    expect(server.connections).toBe(handshakes.versions + handshakes.https + handshakes.www + plainRequests);
    // Each address is asked for once; only the six hostile origins come again, and the page for what caches make of it.
    expect(server.requests.length - new Set(server.requests).size).toBe(7);
  });

  it("keeps no value of a cookie", async () => {
    await using server = await serveHttp((_request, response) => {
      response.setHeader("set-cookie", ["session=s3cret-value; Path=/; HttpOnly", "s3cret-value; Secure"]).end("Hello");
    });
    const url = `http://127.0.0.1:${server.port}/`;
    const observation = await observe({ url }, { egress: localConfig(), parts: ["page", "assets", "edge"] });
    expect(observation.parts).toMatchObject({ page: { state: "observed" }, edge: { state: "observed" } });
    expect(JSON.stringify(observation)).toContain("session=************; Path=/; HttpOnly");
    expect(JSON.stringify(observation)).not.toContain("s3cret");
  });

  it("follows www to the apex and keeps the path in every chain", async () => {
    await using dns = await startDns(zone(ZONE));
    await using server = await serveHttp((request, response) => {
      if (!request.headers.host?.startsWith("www.")) return void response.end();
      response.writeHead(308, { location: `http://site.test:${server.port}${request.url}` }).end();
    });
    const url = `http://www.site.test:${server.port}/`;
    const { parts } = await observe({ url }, { egress: configOf(dns), parts: ["redirects", "tls"] });
    if (parts.redirects.state !== "observed") throw new Error(parts.redirects.reason);
    const plain = parts.redirects.value.chains.filter(({ start }) => start.startsWith("http://www"));
    expect(plain.map(({ final }) => final)).toEqual([
      `http://site.test:${server.port}/`,
      `http://site.test:${server.port}/launch-ready/probe?from=audit&keep=path`,
    ]);
    expect(parts.redirects.value.chains).toHaveLength(8);
    expect(parts.tls).toEqual({ state: "not_attempted", reason: "The target is served over plain http." });
  });

  it("shows hostile origins to the site and records what it says to each", async () => {
    await using server = await serveHttp((request, response) => {
      const { origin } = request.headers;
      if (origin) response.setHeader("access-control-allow-origin", origin).setHeader("vary", "origin");
      response.end();
    });
    const url = `http://127.0.0.1:${server.port}/`;
    const { parts } = await observe({ url }, { egress: localConfig(), parts: ["cors"] });
    if (parts.cors.state !== "observed") throw new Error(parts.cors.reason);
    const { trials } = parts.cors.value;
    expect(trials.map(({ kind }) => kind)).toEqual(["foreign", "null", "prefix", "suffix"]);
    expect(trials.every(({ origin, allowOrigin, vary }) => origin === allowOrigin && vary === "origin")).toBe(true);
  });

  it("does not ask the DNS about a literal address", async () => {
    await using server = await serveHttp((_request, response) => response.end());
    const { parts } = await observe({ url: `http://127.0.0.1:${server.port}/` }, { egress: localConfig() });
    expect([parts.dns.state, parts.mail.state]).toEqual(["not_attempted", "not_attempted"]);
  });

  it("leaves out what was not asked for", async () => {
    await using server = await serveHttp((_request, response) => response.end());
    const url = `http://127.0.0.1:${server.port}/`;
    const { parts } = await observe({ url }, { egress: localConfig(), parts: ["page"] });
    expect([parts.page.state, parts.cors.state, server.requests.length]).toEqual(["observed", "not_attempted", 1]);
  });

  it("says of a name that does not exist that it failed at the DNS", async () => {
    await using dns = await startDns(zone({}));
    const { parts } = await observe({ url: "https://gone.test/" }, { egress: configOf(dns) });
    for (const part of [parts.tls, parts.page, parts.cors, parts.securityTxt]) {
      expect(part).toMatchObject({ state: "unreachable", step: "dns", code: "nxdomain" });
    }
    expect(parts.redirects).toMatchObject({
      state: "observed",
      value: { chains: [{ error: { code: "nxdomain" } }, {}, {}, {}, {}, {}, {}, {}] },
    });
    expect(parts.dns).toMatchObject({ state: "observed", value: { a: { answers: [{ status: "nxdomain" }] } } });
  });

  it("reveals no private address of a name that leads to one", async () => {
    await using dns = await startDns(zone({ "inside.test": { A: ["10.11.12.13"] } }));
    const observation = await observe(
      { url: "https://inside.test/" },
      { egress: { ...defaultEgressConfig(), ...{ dns: configOf(dns).dns } } },
    );
    expect(observation.parts.page).toMatchObject({ state: "unreachable", step: "policy", code: "blocked_address" });
    expect(JSON.stringify(observation)).not.toContain("10.11.12.13");
  });

  it("ends in time at a host that never answers, each part with the step that it got to", async () => {
    await using server = await serveRaw(() => undefined);
    const seams = { limits: { connectMs: 1_000 } };
    const url = `https://127.0.0.1:${server.port}/`;
    const { parts } = await observe({ url }, { egress: localConfig(), parts: ["tls", "page"], seams });
    expect(parts.tls).toMatchObject({ state: "unreachable", step: "tls", code: "tls_timeout" });
    expect(parts.page).toMatchObject({ state: "unreachable", step: "tls", code: "tls_timeout" });
  });

  it("ends as a whole when the time for all is over", async () => {
    await using server = await serveRaw(() => undefined);
    const url = `http://127.0.0.1:${server.port}/`;
    const { parts } = await observe({ url }, { egress: localConfig(), seams: { limits: { totalMs: 100 } } });
    expect(parts.page).toMatchObject({ state: "unreachable", step: "internal", code: "timeout" });
  });

  it("ends when it is cancelled, and says so", async () => {
    await using server = await serveRaw(() => stop.abort());
    const stop = new AbortController();
    const url = `http://127.0.0.1:${server.port}/`;
    const { parts } = await observe({ url }, { egress: localConfig(), signal: stop.signal });
    expect(parts.page).toMatchObject({ state: "unreachable", code: "cancelled" });
    expect((await observe({ url }, { egress: localConfig(), signal: stop.signal })).parts.page).toMatchObject({
      code: "cancelled",
    });
  });

  it("hands on what onPart throws", async () => {
    await using server = await serveHttp((_request, response) => response.end());
    const onPart = () => Promise.reject(new Error("the run is gone"));
    const url = `http://127.0.0.1:${server.port}/`;
    await expect(observe({ url }, { egress: localConfig(), onPart })).rejects.toThrow("the run is gone");
  });

  it("keeps nothing that Postgres cannot store", async () => {
    await using server = await serveHttp((_request, response) =>
      response.setHeader("content-type", "text/html").end("<title>a\0b&#0;</title><script src='/\ud800\0'></script>"),
    );
    const url = `http://127.0.0.1:${server.port}/`;
    const { parts } = await observe({ url }, { egress: localConfig(), parts: ["page"] });
    expect(JSON.stringify(parts.page)).not.toMatch(/\\u0000|\\ud800/);
  });

  it("refuses an address that can never be audited before anything is sent", async () => {
    for (const url of ["ftp://site.test/", "http://localhost/", "http://10.0.0.1/", "http://a b/", "nonsense"]) {
      await expect(observe({ url }, { egress: defaultEgressConfig() })).rejects.toMatchObject({ code: "invalid" });
    }
  });
});
