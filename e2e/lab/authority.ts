import { X509Certificate } from "node:crypto";
import { AUTHORITY } from "./names.ts";
import type { Handler } from "./web-server.ts";

/** Hands out the authority's own certificates, by path, over plain http as real authorities do (RFC 5280 §4.2.2.1). */
export function withAuthority(issuers: Readonly<Record<string, string>>, next: Handler): Handler {
  return (request, response, isSecure) => {
    if (!request.headers.host?.startsWith(`${AUTHORITY}:`)) return next(request, response, isSecure);
    const pem = issuers[request.url ?? ""];
    if (pem === undefined) return void response.writeHead(404).end();
    response.writeHead(200, { "content-type": "application/pkix-cert" }).end(new X509Certificate(pem).raw);
  };
}
