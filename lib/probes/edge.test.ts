import { describe, expect, it } from "vitest";
import type { TargetNotes } from "#lib/audits/observation.ts";
import { parseTrace } from "./edge.ts";
import { LIMITS } from "./egress/limits.ts";
import { createResolver } from "./egress/resolver.ts";
import { observe } from "./observe.ts";
import { createAuthority, createServed } from "./testing/certificates.ts";
import { localConfig } from "./testing/local-config.ts";
import { serveHttp, serveHttps } from "./testing/servers.ts";

const root = createAuthority("root");
const served = createServed(["site.test"], root);
const TRACE = "fl=1f1\nh=site.test\nip=192.0.2.1\nts=1\nvisit_scheme=https\ncolo=HEL\n";

async function look(port: number, notes: Partial<TargetNotes> = {}) {
  const egress = localConfig({ extraCa: [root.pem] });
  const ask = async (name: string, type: string) => {
    const records = type === "A" ? ["127.0.0.1"] : [];
    return { name, type, answers: [{ resolver: "test", status: "ok" as const, records, ms: 1 }] };
  };
  const resolver = { ...createResolver(egress, LIMITS), ask, addresses: async () => ["127.0.0.1"] };
  const { parts } = await observe(
    { url: `https://site.test:${port}/`, notes },
    { egress, parts: ["edge"], seams: { resolver, limits: { aroundMs: 300 } } },
  );
  if (parts.edge.state !== "observed") throw new Error(JSON.stringify(parts.edge));
  return parts.edge.value;
}

describe("the edge probe", () => {
  it("keeps the front's answer with cookies by name only, and the trace page", async () => {
    await using server = await serveHttps(served, (request, response) => {
      if (request.url === "/cdn-cgi/trace") return response.end(TRACE);
      response.setHeader("set-cookie", "session=secret; Path=/");
      response.end("<title> Shop </title>");
    });
    const edge = await look(server.port);
    expect(edge.front).toMatchObject({ status: 200, title: "Shop" });
    expect(edge.front.headers).toContainEqual(["set-cookie", "session"]);
    expect(JSON.stringify(edge)).not.toMatch(/secret|192\.0\.2\.1/);
    expect([edge.trace, edge.addresses, edge.origins]).toEqual([{ host: "site.test", site: "HEL" }, ["127.0.0.1"], []]);
  });

  it("asks each declared origin under the host's own name, whatever certificate it shows", async () => {
    const answer = (text: string) => (_request: unknown, response: { end(text: string): void }) => response.end(text);
    await using server = await serveHttps(served, answer("<title>Shop</title>"));
    await using behind = await serveHttps(
      createServed(["origin.internal"], createAuthority("own")),
      (request, response) => response.end(`<title>${request.headers.host}</title>`),
    );
    const edge = await look(server.port, { origins: [`127.0.0.1:${behind.port}`] });
    expect(edge.origins[0]).toMatchObject({
      origin: `127.0.0.1:${behind.port}`,
      answer: { status: 200, title: `site.test:${server.port}` },
      failure: null,
    });
    expect(behind.requests).toEqual([`GET site.test:${server.port}/`]);
  });

  it("says why an origin could not be asked, and tries four at most", async () => {
    await using server = await serveHttps(served, (_request, response) => response.end());
    const { port } = await serveHttp(() => undefined).then(async (closing) => {
      await closing[Symbol.asyncDispose]();
      return closing;
    });
    const origins = ["169.254.169.254", `127.0.0.1:${port}`, "not an origin", "metadata.internal", "127.0.0.1:1"];
    const { origins: tried } = await look(server.port, { origins });
    expect(tried.map(({ failure }) => failure && `${failure.step} ${failure.code}`)).toEqual([
      "policy blocked_address",
      "connect refused",
      "policy invalid_url",
      "policy blocked_host",
      "policy too_many",
    ]);
  });
});

describe("the trace page", () => {
  it.each([
    ["a page of another kind", "<!doctype html><title>Shop</title>"],
    ["too few lines", "h=site.test\ncolo=HEL\n"],
    ["a site that is no airport", TRACE.replace("HEL", "<script>")],
    ["a line without a value", `${TRACE}hello\n`],
    ["nothing", ""],
  ])("is none where there is %s", (_, text) => {
    expect(parseTrace(text)).toBeNull();
  });
});
