import { randomBytes } from "node:crypto";
import type { IncomingMessage, ServerResponse } from "node:http";
import type { Settings } from "../settings.ts";

/** One request on its way to an answer. */
export type Exchange = {
  request: IncomingMessage;
  response: ServerResponse;
  url: URL;
  isSecure: boolean;
  settings: Settings;
  nonce: string;
};

export type Reply = {
  status?: number;
  contentType?: string;
  body?: string;
  headers?: Record<string, string | string[]>;
};

const BODY_BYTES_MAX = 64 * 1024;

export const createExchange = (parts: Omit<Exchange, "nonce">): Exchange => ({
  ...parts,
  nonce: parts.settings.nonce ?? randomBytes(16).toString("base64"),
});

function standingHeaders({ request, isSecure, settings, nonce }: Exchange): Record<string, string | string[]> {
  const { csp, site } = settings;
  const policy = Object.entries(csp?.directives ?? {}).map(([name, sources]) => `${name} ${sources}`.trim());
  return {
    ...(isSecure ? settings.headers : settings.plainHeaders),
    ...(csp && isSecure ? { [csp.header]: policy.join("; ").replaceAll("'nonce'", `'nonce-${nonce}'`) } : {}),
    ...(request.headers.origin === undefined ? {} : settings.cors(request.headers.origin, site)),
  };
}

/** Sends an answer with the headers that every answer has, but for empty ones; nothing is cached unless the reply says so. */
export function send(exchange: Exchange, reply: Reply): void {
  const { status = 200, contentType = "text/html; charset=utf-8", body = "", headers = {} } = reply;
  const lines = {
    "cache-control": "no-store",
    ...standingHeaders(exchange),
    "content-type": contentType,
    "content-length": Buffer.byteLength(body),
    ...headers,
  };
  exchange.response.writeHead(status, Object.fromEntries(Object.entries(lines).filter(([, value]) => value !== "")));
  exchange.response.end(exchange.request.method === "HEAD" ? undefined : body);
}

export const sendJson = (exchange: Exchange, status: number, value: unknown) =>
  send(exchange, { status, contentType: "application/json", body: JSON.stringify(value) });

export const redirectTo = (exchange: Exchange, status: number, location: string, headers: Reply["headers"] = {}) =>
  send(exchange, { status, contentType: "text/plain; charset=utf-8", headers: { ...headers, location } });

export const cookie = ({ settings }: Exchange, name: string, value: string) =>
  [`${settings.cookie.prefix}${name}=${value}`, ...settings.cookie.attributes].join("; ");

/** The body as text, or `null` when it is longer than 64 KiB. */
export async function readBody(request: IncomingMessage): Promise<string | null> {
  const chunks: Buffer[] = [];
  let bytes = 0;
  for await (const chunk of request as AsyncIterable<Buffer>) {
    bytes += chunk.length;
    if (bytes > BODY_BYTES_MAX) return null;
    chunks.push(chunk);
  }
  return Buffer.concat(chunks).toString("utf8");
}
