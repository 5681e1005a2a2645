import { randomBytes } from "node:crypto";
import { z } from "zod";
import { ALIAS, HOST, MTA_STS, WWW } from "../names.ts";
import type { Settings } from "../settings.ts";
import type { Handler } from "../web-server.ts";
import { type Account, hasRole, type Role, signIn } from "./accounts.ts";
import { type Asset, ICON_ASSET, SCRIPT_ASSET, STYLE_ASSET } from "./assets.ts";
import { answer } from "./chat.ts";
import { createEdgeCache } from "./edge-cache.ts";
import { cookie, createExchange, type Exchange, readBody, redirectTo, send, sendJson } from "./exchange.ts";
import { chatPage, homePage, loginPage } from "./pages.ts";
import { parseJson } from "./parse-json.ts";
import { PAYROLL, TICKETS } from "./records.ts";
import { createSessions, readCookie } from "./sessions.ts";
import { answerSlack } from "./slack.ts";

type Route = (exchange: Exchange) => void | Promise<void>;

const chatRequest = z.object({ message: z.string().min(1).max(2_000) });
const TEXT = "text/plain; charset=utf-8";

/** A browser says where a request comes from; a write from another site is refused, whatever cookie it carries. */
function isForeignWrite({ request, settings }: Exchange): boolean {
  if (request.method === "GET" || request.method === "HEAD") return false;
  const { origin, "sec-fetch-site": site } = request.headers;
  if (site !== undefined) return site !== "same-origin" && site !== "none";
  return origin !== undefined && origin !== settings.site.origin;
}

function createRoutes(): Record<string, Route> {
  const sessions = createSessions();
  const sessionId = ({ request }: Exchange) => readCookie(request.headers.cookie, "session");
  const accountOf = (exchange: Exchange) => sessions.find(sessionId(exchange));

  const page =
    (render: (account: Account, exchange: Exchange) => string): Route =>
    (exchange) => {
      const account = accountOf(exchange);
      if (!account) return redirectTo(exchange, 303, "/login");
      send(exchange, { body: render(account, exchange) });
    };
  const api =
    (least: Role, handle: (account: Account, exchange: Exchange) => void | Promise<void>): Route =>
    (exchange) => {
      const account = accountOf(exchange);
      if (!account) return sendJson(exchange, 401, { error: "Sign in first." });
      if (!hasRole(account, least)) return sendJson(exchange, 403, { error: "Your role may not do this." });
      return handle(account, exchange);
    };
  const atEdge = createEdgeCache();
  const hashed =
    (asset: Asset, extra: (settings: Settings) => string = () => ""): Route =>
    (exchange) => {
      const { caching } = exchange.settings;
      const headers = { "cache-control": caching.assets, ...atEdge(asset.path, "asset", caching) };
      send(exchange, { ...asset, body: asset.body + extra(exchange.settings), headers });
    };

  return {
    "GET /": (exchange) => {
      const body = homePage(accountOf(exchange), exchange.settings.homeMarkup, exchange.nonce);
      // Everyone has a session; signing in replaces it by one that is worth something.
      const anonymous = () => [
        cookie(exchange, "session", randomBytes(24).toString("base64url")),
        ...exchange.settings.edge.cookies,
      ];
      const { caching } = exchange.settings;
      const headers = { "cache-control": caching.page, ...atEdge("/", "page", caching) };
      const isKnown = sessionId(exchange) !== undefined || !caching.setsCookies;
      send(exchange, { body, headers: isKnown ? headers : { ...headers, "set-cookie": anonymous() } });
    },
    "GET /login": (exchange) => send(exchange, { body: loginPage(null, exchange.nonce) }),
    "POST /login": async (exchange) => {
      const form = new URLSearchParams((await readBody(exchange.request)) ?? "");
      const account = signIn(form.get("email") ?? "", form.get("password") ?? "");
      if (!account) return send(exchange, { status: 401, body: loginPage("That is not right.", exchange.nonce) });
      sessions.close(sessionId(exchange));
      redirectTo(exchange, 303, "/chat", { "set-cookie": [cookie(exchange, "session", sessions.open(account))] });
    },
    "POST /logout": (exchange) => {
      sessions.close(sessionId(exchange));
      redirectTo(exchange, 303, "/", { "set-cookie": [`${cookie(exchange, "session", "")}; Max-Age=0`] });
    },
    "GET /chat": page((account, { nonce }) => chatPage(account, nonce)),
    "POST /api/chat": api("staff", async (account, exchange) => {
      const isJson = exchange.request.headers["content-type"]?.startsWith("application/json");
      if (!isJson) return sendJson(exchange, 415, { error: "Send application/json." });
      const body = await readBody(exchange.request);
      if (body === null) return sendJson(exchange, 413, { error: "At most 64 KiB." });
      const message = chatRequest.safeParse(parseJson(body));
      if (!message.success) return sendJson(exchange, 400, { error: "Send { message }." });
      sendJson(exchange, 200, answer(account, message.data.message));
    }),
    "GET /api/tickets": api("viewer", (_account, exchange) => sendJson(exchange, 200, { tickets: TICKETS })),
    "GET /api/payroll": api("admin", (_account, exchange) => sendJson(exchange, 200, { payroll: PAYROLL })),
    "GET /api/health": (exchange) => sendJson(exchange, 200, { status: "ok" }),
    "POST /webhooks/slack": async (exchange) => {
      const body = (await readBody(exchange.request)) ?? "";
      const { status, value } = answerSlack(exchange.request.headers, body, new Date());
      sendJson(exchange, status, value);
    },
    "GET /.well-known/security.txt": (exchange) => {
      const { status, contentType, text } = exchange.settings.securityTxt;
      send(exchange, { status, contentType, body: text });
    },
    "GET /robots.txt": (exchange) => send(exchange, { contentType: TEXT, body: "User-agent: *\nDisallow: /api/\n" }),
    [`GET ${SCRIPT_ASSET.path}`]: hashed(SCRIPT_ASSET),
    [`GET ${STYLE_ASSET.path}`]: hashed(STYLE_ASSET, ({ css }) => css),
    [`GET ${ICON_ASSET.path}`]: (exchange) =>
      send(exchange, { ...ICON_ASSET, headers: { "cache-control": "public, max-age=86400" } }),
  };
}

