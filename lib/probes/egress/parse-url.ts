import { type AddressPolicy, canonicalAddress } from "./address-policy.ts";
import { isWebPort } from "./ports.ts";
import { ProbeFailure } from "./probe-failure.ts";

const LOCAL_SUFFIXES = [
  "localhost",
  "local",
  "internal",
  "home.arpa",
  "onion",
  "i2p",
  "svc",
  "lan",
  "corp",
  "home",
] as const;
const URL_CHARS_MAX = 8192;
const DEFAULT_PORTS: Readonly<Record<string, number>> = { "http:": 80, "https:": 443 };

/**
 * The address of one request, or a ProbeFailure of step `policy`. `base` is where a relative reference starts from.
 * Literal addresses are not judged here: that happens for every connection, whatever the name was.
 */
export function parseUrl(raw: string, policy: Pick<AddressPolicy, "allow">, base?: URL): URL {
  if (raw.length > URL_CHARS_MAX)
    throw refuse("invalid_url", `The address is longer than ${URL_CHARS_MAX} characters.`);
  // Parsers disagree about these bytes, so none of them gets the chance.
  // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
  if (/[\u0000-\u0020\u007f\\]/.test(raw)) {
    throw refuse("invalid_url", "The address holds a space, a control character or a backslash.");
  }
  const url = URL.parse(raw, base?.href);
  if (!url) throw refuse("invalid_url", "This is not a complete web address.");
  if (!Object.hasOwn(DEFAULT_PORTS, url.protocol)) {
    throw refuse("blocked_scheme", "Only http and https addresses can be audited.");
  }
  checkAuthority(raw, url, base);
  url.hash = "";
  url.hostname = url.hostname.replace(/\.$/, "");
  const host = hostOf(url);
  if (canonicalAddress(host) === null) checkName(host, policy);
  checkPort(portOf(url), policy);
  return url;
}

/** Host without brackets. */
export function hostOf(url: URL): string {
  return url.hostname.replace(/^\[|\]$/g, "");
}

export function portOf(url: URL): number {
  return url.port === "" ? (DEFAULT_PORTS[url.protocol] ?? 0) : Number(url.port);
}

function checkAuthority(raw: string, url: URL, base: URL | undefined): void {
  const authority = /^(?:[a-z][a-z0-9+.-]*:)?\/\/([^/?#]*)/i.exec(raw)?.[1];
  if (authority === undefined && base === undefined) throw refuse("invalid_url", "This is not a complete web address.");
  if (url.username !== "" || url.password !== "" || authority?.includes("@")) {
    throw refuse("blocked_userinfo", "The address holds a user name or a password.");
  }
}

function checkName(host: string, policy: Pick<AddressPolicy, "allow">): void {
  const labels = host.split(".");
  const isName = host.length <= 253 && labels.every((label) => /^[a-z0-9_][a-z0-9_-]{0,62}$/.test(label));
  if (!isName) throw refuse("invalid_url", "The host is not a valid name.");
  if (policy.allow.some((entry) => entry.kind === "host" && entry.host === host)) return;
  const isLocal = labels.length < 2 || LOCAL_SUFFIXES.some((suffix) => host === suffix || host.endsWith(`.${suffix}`));
  if (isLocal) throw refuse("blocked_host", "The host is a local name, which audits may not reach.");
}

/** An entry that names the port may widen the list; whether it covers the address too is judged at the connection. */
function checkPort(port: number, policy: Pick<AddressPolicy, "allow">): void {
  if (port === 0 || !(isWebPort(port) || policy.allow.some((entry) => entry.port === port))) {
    throw refuse("blocked_port", `Port ${port} is not one that audits may reach.`);
  }
}

function refuse(code: string, reason: string): ProbeFailure {
  return new ProbeFailure("policy", code, reason);
}
