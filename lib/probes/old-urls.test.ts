import { expect, it } from "vitest";
import type { TargetNotes } from "#lib/audits/observation.ts";
import { observe } from "./observe.ts";
import { localConfig } from "./testing/local-config.ts";
import { serveHttp } from "./testing/servers.ts";

async function followed(url: string, oldUrls: TargetNotes["oldUrls"], totalMs = 10_000) {
  const seams = { limits: { totalMs } };
  const { parts } = await observe({ url, notes: { oldUrls } }, { egress: localConfig(), parts: ["oldUrls"], seams });
  if (parts.oldUrls.state !== "observed") throw new Error(parts.oldUrls.reason);
  return parts.oldUrls.value.items;
}

it("follows each old address and keeps the order of the list, asking for a shared successor once", async () => {
  await using server = await serveHttp((request, response) => {
    const old = /^\/old-(\d+)$/.exec(request.url ?? "");
    if (!old) return void response.end("here");
    setTimeout(() => response.writeHead(301, { location: "/new" }).end(), Number(old[1]) % 3);
  });
  const url = `http://127.0.0.1:${server.port}/`;
  const listed = Array.from({ length: 12 }, (_, index) => ({ from: `/old-${index}`, to: "/new" }));
  const items = await followed(url, listed);
  expect(items.map(({ from, to }) => ({ from, to }))).toEqual(listed);
  expect(items.every(({ chain }) => chain.final === `${url}new`)).toBe(true);
  expect(server.requests).toHaveLength(13);
});

it("asks for nothing where nothing is listed", async () => {
  await using server = await serveHttp((_request, response) => response.end());
  expect(await followed(`http://127.0.0.1:${server.port}/`, [])).toEqual([]);
  expect(server.requests).toEqual([]);
});

it("follows at most 200, and says of what cannot be reached why", async () => {
  const many = Array.from({ length: 250 }, (_, index) => ({ from: `http://10.0.0.1/${index}`, to: "/new" }));
  const items = await followed("http://127.0.0.1/", many);
  expect(items).toHaveLength(200);
  expect(items[199]?.chain.error).toMatchObject({ step: "policy" });
  const [odd] = await followed("http://127.0.0.1/", [{ from: "ftp://old.example/", to: "/new" }]);
  expect(odd?.chain.error).toMatchObject({ code: "blocked_scheme" });
});

it("ends with what it has when the time is over", async () => {
  await using server = await serveHttp((request, response) => {
    if (request.url === "/fast") response.end();
  });
  const url = `http://127.0.0.1:${server.port}/`;
  const items = await followed(
    url,
    [
      { from: "/fast", to: "/fast" },
      { from: "/slow", to: "/new" },
    ],
    300,
  );
  expect(items.map(({ chain }) => chain.error?.code ?? "ok")).toEqual(["ok", "timeout"]);
});
