import { parse } from "tldts";
import { type Chain, type Enforced, permitsUrl, sourcesFor } from "./csp-permits.ts";
import type { CspSource } from "./csp-source.ts";

/** A name that stands for a site of the attacker's. */
const FOREIGN = "launch-ready-audit.example";
/** Different wildcards, with their ports and paths; a policy with more is no better for it. */
const ADDRESSES_MAX = 20;

type HostSource = Extract<CspSource, { kind: "host" }>;

/** An address of any site at all that gets through every policy, chosen to fit the wildcards in them. */
export function anyForeign(enforced: Enforced, chains: readonly Chain[]): URL | undefined {
  const fitting = hostSources(enforced, chains, ({ host }) => host === "*");
  const addresses = fitting.map((source) => addressAt(FOREIGN, source));
  return permitted(enforced, chains, [`https://${FOREIGN}/`, ...addresses]);
}

/** An address under a name that anybody can have, e.g. `*.github.io` or `*.com`: a wildcard on a public suffix. */
export function anySubdomain(enforced: Enforced, chains: readonly Chain[]): URL | undefined {
  const fitting = hostSources(enforced, chains, ({ host }) => host.startsWith("*.") && isPublicSuffix(host.slice(2)));
  return permitted(
    enforced,
    chains,
    fitting.map((source) => addressAt(`launch-ready-audit${source.host.slice(1)}`, source)),
  );
}

/** An address over plain HTTP that a source names. */
export function anyPlain(enforced: Enforced, chains: readonly Chain[]): URL | undefined {
  const fitting = hostSources(enforced, chains, ({ scheme }) => scheme === "http");
  return permitted(
    enforced,
    chains,
    fitting.map((source) => addressAt(source.host.replace("*", "launch-ready-audit"), source, "http")),
  );
}

export function permitted(enforced: Enforced, chains: readonly Chain[], addresses: readonly string[]): URL | undefined {
  for (const address of addresses) {
    const url = URL.parse(address);
    if (url && permitsUrl(enforced, url, chains)) return url;
  }
  return undefined;
}

function hostSources(
  enforced: Enforced,
  chains: readonly Chain[],
  isMeant: (source: HostSource) => boolean,
): HostSource[] {
  return sourcesFor(enforced, chains)
    .filter((source) => source.kind === "host")
    .filter(isMeant)
    .slice(0, ADDRESSES_MAX);
}

/** Over https unless told: a plain source lets that through too, and browsers block plain scripts on a secure page. */
function addressAt(host: string, { port, path }: HostSource, scheme = "https"): string {
  const isDefault = port === null || port === "*" || port === "80";
  return `${scheme}://${host}${isDefault ? "" : `:${port}`}${path}`;
}

/** On the Public Suffix List, though only its owner puts services there. */
const OWN_SUFFIXES: ReadonlySet<string> = new Set(["googleapis.com"]);

function isPublicSuffix(host: string): boolean {
  if (OWN_SUFFIXES.has(host)) return false;
  const { publicSuffix, isIcann, isPrivate } = parse(host, { allowPrivateDomains: true, validateHostname: false });
  return publicSuffix === host && (isIcann === true || isPrivate === true);
}
