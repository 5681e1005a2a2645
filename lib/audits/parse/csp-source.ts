/** One source expression (CSP3 §2.3.1), lower case apart from a nonce, a hash and a path. */
export type CspSource =
  | { kind: "keyword"; keyword: string }
  | { kind: "nonce"; value: string }
  | { kind: "hash" }
  | { kind: "scheme"; scheme: string }
  | { kind: "host"; scheme: string | null; host: string; port: string | null; path: string }
  | { kind: "invalid" };

const KEYWORDS: ReadonlySet<string> = new Set([
  "none",
  "self",
  "unsafe-inline",
  "unsafe-eval",
  "unsafe-hashes",
  "strict-dynamic",
  "report-sample",
  "report-sha256",
  "report-sha384",
  "report-sha512",
  "unsafe-allow-redirects",
  "unsafe-webtransport-hashes",
  "wasm-unsafe-eval",
  "trusted-types-eval",
  "inline-speculation-rules",
]);

const NONCE = /^'nonce-([A-Za-z0-9+/_-]+={0,2})'$/i;
const HASH = /^'sha(?:256|384|512)-[A-Za-z0-9+/_-]+={0,2}'$/i;
const SCHEME = /^([a-z][a-z0-9+.-]*):$/i;
/** A host that a browser would compare: `*`, or labels, the first of which may be `*`. Underscores occur and are accepted by browsers. */
const HOST =
  /^(?:([a-z][a-z0-9+.-]*):\/\/)?(\*|(?:\*\.)?[a-z0-9_-]+(?:\.[a-z0-9_-]+)*\.?)(?::(\d{1,5}|\*))?(\/[^;,?#\s]*)?$/i;

export function parseCspSource(text: string): CspSource {
  const keyword = /^'([a-z0-9-]+)'$/i.exec(text)?.[1]?.toLowerCase();
  if (keyword !== undefined && KEYWORDS.has(keyword)) return { kind: "keyword", keyword };
  const nonce = NONCE.exec(text)?.[1];
  if (nonce !== undefined) return { kind: "nonce", value: nonce };
  if (HASH.test(text)) return { kind: "hash" };
  const scheme = SCHEME.exec(text)?.[1];
  if (scheme !== undefined) return { kind: "scheme", scheme: scheme.toLowerCase() };
  const [, hostScheme, host, port, path] = HOST.exec(text) ?? [];
  if (host === undefined) return { kind: "invalid" };
  return {
    kind: "host",
    scheme: hostScheme?.toLowerCase() ?? null,
    host: host.toLowerCase(),
    port: port ?? null,
    path: path ?? "",
  };
}

/** What a keyword, nonce or hash looks like when its quotes were left off: browsers take it for a host. */
export function isUnquoted(text: string): boolean {
  const bare = text.toLowerCase();
  return KEYWORDS.has(bare) || /^(?:nonce|sha256|sha384|sha512)-/.test(bare);
}
