import { connect } from "node:net";
import { describe, expect, it } from "vitest";
import { egressConfigFromEnv } from "../config.ts";
import { createAuthority, createServed } from "../testing/certificates.ts";
import { startDns, zone } from "../testing/dns-server.ts";
import { failureFrom } from "../testing/failure.ts";
import { localConfig } from "../testing/local-config.ts";
import { serveHttps, serveRaw } from "../testing/servers.ts";
import { createEgress } from "./create-egress.ts";

const forever = () => new AbortController().signal;

describe("an egress proxy of the operator", () => {
  it("is asked for the judged address, and sees only TLS", async () => {
    const root = createAuthority("root");
    const asked: string[] = [];
    await using dns = await startDns(zone({ "site.test": { A: ["127.0.0.1"] } }));
    await using server = await serveHttps(createServed(["site.test"], root), (_request, response) =>
      response.end("through"),
    );
    await using proxy = await serveRaw((socket) =>
      socket.once("data", (head) => {
        asked.push(head.toString().split("\r\n", 1)[0] ?? "");
        const onward = connect(server.port, "127.0.0.1", () =>
          socket.write("HTTP/1.1 200 Connection established\r\n\r\n"),
        );
        onward.on("error", () => socket.destroy());
        socket.pipe(onward).pipe(socket);
      }),
    );
    const config = localConfig({
      dns: { servers: [dns.server], zones: {} },
      extraCa: [root.pem],
      proxyUrl: `http://127.0.0.1:${proxy.port}`,
    });
    const egress = createEgress(config, forever());
    const { body } = await egress.request(new URL(`https://site.test:${server.port}/`));
    expect([body.toString(), asked]).toEqual(["through", [`CONNECT 127.0.0.1:${server.port} HTTP/1.1`]]);
    await egress.close();
  });

  it.each([
    ["refuses", "HTTP/1.1 407 No\r\n\r\n"],
    ["speaks nonsense", "nonsense\r\n\r\n"],
  ])("that %s ends the request", async (_case, answer) => {
    await using proxy = await serveRaw((socket) => socket.once("data", () => socket.end(answer)));
    const egress = createEgress(localConfig({ proxyUrl: `http://127.0.0.1:${proxy.port}` }), forever());
    const failure = await failureFrom(egress.request(new URL("http://127.0.0.1:8080/")));
    expect([failure.step, failure.code]).toEqual(["connect", "proxy_refused"]);
    await egress.close();
  });

  it("is not asked for what the policy refuses", async () => {
    await using proxy = await serveRaw(() => undefined);
    const egress = createEgress(localConfig({ proxyUrl: `http://127.0.0.1:${proxy.port}` }), forever());
    expect((await failureFrom(egress.request(new URL("http://10.0.0.1/")))).code).toBe("blocked_address");
    expect(proxy.connections).toBe(0);
    await egress.close();
  });

  it("is named by EGRESS_PROXY_URL alone", () => {
    expect(egressConfigFromEnv({ HTTPS_PROXY: "http://127.0.0.1:1" }).proxyUrl).toBeUndefined();
    expect(egressConfigFromEnv({ EGRESS_PROXY_URL: "http://127.0.0.1:4750" }).proxyUrl).toBe("http://127.0.0.1:4750");
    expect(() => egressConfigFromEnv({ EGRESS_PROXY_URL: "socks5://127.0.0.1" })).toThrow(/^EGRESS_PROXY_URL: /);
  });
});
