import type { Settings } from "./settings.ts";
import type { Handler } from "./web-server.ts";

/** What the edge in front of the product shows of itself. */
export type EdgeSettings = {
  headers: Record<string, string>;
  /** The host that its trace page names, by the one it was asked at; `null`: there is no such page. */
  traceHost: (asked: string) => string | null;
  /** Set beside the product's own on its front page. */
  cookies: readonly string[];
  /** Whether the origin behind the edge serves anybody who asks it. */
  isOriginOpen: boolean;
};

/** As Cloudflare would show itself; its addresses are out of reach for a lab on loopback. */
export const HEALTHY_EDGE: EdgeSettings = {
  headers: { server: "cloudflare", "cf-ray": "8f0a1b2c3d4e5f60-TLL" },
  traceHost: (asked) => asked,
  cookies: ["__cf_bm=bGFi; Path=/; Secure; HttpOnly; SameSite=None"],
  isOriginOpen: false,
};

const trace = (host: string) =>
  [
    "fl=123f45",
    `h=${host}`,
    "ip=192.0.2.1",
    "ts=1700000000.123",
    "visit_scheme=https",
    "colo=TLL",
    "tls=TLSv1.3",
    "",
  ].join("\n");

/** The product behind its edge. */
export function withEdge(settings: () => Settings, next: Handler): Handler {
  return (request, response, isSecure) => {
    const { headers, traceHost } = settings().edge;
    for (const [name, value] of Object.entries(headers)) response.setHeader(name, value);
    const asked = (request.headers.host ?? "").replace(/:\d+$/, "");
    const traced = isSecure && request.url === "/cdn-cgi/trace" ? traceHost(asked) : null;
    if (traced === null) return next(request, response, isSecure);
    response.writeHead(200, { "content-type": "text/plain", "cache-control": "no-store" }).end(trace(traced));
  };
}

/** The product's origin, reached around the edge. */
export function asOrigin(settings: () => Settings, next: Handler): Handler {
  return (request, response, isSecure) => {
    if (settings().edge.isOriginOpen) return next(request, response, isSecure);
    response.writeHead(403, { "content-type": "text/plain" }).end("Only the edge may ask here.\n");
  };
}
