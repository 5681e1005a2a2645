import ipaddr from "ipaddr.js";
import type { PartValue } from "../observation.ts";
import { EDGE_NETWORKS } from "./edge-networks.ts";
import { BOT_SIGNS, EDGE_SIGNS, type EdgeSigns } from "./edge-signs.ts";

type Edge = PartValue<"edge">;
type Headers = Edge["front"]["headers"];
export type Proof = { kind: "address" | "header" | "trace" | "cname" | "nameserver"; detail: string };
export type Proven = { edge: string; proofs: Proof[] };

/**
 * The edge with the most kinds of proof, each kind counted once; `null` where nothing points to any. Name servers alone
 * prove nothing: an edge's DNS is often used without the edge.
 */
export function findEdge(edge: Edge, host: string): Proven | null {
  const found = EDGE_SIGNS.map((signs): Proven => ({ edge: signs.edge, proofs: proofsOf(signs, edge, host) }));
  const best = found.reduce<Proven | null>(
    (most, one) => (one.proofs.length > (most?.proofs.length ?? 0) ? one : most),
    null,
  );
  return best?.proofs.some(({ kind }) => kind !== "nameserver") ? best : null;
}

function proofsOf(signs: EdgeSigns, edge: Edge, host: string): Proof[] {
  const header = edge.front.headers.find((line) => signs.headers.some((sign) => isSign(line, sign)));
  const address = edge.addresses.find((one) => isWithin(one, signs.edge));
  const cname = edge.cnames.find((name) => isUnder(name, signs.cnames));
  const nameserver = edge.nameservers.find((name) => isUnder(name, signs.nameservers));
  const isTraced = signs.edge === "Cloudflare" && edge.trace?.host === host;
  return [
    ...(address ? [{ kind: "address" as const, detail: address }] : []),
    ...(header ? [{ kind: "header" as const, detail: `${header[0]}: ${header[1]}` }] : []),
    ...(isTraced ? [{ kind: "trace" as const, detail: `/cdn-cgi/trace, answered at ${edge.trace?.site}` }] : []),
    ...(cname ? [{ kind: "cname" as const, detail: cname }] : []),
    ...(nameserver ? [{ kind: "nameserver" as const, detail: nameserver }] : []),
  ];
}

/** What shows that bots are told from people, in a few words; `null`: nothing was seen. */
export function findBotRule(headers: Headers): string | null {
  const header = headers.find((line) => BOT_SIGNS.headers.some((sign) => isSign(line, sign)));
  if (header) return `the header ${header[0]}`;
  const cookies = headers.flatMap(([name, value]) => (name === "set-cookie" ? [value] : []));
  for (const cookie of cookies) {
    const by = BOT_SIGNS.cookies.find(([pattern]) => pattern.test(cookie))?.[1];
    if (by) return `the cookie ${cookie} of ${by}`;
  }
  return null;
}

function isSign(
  [name, value]: readonly [string, string],
  [wanted, pattern]: readonly [string, RegExp | null],
): boolean {
  const isNamed = wanted.startsWith("*") ? name.startsWith(wanted.slice(1)) : name === wanted;
  return isNamed && (pattern === null || pattern.test(value.trim()));
}

function isUnder(name: string, suffixes: readonly string[]): boolean {
  return suffixes.some((suffix) => name === suffix || name.endsWith(`.${suffix}`));
}

export function isWithin(address: string, edge: string): boolean {
  if (!ipaddr.isValid(address)) return false;
  const ip = ipaddr.process(address);
  return (RANGES.get(edge) ?? []).some(([base, bits]) => base.kind() === ip.kind() && ip.match(base, bits));
}

const RANGES = new Map(
  EDGE_NETWORKS.map(({ edge, ranges }) => [edge, ranges.map((range) => ipaddr.parseCIDR(range))] as const),
);
