import type { CspSource } from "./csp-source.ts";

const DEFAULT_PORTS: Readonly<Record<string, string>> = { "http:": "80", "https:": "443", "ws:": "80", "wss:": "443" };
const NETWORK: ReadonlySet<string> = new Set(["http:", "https:", "ws:", "wss:"]);
/** A source of the left scheme lets its secure twin through as well (CSP3 §6.7.2.9, scheme-part match). */
const UPGRADES: Readonly<Record<string, readonly string[]>> = {
  "http:": ["https:"],
  "ws:": ["wss:", "http:", "https:"],
  "wss:": ["https:"],
};

/** Whether one source expression lets a URL through (CSP3 §6.7.2.8); `self` is the address of the page. */
export function sourceMatches(source: CspSource, url: URL, self: URL): boolean {
  if (source.kind === "scheme") return schemeMatches(`${source.scheme}:`, url.protocol);
  if (source.kind === "keyword") return source.keyword === "self" && isSelf(url, self);
  if (source.kind !== "host") return false;
  // `*` alone stands for any address of the network, and never for data: or blob:.
  if (source.host === "*" && source.scheme === null && source.port === null && source.path === "") {
    return NETWORK.has(url.protocol) || url.protocol === self.protocol;
  }
  const scheme = source.scheme === null ? self.protocol : `${source.scheme}:`;
  return (
    schemeMatches(scheme, url.protocol) &&
    hostMatches(source.host, url.hostname) &&
    portMatches(source.port, url) &&
    pathMatches(source.path, url.pathname)
  );
}

function schemeMatches(given: string, actual: string): boolean {
  return given === actual || UPGRADES[given]?.includes(actual) === true;
}

function isSelf(url: URL, self: URL): boolean {
  return url.hostname === self.hostname && schemeMatches(self.protocol, url.protocol) && portOf(url) === portOf(self);
}

const portOf = (url: URL) => url.port || DEFAULT_PORTS[url.protocol] || "";

/** Addresses never match, apart from 127.0.0.1 (§6.7.2.10); `*.` wants at least one more label. */
function hostMatches(given: string, actual: string): boolean {
  if (given === "*") return true;
  if (given.startsWith("*.")) return actual.endsWith(given.slice(1));
  return given === actual && (given === "127.0.0.1" || !isIpv4(given));
}

export function isIpv4(host: string): boolean {
  return /^\d{1,3}(?:\.\d{1,3}){3}$/.test(host);
}

function portMatches(given: string | null, url: URL): boolean {
  if (given === "*") return true;
  const actual = portOf(url);
  if (given === null) return actual === DEFAULT_PORTS[url.protocol];
  return given === actual || (given === "80" && actual === "443");
}

/** A path that ends in `/` stands for all below it, any other for itself (§6.7.2.12). */
function pathMatches(given: string, actual: string): boolean {
  if (given === "" || given === "/") return true;
  const path = decoded(given);
  return path.endsWith("/") ? decoded(actual).startsWith(path) : decoded(actual) === path;
}

function decoded(path: string): string {
  try {
    return decodeURIComponent(path);
  } catch {
    return path;
  }
}
