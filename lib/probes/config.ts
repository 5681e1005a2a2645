import { readFileSync } from "node:fs";
import { AppError } from "#lib/errors.ts";
import packageFile from "#package" with { type: "json" };
import { type AllowEntry, parseAllow, readCidr } from "./egress/allow.ts";

export { parseAllow } from "./egress/allow.ts";

export type EgressConfig = {
  dns: {
    /** `ip` or `ip:port`; empty = the system's resolvers. */
    servers: string[];
    /** Name suffix → the servers that answer for it and everything below it. */
    zones: Record<string, string[]>;
    /** Name of an authoritative server → where it is reached, when not at its own address on port 53. */
    nameservers?: Record<string, string> | undefined;
  };
  /** What the operator lifts the refusal of private addresses and local names for. */
  allow: AllowEntry[];
  /** CIDR ranges that nothing may lift. */
  deny?: string[] | undefined;
  /** PEM certificates trusted besides the default roots. */
  extraCa: string[];
  /** A /96 whose addresses are judged by the IPv4 address inside them (RFC 6052 §2.2). */
  nat64Prefix?: string | undefined;
  /** An HTTP proxy (CONNECT) that every connection goes through; the usual proxy variables are never read. */
  proxyUrl?: string | undefined;
  userAgent: string;
  runId?: string | undefined;
  /** Called each time that an address passes only because of an allow entry. */
  onAllowUsed?: ((use: { entry: string; host: string; port: number }) => void) | undefined;
};

type Env = Readonly<Record<string, string | undefined>>;

/** With the address of this installation's own page about it, where there is one. */
function userAgent(baseUrl: string | undefined): string {
  const about = baseUrl ? ` (+${baseUrl}/bot)` : "";
  return `LaunchReadyBot/${packageFile.version}${about}`;
}

/** The product's own defaults: system resolvers, nothing private allowed. */
export function defaultEgressConfig(): EgressConfig {
  return egressConfigFromEnv({});
}

/** Reads DNS_SERVERS, DNS_ZONES, DNS_NAMESERVERS, EGRESS_ALLOW, EGRESS_DENY, AUDIT_CA_FILE, NAT64_PREFIX, EGRESS_PROXY_URL, AUDIT_USER_AGENT and BASE_URL; throws an AppError that names the variable. */
export function egressConfigFromEnv(env: Env): EgressConfig {
  return {
    dns: {
      servers: named("DNS_SERVERS", () => list(env.DNS_SERVERS).map(parseServer)),
      zones: named("DNS_ZONES", () => readZones(list(env.DNS_ZONES))),
      nameservers: named("DNS_NAMESERVERS", () => readNameservers(list(env.DNS_NAMESERVERS))),
    },
    allow: named("EGRESS_ALLOW", () => list(env.EGRESS_ALLOW).map(parseAllow)),
    deny: named("EGRESS_DENY", () => list(env.EGRESS_DENY).map(readRange)),
    extraCa: named("AUDIT_CA_FILE", () => (env.AUDIT_CA_FILE ? readCertificates(env.AUDIT_CA_FILE) : [])),
    nat64Prefix: named("NAT64_PREFIX", () => (env.NAT64_PREFIX ? readNat64(env.NAT64_PREFIX) : undefined)),
    proxyUrl: named("EGRESS_PROXY_URL", () => (env.EGRESS_PROXY_URL ? readProxy(env.EGRESS_PROXY_URL) : undefined)),
    userAgent: env.AUDIT_USER_AGENT || userAgent(env.BASE_URL),
  };
}

function named<T>(variable: string, read: () => T): T {
  try {
    return read();
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    throw new AppError("invalid", `${variable}: ${why}`, { cause: error });
  }
}

function list(text: string | undefined): string[] {
  return (text ?? "").split(/[\s,]+/).filter((entry) => entry !== "");
}

/** `ip`, `ip:port` or `[ip]:port` of a resolver, as it came. Throws an AppError that quotes what it could not read. */
export function parseServer(text: string): string {
  const match = /^(?:\[([^\]]+)\](?::(\d{1,5}))?|([\d.]+)(?::(\d{1,5}))?|([^[\]]+))$/.exec(text);
  const address = match?.[1] ?? match?.[3] ?? match?.[5];
  const port = Number(match?.[2] ?? match?.[4] ?? 53);
  if (address === undefined || readCidr(address) === null || address.includes("/") || port < 1 || port > 65_535) {
    throw new AppError("invalid", `"${text}" is not a resolver: expected an IP address, then optionally :port.`);
  }
  return text;
}

/** `suffix=ip:port`; a suffix that comes again gets one server more. */
function readZones(entries: string[]): Record<string, string[]> {
  const zones: Record<string, string[]> = {};
  for (const entry of entries) {
    const { name, server } = readPair(entry, "zone: expected suffix=ip:port");
    zones[name] = [...(zones[name] ?? []), server];
  }
  return zones;
}

/** `name=ip:port`; of a name that comes again, the last counts. */
function readNameservers(entries: string[]): Record<string, string> {
  const pairs = entries.map((entry) => readPair(entry, "name server: expected name=ip:port"));
  return Object.fromEntries(pairs.map(({ name, server }) => [name, server]));
}

function readPair(entry: string, expected: string): { name: string; server: string } {
  const [name, server, ...rest] = entry.split("=");
  if (!name || !server || rest.length > 0) throw new AppError("invalid", `"${entry}" is not a ${expected}.`);
  return { name: name.toLowerCase().replace(/^\.|\.$/g, ""), server: parseServer(server) };
}

function readRange(text: string): string {
  if (readCidr(text) === null) throw new AppError("invalid", `"${text}" is not a CIDR range.`);
  return text;
}

function readNat64(text: string): string {
  const cidr = readCidr(text);
  if (cidr?.[0].kind() !== "ipv6" || cidr[1] !== 96)
    throw new AppError("invalid", `"${text}" is not an IPv6 range of length 96.`);
  return text;
}

function readProxy(text: string): string {
  if (URL.parse(text)?.protocol !== "http:") throw new AppError("invalid", `"${text}" is not an http:// address.`);
  return text;
}

function readCertificates(path: string): string[] {
  const found = readFileSync(path, "utf8").match(/-----BEGIN CERTIFICATE-----[^-]+-----END CERTIFICATE-----/g);
  if (!found) throw new AppError("invalid", `${path} holds no PEM certificate.`);
  return found;
}
