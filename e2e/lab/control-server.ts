import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { z } from "zod";
import { readBody } from "./chatbot/exchange.ts";
import { parseJson } from "./chatbot/parse-json.ts";
import { CONTROL_STYLE, controlPage } from "./control-page.ts";
import { type Faults, isFaultName } from "./faults.ts";
import type { RequestCounts } from "./request-counts.ts";

export type ControlServer = { port: number; url: string; close(): Promise<void> };

type Answer = { status: number; contentType?: string; body?: string; location?: string };
const HTML = "text/html; charset=utf-8";
const switchInput = z.object({ on: z.boolean() });

const json = (status: number, value: unknown): Answer => ({
  status,
  contentType: "application/json",
  body: JSON.stringify(value),
});
const back = (fragment: string): Answer => ({ status: 303, location: `/${fragment}` });

/** Another site must neither write, nor read by pointing a name of its own at this address. */
function isFromElsewhere({ method, headers }: IncomingMessage, port: number): boolean {
  const hosts = [`127.0.0.1:${port}`, `localhost:${port}`];
  if (!hosts.includes(headers.host ?? "")) return true;
  if (method === "GET" || method === "HEAD") return false;
  const site = headers["sec-fetch-site"] ?? "none";
  if (site !== "same-origin" && site !== "none") return true;
  return headers.origin !== undefined && headers.origin !== `http://${headers.host}`;
}

function wantedState(request: IncomingMessage, body: string): boolean | null {
  if (request.method === "POST") return new URLSearchParams(body).get("on") === "true";
  return switchInput.safeParse(parseJson(body)).data?.on ?? null;
}

async function switchFault(request: IncomingMessage, name: string, faults: Faults): Promise<Answer> {
  if (!isFaultName(name)) return json(404, { error: `There is no fault "${name}".` });
  const on = wantedState(request, (await readBody(request)) ?? "");
  if (on === null) return json(400, { error: 'Send { "on": true } or { "on": false }.' });
  faults.set(name, on);
  if (request.method === "POST") return back(`#${name}`);
  return json(
    200,
    faults.list().find((fault) => fault.name === name),
  );
}

/** Switches faults: a page for people at `/`, JSON at `/faults` and `/requests`. Loopback only. */
export async function startControlServer(options: {
  port?: number | undefined;
  faults: Faults;
  requests: RequestCounts;
  origin: string;
}): Promise<ControlServer> {
  const { faults, requests, origin } = options;
  const routes: Record<string, () => Answer> = {
    "GET /": () => ({ status: 200, contentType: HTML, body: controlPage({ faults: faults.list(), origin }) }),
    "GET /style.css": () => ({ status: 200, contentType: "text/css; charset=utf-8", body: CONTROL_STYLE }),
    "GET /faults": () => json(200, faults.list()),
    "DELETE /faults": () => {
      faults.reset();
      return json(200, faults.list());
    },
    "POST /reset": () => {
      faults.reset();
      return back("");
    },
    "GET /requests": () => json(200, requests.list()),
    "DELETE /requests": () => {
      requests.clear();
      return json(200, {});
    },
  };

  async function answer(request: IncomingMessage, port: number): Promise<Answer> {
    if (isFromElsewhere(request, port))
      return json(403, { error: "Only this machine's own pages and tools may do that." });
    const { pathname } = new URL(request.url ?? "/", "http://127.0.0.1");
    const [, name] = /^\/faults\/([a-z0-9-]+)$/.exec(pathname) ?? [];
    const isWrite = request.method === "PUT" || request.method === "POST";
    if (name !== undefined && isWrite) return switchFault(request, name, faults);
    return routes[`${request.method} ${pathname}`]?.() ?? json(404, { error: "Not found." });
  }

  function send(response: ServerResponse, { status, contentType = HTML, body = "", location }: Answer): void {
    response.writeHead(status, {
      "content-type": contentType,
      "cache-control": "no-store",
      "x-content-type-options": "nosniff",
      // Under no-referrer a browser would send its own forms with Origin: null.
      "referrer-policy": "same-origin",
      "content-security-policy":
        "default-src 'none'; style-src 'self'; img-src data:; form-action 'self'; base-uri 'none'; frame-ancestors 'none'",
      ...(location === undefined ? {} : { location }),
    });
    response.end(body);
  }

  const server = createServer((request, response) => {
    const { port } = server.address() as AddressInfo;
    answer(request, port).then(
      (reply) => send(response, reply),
      () => response.destroy(),
    );
  });
  await new Promise<void>((resolve, reject) =>
    server.once("error", reject).listen(options.port ?? 0, "127.0.0.1", resolve),
  );
  const { port } = server.address() as AddressInfo;
  return {
    port,
    url: `http://127.0.0.1:${port}`,
    async close() {
      server.closeAllConnections();
      await new Promise((done) => server.close(done));
    },
  };
}
