import ipaddr from "ipaddr.js";
import { type AllowEntry, type Cidr, readCidr } from "./allow.ts";
import { SPECIAL_RANGES } from "./ranges.generated.ts";

type Ip = ipaddr.IPv4 | ipaddr.IPv6;
export type AddressPolicy = {
  allow: readonly AllowEntry[];
  deny?: readonly string[] | undefined;
  nat64Prefix?: string | undefined;
};
/** Where a connection is meant to go; decides which allow entries may apply. */
export type Destination = { host?: string | undefined; port?: number | undefined };
/** `allowedBy`: the operator's entry without which the address would have been refused. */
export type AddressVerdict =
  | { allowed: true; allowedBy: AllowEntry | null }
  | { allowed: false; why: "not_an_address" | "denied" | "not_public" };

const SPECIAL = SPECIAL_RANGES.map((range) => ({ cidr: requireCidr(range.cidr), reachable: range.reachable })).sort(
  (a, b) => b.cidr[1] - a.cidr[1],
);
const MULTICAST_V4 = requireCidr("224.0.0.0/4");
const GLOBAL_V6 = requireCidr("2000::/3");
/** IPv4 inside IPv6: which IPv4 host such an address reaches is up to routers that we do not know. */
const EMBEDDING_V6 = ["64:ff9b::/96", "64:ff9b:1::/48", "2002::/16", "2001::/32", "::/96", "::ffff:0:0:0/96"].map(
  requireCidr,
);
/** Cloud metadata and host agents, some of them on public addresses; no allow entry lifts these. */
const ALWAYS_DENIED = [
  "169.254.169.254/32",
  "100.100.100.200/32",
  "168.63.129.16/32",
  "fd00:ec2::/32",
  "fd20:ce::/32",
].map(requireCidr);

/** Whether a connection to this address may be made at all. Any spelling of the address gets the same verdict. */
export function judgeAddress(text: string, policy: AddressPolicy, to: Destination = {}): AddressVerdict {
  const ip = readAddress(text, policy.nat64Prefix);
  if (ip === null) return { allowed: false, why: "not_an_address" };
  const denied = [...ALWAYS_DENIED, ...(policy.deny ?? []).map(requireCidr)];
  if (denied.some((cidr) => isWithin(ip, cidr))) return { allowed: false, why: "denied" };
  if (isPublic(ip)) return { allowed: true, allowedBy: null };
  const allowedBy = findAllow(ip, policy.allow, to);
  return allowedBy ? { allowed: true, allowedBy } : { allowed: false, why: "not_public" };
}

/** The allow entry that covers this address and destination. */
export function findAllow(address: string | Ip, allow: readonly AllowEntry[], to: Destination): AllowEntry | null {
  const ip = typeof address === "string" ? readAddress(address, undefined) : address;
  const covers = (entry: AllowEntry) =>
    (entry.port === null || entry.port === to.port) &&
    (entry.kind === "host" ? entry.host === to.host : ip !== null && isWithin(ip, entry.cidr));
  return allow.find(covers) ?? null;
}

/** One spelling per address, IPv4-mapped ones as IPv4; `null` where it is none or has a zone. */
export function canonicalAddress(text: string): string | null {
  return readAddress(text, undefined)?.toString() ?? null;
}

function readAddress(text: string, nat64Prefix: string | undefined): Ip | null {
  if (text.includes("%") || !ipaddr.isValid(text)) return null;
  const ip = ipaddr.process(text);
  if (nat64Prefix === undefined || !isWithin(ip, requireCidr(nat64Prefix))) return ip;
  return ipaddr.fromByteArray(ip.toByteArray().slice(12));
}

function isPublic(ip: Ip): boolean {
  if (ip.kind() === "ipv4" ? isWithin(ip, MULTICAST_V4) : !isWithin(ip, GLOBAL_V6)) return false;
  if (EMBEDDING_V6.some((cidr) => isWithin(ip, cidr))) return false;
  return SPECIAL.find(({ cidr }) => isWithin(ip, cidr))?.reachable ?? true;
}

function isWithin(ip: Ip, [base, bits]: Cidr): boolean {
  return ip.kind() === base.kind() && ip.match(base, bits);
}

function requireCidr(text: string): Cidr {
  const cidr = readCidr(text);
  if (cidr === null) throw new Error(`"${text}" is not a CIDR range.`);
  return cidr;
}
