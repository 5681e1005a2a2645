import type { RequestListener } from "node:http";
import { describe, expect, it } from "vitest";
import { observe } from "./observe.ts";
import { localConfig } from "./testing/local-config.ts";
import { serveHttp } from "./testing/servers.ts";

async function assetsOf(listener: RequestListener, profile: "page" | "api" | "alias" = "page") {
  await using server = await serveHttp(listener);
  const target = { url: `http://127.0.0.1:${server.port}/`, notes: { profile } };
  const { parts } = await observe(target, { egress: localConfig(), parts: ["assets"] });
  return { part: parts.assets, requests: server.requests.map((line) => line.replace(/^(\S+) [^/]+/, "$1 ")) };
}

const PAGE = `<link rel=stylesheet href=/a.3f9ab2c1.css><link rel=stylesheet href=/plain.css>
<script src=/b.3f9ab2c2.js></script><script src=/c.3f9ab2c3.js></script><img src=/d.3f9ab2c4.png>
<script src=/plain.js></script><script src=https://cdn.example.net/e.3f9ab2c5.js></script>`;

function site(css: string, html = PAGE): RequestListener {
  let count = 0;
  return (request, response) => {
    count += 1;
    if (request.url === "/") {
      response.writeHead(200, { "content-type": "text/html", "cache-control": "no-store", "set-cookie": "id=s3cret" });
      response.end(html);
    } else if (request.url === "/gone.3f9ab2c6.js") response.socket?.destroy();
    else response.writeHead(200, { age: String(count), "x-other": "x" }).end(request.url?.endsWith(".css") ? css : "");
  };
}

describe("the probe of static files", () => {
  it("fetches the page and one hashed file of each kind twice, and each style sheet once", async () => {
    const { part, requests } = await assetsOf(site(""));
    const counts = Object.entries(Object.groupBy(requests, (line) => line)).map(([line, all]) => [line, all?.length]);
    expect(Object.fromEntries(counts)).toEqual({
      "GET /": 2,
      "GET /a.3f9ab2c1.css": 2,
      "GET /b.3f9ab2c2.js": 2,
      "GET /d.3f9ab2c4.png": 2,
      "GET /plain.css": 1,
    });
    expect(part).toMatchObject({ state: "observed", value: { filesTotal: 4, stylesheetsTotal: 2 } });
  });

  it("keeps what speaks of caching, in the order of the answers, and no secret", async () => {
    const { part } = await assetsOf(site(""));
    const value = part.state === "observed" ? part.value : null;
    expect(value?.page.first?.headers).toEqual([
      ["content-type", "text/html"],
      ["cache-control", "no-store"],
      ["set-cookie", "id=…"],
      ["date", expect.any(String)],
    ]);
    const ages = value?.files.map(({ first, second }) =>
      [first, second].map((answer) => Number(answer?.headers.find(([name]) => name === "age")?.[1])),
    );
    for (const [first = 0, second = 0] of ages ?? []) expect(second).toBeGreaterThan(first);
    expect(JSON.stringify(part)).not.toMatch(/s3cret|x-other/);
  });

  it("reads what style sheets load, resolved by where they are", async () => {
    const { part } = await assetsOf(site("@import 'http://x.test/a.css'; p { background: url(b.png) }"));
    expect(part).toMatchObject({
      value: {
        stylesheets: [
          {
            isWhole: true,
            references: [
              { kind: "style", url: "http://x.test/a.css" },
              { kind: "image", url: expect.stringMatching(/\/b\.png$/) },
            ],
          },
          {},
        ],
      },
    });
  });

  it("reads no more than half a megabyte of a style sheet, and says so", async () => {
    const css = `/*${"x".repeat(600_000)}*/ p { background: url(http://x.test/late.png) }`;
    const { part } = await assetsOf(site(css, "<link rel=stylesheet href=/plain.css>"));
    expect(part).toMatchObject({ value: { stylesheets: [{ isWhole: false, references: [] }] } });
  });

  it("goes on where one file breaks off", async () => {
    const html = "<script src=/gone.3f9ab2c6.js></script><script src=/b.3f9ab2c2.js></script>";
    const { part } = await assetsOf(site("", html));
    expect(part).toMatchObject({
      value: { files: [{ first: null, second: null }, { second: { status: 200 } }] },
    });
  });

  it("asks an API twice and follows nothing in its answer", async () => {
    const { part, requests } = await assetsOf((_request, response) => {
      response.writeHead(200, { "content-type": "application/json" }).end('{"a":"<script src=/b.3f9ab2c2.js>"}');
    }, "api");
    expect(part).toMatchObject({ value: { page: { isDocument: false }, files: [], stylesheets: [] } });
    expect(requests).toEqual(["GET /", "GET /"]);
  });

  it("leaves an alias alone", async () => {
    const { part, requests } = await assetsOf(site(""), "alias");
    expect([part.state, requests]).toEqual(["not_attempted", []]);
  });
});
