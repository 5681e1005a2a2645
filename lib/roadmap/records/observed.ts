import { findEdge, type Proof } from "#lib/audits/edge/edge-proofs.ts";
import { EDGE_SIGNS } from "#lib/audits/edge/edge-signs.ts";
import { providersOf } from "#lib/audits/mail/providers.ts";
import type { Part } from "#lib/audits/observation.ts";
import { settle } from "#lib/audits/parse/dns-answers.ts";
import { readMx } from "#lib/audits/parse/mx.ts";
import { clipped } from "../words.ts";
import type { Observed } from "./observed-match.ts";
import { CNAME_SUFFIXES, MAIL_GATEWAYS, MX_SUFFIXES, NS_SUFFIXES, ROUTE_53 } from "./observed-tables.ts";

/** The parts of an audit that show who is behind a name; a part that could not be seen shows nobody. */
export type LookedAt = { host: string; dns?: Part<"dns">; mail?: Part<"mail">; edge?: Part<"edge"> };

/** Who runs DNS, mail and hosting, as far as public records give it away. What is not recognised is left out. */
export function observedProviders({ host, dns, mail, edge }: LookedAt): Observed[] {
  return [
    ...(dns?.state === "observed" ? fromNameservers(dns.value, dns.at) : []),
    ...(edge?.state === "observed" ? fromEdge(edge.value, host, edge.at) : []),
    ...(mail?.state === "observed" ? fromMail(mail.value, mail.at) : []),
  ];
}

type Value<P extends "dns" | "mail" | "edge"> = Extract<Part<P>, { state: "observed" }>["value"];

function fromNameservers({ ns }: Value<"dns">, observedAt: string): Observed[] {
  const settled = settle(ns);
  if (settled.state !== "found") return [];
  return once(
    settled.records.map(hostName).map((name) => ({
      kind: "dns",
      provider: ROUTE_53.test(name) ? "Amazon Route 53" : bySuffix(name, NS_SUFFIXES),
      evidence: `NS ${name}`,
      observedAt,
    })),
  );
}

function fromMail(mail: Value<"mail">, observedAt: string): Observed[] {
  return once(
    readMx(mail.mx).map(({ host }) => ({
      kind: "email",
      provider: mailProvider(host),
      evidence: `MX ${host}`,
      observedAt,
    })),
  );
}

function mailProvider(host: string): string | null {
  const [known] = providersOf([host], []).filter(({ name }) => !MAIL_GATEWAYS.has(name));
  return known?.name ?? bySuffix(host, MX_SUFFIXES);
}

const PLATFORM_CNAMES = [
  ...EDGE_SIGNS.filter(({ isPlatform }) => isPlatform).flatMap(({ edge, cnames }) =>
    cnames.map((suffix) => [suffix, edge] as const),
  ),
  ...CNAME_SUFFIXES,
];

/** An edge that is no platform says nothing about the host behind it; a name that a platform gave out does. */
function fromEdge(edge: Value<"edge">, host: string, observedAt: string): Observed[] {
  const found = findEdge(edge, host);
  const isPlatform = EDGE_SIGNS.some((signs) => signs.isPlatform && signs.edge === found?.edge);
  if (found && isPlatform && isProof(found.proofs)) {
    return [{ kind: "hosting", provider: found.edge, evidence: inWords(found.proofs), observedAt }];
  }
  return once(
    edge.cnames.map(hostName).map((name) => ({
      kind: "hosting",
      provider: bySuffix(name, PLATFORM_CNAMES),
      evidence: `CNAME ${name}`,
      observedAt,
    })),
  );
}

/** Anybody can send a header; an address or a name is given out by the platform alone. */
function isProof(proofs: readonly Proof[]): boolean {
  return proofs.length > 1 || proofs.some(({ kind }) => kind === "address" || kind === "cname");
}

/** A header may be as long as its sender likes. */
const EVIDENCE_CHARACTERS_MAX = 120;

function inWords(proofs: readonly Proof[]): string {
  const best = proofs.find(({ kind }) => kind === "cname") ?? proofs.find(({ kind }) => kind === "address");
  if (best) return `${best.kind === "cname" ? "CNAME" : "address"} ${best.detail}`;
  return clipped(proofs[0]?.detail ?? "", EVIDENCE_CHARACTERS_MAX);
}

function hostName(text: string): string {
  return text.toLowerCase().replace(/\.$/, "");
}

function bySuffix(name: string, suffixes: readonly (readonly [string, string])[]): string | null {
  return suffixes.find(([suffix]) => name === suffix || name.endsWith(`.${suffix}`))?.[1] ?? null;
}

/** Each provider with the first thing that shows it. */
function once(found: readonly (Omit<Observed, "provider"> & { provider: string | null })[]): Observed[] {
  const byName = new Map<string, Observed>();
  for (const { provider, ...one } of found) {
    if (provider !== null && !byName.has(provider)) byName.set(provider, { ...one, provider });
  }
  return [...byName.values()];
}
