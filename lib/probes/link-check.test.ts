import { expect, it } from "vitest";
import { defaultEgressConfig, type EgressConfig } from "./config.ts";
import { followLink } from "./link-check.ts";
import { localConfig } from "./testing/local-config.ts";
import { serveHttp, serveRaw } from "./testing/servers.ts";

const never = () => new AbortController().signal;
const follow = (url: string, config: EgressConfig = localConfig()) => followLink(url, config, never());

it.each([
  [200, "reachable", "It answers (200)."],
  [401, "reachable", "It asks to sign in (401)."],
  [403, "reachable", "It asks to sign in (403)."],
  [404, "broken", "There is no such page (404)."],
  [410, "broken", "The page was taken away (410)."],
  [418, "broken", "It answers with an error (418)."],
  [503, "broken", "The server says that it is down (503)."],
  [304, "broken", "It redirects without saying where to (304)."],
  [429, "not_checked", "It says that it was asked too often (429), so nothing is known."],
])("an answer of %i is %s", async (status, state, reason) => {
  await using server = await serveHttp((_request, response) => response.writeHead(status).end());
  expect(await follow(`http://127.0.0.1:${server.port}/`)).toEqual({ state, status, reason });
});

it("follows to a page for signing in, without a cookie that it was given", async () => {
  const cookies: (string | undefined)[] = [];
  await using server = await serveHttp((request, response) => {
    cookies.push(request.headers.cookie);
    if (request.url === "/login?next=%2F") return void response.end("Sign in");
    response.writeHead(302, { location: "/login?next=%2F", "set-cookie": "session=1" }).end();
  });
  expect(await follow(`http://127.0.0.1:${server.port}/`)).toEqual({
    state: "reachable",
    status: 200,
    reason: "It leads to a page for signing in.",
  });
  expect(cookies).toEqual([undefined, undefined]);
});

it("calls a page for signing in that is no longer there broken", async () => {
  await using server = await serveHttp((request, response) => {
    if (request.url === "/login") return void response.writeHead(404).end();
    response.writeHead(302, { location: "/login" }).end();
  });
  expect(await follow(`http://127.0.0.1:${server.port}/`)).toMatchObject({ state: "broken", status: 404 });
});

it("gives up after five redirects and in circles", async () => {
  await using server = await serveHttp((request, response) => {
    const step = Number(request.url?.slice(1));
    response.writeHead(302, { location: request.url === "/round" ? "/round" : `/${step + 1}` }).end();
  });
  expect(await follow(`http://127.0.0.1:${server.port}/1`)).toMatchObject({ state: "broken", status: 302 });
  expect(server.requests).toHaveLength(6);
  expect(await follow(`http://127.0.0.1:${server.port}/round`)).toMatchObject({ state: "broken" });
});

it("does not visit internal addresses, nor where a public one leads to them", async () => {
  const internal = "This is an internal address, which this product does not visit.";
  for (const url of ["http://10.0.0.1/", "http://wiki.internal/", "http://127.0.0.1:8080/", "http://logs.lan/"]) {
    expect(await follow(url, defaultEgressConfig())).toEqual({ state: "not_checked", status: null, reason: internal });
  }
  await using server = await serveHttp((_request, response) =>
    response.writeHead(302, { location: "http://10.0.0.1/" }).end(),
  );
  expect(await follow(`http://127.0.0.1:${server.port}/`)).toEqual({
    state: "not_checked",
    status: 302,
    reason: "It leads on to an internal address, which this product does not visit.",
  });
});

it("says at which step it could not be reached", async () => {
  const server = await serveHttp(() => undefined);
  const closed = server.port;
  await server[Symbol.asyncDispose]();
  expect(await follow(`http://127.0.0.1:${closed}/`)).toEqual({
    state: "unreachable",
    status: null,
    reason: "Connection: The host refused the connection.",
  });
  await using plain = await serveRaw((socket) => socket.end("no TLS here\r\n"));
  expect((await follow(`https://127.0.0.1:${plain.port}/`)).reason).toMatch(/^TLS: /);
});

it("reads no more than a little of an endless page, and judges it by its status", async () => {
  await using server = await serveHttp((_request, response) => {
    const more = () => {
      while (response.write("x".repeat(16_384))) if (response.destroyed) return;
      response.once("drain", more);
    };
    more();
  });
  expect(await follow(`http://127.0.0.1:${server.port}/`)).toMatchObject({ state: "reachable", status: 200 });
});

it("is thrown out of its work when the job is taken away", async () => {
  await using server = await serveHttp(() => undefined);
  const job = new AbortController();
  const work = followLink(`http://127.0.0.1:${server.port}/`, localConfig(), job.signal);
  job.abort(new Error("lost"));
  await expect(work).rejects.toThrow("lost");
});