/** The Ops Copilot as a request handler. It keeps its sessions in memory and reads the settings for each request. */
export function createChatbot(options: { settings: () => Settings; onRequest: (key: string) => void }): Handler {
  const routes = createRoutes();

  async function respond(exchange: Exchange): Promise<void> {
    const { request, url, isSecure, settings } = exchange;
    const { redirects } = settings;
    const method = request.method === "HEAD" ? "GET" : request.method;
    const sites = new Map([
      [HOST, redirects.apex],
      [WWW, redirects.www],
      [ALIAS, redirects.alias],
    ]);
    if (url.hostname === MTA_STS && isSecure && url.pathname === "/.well-known/mta-sts.txt") {
      const { text: body, ...head } = settings.mtaSts;
      return send(exchange, { ...head, body });
    }
    const bySite = sites.get(url.hostname);
    if (!bySite) {
      return send(exchange, { status: 421, contentType: TEXT, body: "Not served here.\n" });
    }
    const onward = (isSecure ? null : redirects.plain(url)) ?? bySite(url) ?? settings.moved[url.pathname];
    if (onward) return redirectTo(exchange, onward.status, onward.location);
    if (isForeignWrite(exchange))
      return sendJson(exchange, 403, { error: "Refused: the request comes from another site." });
    const route = routes[`${method} ${url.pathname}`];
    if (route) return route(exchange);
    const isKnownPath = Object.keys(routes).some((key) => key.endsWith(` ${url.pathname}`));
    send(exchange, { status: isKnownPath ? 405 : 404, contentType: TEXT, body: "Not found.\n" });
  }

  return async (request, response, isSecure) => {
    const authority = `${isSecure ? "https" : "http"}://${request.headers.host ?? ""}`;
    const url = URL.canParse(request.url ?? "", authority) ? new URL(request.url ?? "", authority) : null;
    if (!url) return void response.writeHead(400).end();
    options.onRequest(`${request.method} ${url.pathname}`);
    try {
      await respond(createExchange({ request, response, url, isSecure, settings: options.settings() }));
    } catch (error) {
      // A client that leaves in the middle of its request is no news.
      if (!request.destroyed) console.error(error);
      response.destroy();
    }
  };
}
