import type { ServerResponse } from "node:http";
import { describe, expect, it } from "vitest";
import { localConfig } from "../testing/local-config.ts";
import { serveHttp } from "../testing/servers.ts";
import { createEgress } from "./create-egress.ts";
import { followRedirects } from "./follow-redirects.ts";

async function follow(path: string, answer: (path: string, response: ServerResponse, port: number) => void) {
  await using server = await serveHttp((request, response) => answer(request.url ?? "", response, server.port));
  const egress = createEgress(localConfig(), new AbortController().signal);
  const origin = `http://127.0.0.1:${server.port}`;
  const landing = await followRedirects(`${origin}${path}`, (url) => egress.request(url), egress.config, 10);
  await egress.close();
  const paths = landing.chain.hops.map((hop) => `${hop.status} ${hop.url.replace(origin, "")}`);
  return {
    ...landing,
    paths,
    requests: server.requests.map((line) => line.replace(/^GET [^/]+/, "")),
    connections: server.connections,
  };
}

const to = (status: number, location: string) => (path: string, response: ServerResponse) =>
  path === "/start" ? response.writeHead(status, { location }).end() : response.end();

describe.each([301, 302, 303, 307, 308])("a redirect by %i", (status) => {
  it.each([
    ["/next?a=b#part", `/next?a=b`],
    ["next", "/next"],
  ])("leads to %s on the same origin, over the same connection", async (location, path) => {
    const { paths, connections } = await follow("/start", to(status, location));
    expect([paths, connections]).toEqual([[`${status} /start`, `200 ${path}`], 1]);
  });

  it.each([
    ["http://10.0.0.1/", "policy", "blocked_address"],
    ["http://169.254.169.254/latest/meta-data/", "policy", "blocked_address"],
    ["http://[::1]:8080/", "policy", "blocked_address"],
    ["//10.0.0.1/", "policy", "blocked_address"],
    ["/\\10.0.0.1/", "policy", "invalid_url"],
    ["file:///etc/passwd", "policy", "blocked_scheme"],
    ["http://user:pass@127.0.0.1:8080/", "policy", "blocked_userinfo"],
    ["http://localhost/", "policy", "blocked_host"],
    ["http://127.0.0.1:22/", "policy", "blocked_port"],
    [`/${"x".repeat(9_000)}`, "policy", "invalid_url"],
    ["", "http", "redirect_loop"],
  ])("to %j ends the chain", async (location, step, code) => {
    const { chain, requests, failure } = await follow("/start", to(status, location));
    expect([chain.error?.step, chain.error?.code, failure?.code]).toEqual([step, code, code]);
    expect([requests, chain.final]).toEqual([["/start"], null]);
  });

  it("without a Location is the end", async () => {
    const { chain, paths, response } = await follow("/start", (_path, answer) => answer.writeHead(status).end());
    expect([paths, chain.error, response?.status]).toEqual([[`${status} /start`], null, status]);
  });
});

describe("a chain of redirects", () => {
  const count = (path: string) => Number(path.slice(1));

  it("may have ten hops and no more", async () => {
    const until = (last: number) => (path: string, response: ServerResponse) =>
      count(path) < last ? response.writeHead(302, { location: `/${count(path) + 1}` }).end() : response.end();
    expect((await follow("/0", until(10))).chain).toMatchObject({ error: null, final: expect.stringMatching(/\/10$/) });
    const long = await follow("/0", until(11));
    expect([long.chain.error?.code, long.requests.length]).toEqual(["too_many_redirects", 11]);
  });

  it("ends where it meets itself", async () => {
    const { chain, requests } = await follow("/a", (path, response) =>
      response.writeHead(302, { location: path === "/a" ? "/b" : "/a" }).end(),
    );
    expect([chain.error?.code, requests]).toEqual(["redirect_loop", ["/a", "/b"]]);
  });

  it("ends where an answer names two places", async () => {
    const { chain } = await follow("/start", (_path, response) =>
      response
        .writeHead(
          302,
          [
            ["location", "/a"],
            ["location", "/b"],
          ].flat(),
        )
        .end(),
    );
    expect(chain.error?.code).toBe("ambiguous_redirect");
  });
});
