import { connect } from "node:net";
import { afterEach, describe, expect, it, vi } from "vitest";
import { defaultEgressConfig, parseAllow } from "../config.ts";
import { createAuthority, createServed } from "../testing/certificates.ts";
import { startDns, zone } from "../testing/dns-server.ts";
import { failureFrom } from "../testing/failure.ts";
import { localConfig } from "../testing/local-config.ts";
import { serveHttp, serveHttps, serveRaw } from "../testing/servers.ts";
import { createEgress } from "./create-egress.ts";

const forever = () => new AbortController().signal;
const HERE = { "site.test": { A: ["127.0.0.1"] } };

afterEach(() => vi.unstubAllEnvs());

describe("the guarded client", () => {
  it("refuses loopback by default, and reaches it once the operator allows it", async () => {
    await using server = await serveHttp((_request, response) => response.end("here"));
    const url = new URL(`http://127.0.0.1:${server.port}/`);
    const strict = createEgress(defaultEgressConfig(), forever());
    expect(await failureFrom(strict.request(url))).toMatchObject({ step: "policy", code: "blocked_address" });
    expect(server.connections).toBe(0);
    const lenient = createEgress(localConfig(), forever());
    expect((await lenient.request(url)).body.toString()).toBe("here");
    await Promise.all([strict.close(), lenient.close()]);
  });

  it("tells the operator which entry a connection needed", async () => {
    await using server = await serveHttp((_request, response) => response.end());
    const used: unknown[] = [];
    const egress = createEgress(localConfig({ onAllowUsed: (use) => used.push(use) }), forever());
    await egress.request(new URL(`http://127.0.0.1:${server.port}/`));
    expect(used).toContainEqual({ entry: "127.0.0.0/8", host: "127.0.0.1", port: server.port });
    await egress.close();
  });

  it("keeps the name in Host and SNI while it dials the address", async () => {
    const root = createAuthority("root");
    const names: (string | false | null)[] = [];
    const served = { ...createServed(["site.test"], root), SNICallback: remember(names) };
    await using server = await serveHttps(served, (request, response) => response.end(request.headers.host));
    await using dns = await startDns(zone(HERE));
    const config = localConfig({ dns: { servers: [dns.server], zones: {} }, extraCa: [root.pem] });
    const egress = createEgress(config, forever());
    const answer = await egress.request(new URL(`https://site.test:${server.port}/`));
    expect([answer.body.toString(), names]).toEqual([`site.test:${server.port}`, ["site.test"]]);
    await egress.close();
  });

  it("connects elsewhere under the URL's own name when told to, and judges that place as any other", async () => {
    const names: (string | false | null)[] = [];
    const served = { ...createServed(["other.test"], createAuthority("own")), SNICallback: remember(names) };
    await using server = await serveHttps(served, (request, response) => response.end(request.headers.host));
    const url = new URL("https://site.test/");
    const at = { host: "127.0.0.1", port: server.port };
    const strict = createEgress(defaultEgressConfig(), forever());
    expect(await failureFrom(strict.request(url, { at }))).toMatchObject({ code: "blocked_address" });
    expect(server.connections).toBe(0);
    const lenient = createEgress(localConfig(), forever());
    const answer = await lenient.request(url, { at });
    expect([answer.url, answer.body.toString(), names]).toEqual(["https://site.test/", "site.test", ["site.test"]]);
    await Promise.all([strict.close(), lenient.close()]);
  });

  it("keeps what it connected to elsewhere apart from the host itself", async () => {
    await using server = await serveHttp((_request, response) => response.end("front"));
    await using behind = await serveHttp((_request, response) => response.end("behind"));
    const egress = createEgress(localConfig(), forever());
    const url = new URL(`http://127.0.0.1:${server.port}/`);
    const bodies = [];
    for (const at of [undefined, { host: "127.0.0.1", port: behind.port }, undefined])
      bodies.push((await egress.request(url, at ? { at } : {})).body.toString());
    expect(bodies).toEqual(["front", "behind", "front"]);
    await egress.close();
  });

  it.each([
    ["for another name", ["other.test"], true],
    ["of an unknown authority", ["site.test"], false],
  ])("refuses a certificate %s", async (_case, names, isKnown) => {
    const root = createAuthority("root");
    await using server = await serveHttps(createServed(names, root), (_request, response) => response.end());
    await using dns = await startDns(zone(HERE));
    const config = localConfig({ dns: { servers: [dns.server], zones: {} }, extraCa: isKnown ? [root.pem] : [] });
    const egress = createEgress(config, forever());
    const failure = await failureFrom(egress.request(new URL(`https://site.test:${server.port}/`)));
    expect([failure.step, failure.code, server.requests]).toEqual(["tls", "tls_error", []]);
    await egress.close();
  });

  it("sends all requests to a host over one connection, and knocks once at one that refuses", async () => {
    await using server = await serveHttp((_request, response) => response.end("x"));
    await using closed = await serveRaw((socket) => socket.destroy());
    const egress = createEgress(localConfig(), forever());
    const urls = Array.from({ length: 6 }, (_, index) => new URL(`http://127.0.0.1:${server.port}/${index}`));
    await Promise.all(urls.map((url) => egress.request(url)));
    expect([server.connections, server.requests.length]).toEqual([1, 6]);
    const tls = new URL(`https://127.0.0.1:${closed.port}/`);
    await Promise.allSettled([egress.request(tls), egress.request(tls), egress.request(tls)]);
    expect(closed.connections).toBe(1);
    await egress.close();
  });

  it("waits once for a host that accepts and never answers", async () => {
    await using server = await serveRaw(() => undefined);
    const egress = createEgress(localConfig(), forever(), { limits: { headersMs: 200 } });
    const url = new URL(`http://127.0.0.1:${server.port}/`);
    const failures = await Promise.all([1, 2, 3].map(() => failureFrom(egress.request(url))));
    expect(failures.map(({ code }) => code)).toEqual(Array(3).fill("header_timeout"));
    expect(server.connections).toBe(1);
    await egress.close();
  });

  it("asks once more on a new connection when the host closed the kept one", async () => {
    await using server = await serveRaw((socket) => {
      let isFirst = true;
      socket.on("data", () => {
        if (isFirst) socket.write("HTTP/1.1 200 OK\r\ncontent-length: 2\r\n\r\nok");
        else socket.destroy();
        isFirst = false;
      });
    });
    const egress = createEgress(localConfig(), forever());
    const url = new URL(`http://127.0.0.1:${server.port}/`);
    await egress.request(url);
    expect((await egress.request(url)).status).toBe(200);
    expect(server.connections).toBe(2);
    await egress.close();
  });

  it("sends nothing through a proxy that the environment names", async () => {
    await using canary = await serveHttp((_request, response) => response.end());
    await using server = await serveHttp((_request, response) => response.end("direct"));
    const proxy = `http://127.0.0.1:${canary.port}`;
    for (const name of ["HTTP_PROXY", "HTTPS_PROXY", "ALL_PROXY", "http_proxy", "https_proxy", "all_proxy"])
      vi.stubEnv(name, proxy);
    vi.stubEnv("NODE_USE_ENV_PROXY", "1");
    const egress = createEgress(localConfig(), forever());
    expect((await egress.request(new URL(`http://127.0.0.1:${server.port}/`))).body.toString()).toBe("direct");
    expect([canary.connections, canary.requests]).toEqual([0, []]);
    await egress.close();
  });

  it("names itself and prefers a body without coding", async () => {
    await using server = await serveHttp((request, response) => response.end(JSON.stringify(request.headers)));
    const egress = createEgress(localConfig(), forever());
    const { body } = await egress.request(new URL(`http://127.0.0.1:${server.port}/`));
    expect(JSON.parse(body.toString())).toMatchObject({
      "user-agent": expect.stringMatching(/^LaunchReadyBot\/\d+\.\d+\.\d+$/),
      "accept-encoding": "identity",
    });
    await egress.close();
  });

  it("drops a connection that ends at another address than the one that was judged", async () => {
    await using server = await serveHttp((_request, response) => response.end());
    const elsewhere = () =>
      new Promise<ReturnType<typeof connect>>((resolve) => {
        const socket = connect(server.port, "127.0.0.1", () => resolve(socket));
      });
    const egress = createEgress(localConfig(), forever(), { dial: elsewhere });
    const failure = await failureFrom(egress.request(new URL(`http://8.8.8.8:${server.port}/`)));
    expect([failure.code, server.requests]).toEqual(["blocked_address", []]);
    await egress.close();
  });

  it("needs an entry that names the port for one that is not the web's", async () => {
    const url = new URL("http://127.0.0.1:6379/");
    for (const [entry, code] of [
      ["127.0.0.0/8", "blocked_port"],
      ["127.0.0.0/8:6379", "refused"],
      ["10.0.0.0/8:6379", "blocked_address"],
    ] as const) {
      const config = { ...defaultEgressConfig(), allow: [parseAllow(entry)] };
      const refuse = () => Promise.reject(Object.assign(new Error("refused"), { code: "ECONNREFUSED" }));
      const egress = createEgress(config, forever(), { dial: refuse });
      expect([entry, (await failureFrom(egress.request(url))).code]).toEqual([entry, code]);
    }
  });

  it("does not turn back to this machine over an address of its own", async () => {
    const dialled: string[] = [];
    const refuse = (address: string) => {
      dialled.push(address);
      return Promise.reject(Object.assign(new Error("refused"), { code: "ECONNREFUSED" }));
    };
    const seams = { dial: refuse, ownAddresses: ["8.8.8.8"] };
    const strict = createEgress(defaultEgressConfig(), forever(), seams);
    expect((await failureFrom(strict.request(new URL("http://8.8.8.8/")))).code).toBe("blocked_address");
    expect((await failureFrom(strict.request(new URL("http://8.8.4.4/")))).code).toBe("refused");
    const lenient = createEgress({ ...defaultEgressConfig(), allow: [parseAllow("8.8.8.8:80")] }, forever(), seams);
    expect((await failureFrom(lenient.request(new URL("http://8.8.8.8/")))).code).toBe("refused");
    expect(dialled).toEqual(["8.8.4.4", "8.8.8.8"]);
    await Promise.all([strict.close(), lenient.close()]);
  });

  it("tries the next address when one does not answer", async () => {
    await using server = await serveHttp((_request, response) => response.end("second"));
    await using dns = await startDns(zone({ "two.test": { A: ["127.0.0.1", "127.0.0.2"] } }));
    const dialled: string[] = [];
    const { dialTcp } = await import("./dial.ts");
    const egress = createEgress(localConfig({ dns: { servers: [dns.server], zones: {} } }), forever(), {
      limits: { connectMs: 2_000, addressMs: 20 },
      dial: (address, port, signal) => {
        dialled.push(address);
        return address === "127.0.0.1" && dialled.length === 1
          ? new Promise(() => undefined)
          : dialTcp("127.0.0.1", port, signal);
      },
    });
    const outcome = await egress.request(new URL(`http://two.test:${server.port}/`)).catch((error: unknown) => error);
    expect(dialled).toEqual(["127.0.0.1", "127.0.0.2"]);
    expect(outcome).toMatchObject({ code: "blocked_address" });
    await egress.close();
  });

  it("ends with the reason of the signal that stops the audit", async () => {
    await using server = await serveRaw(() => undefined);
    const stop = new AbortController();
    const egress = createEgress(localConfig(), stop.signal);
    const url = new URL(`http://127.0.0.1:${server.port}/`);
    const waiting = [egress.request(url), egress.request(url), egress.request(url)].map(failureFrom);
    stop.abort(new Error("enough"));
    expect((await Promise.all(waiting)).map(({ step }) => step)).toEqual(["internal", "internal", "internal"]);
    await egress.close();
  });
});

function remember(names: (string | false | null)[]) {
  return (name: string, done: (error: Error | null) => void) => {
    names.push(name);
    done(null);
  };
}
