import { isUnder } from "../../edge/page-rule.ts";
import {
  NO_NOTES,
  type Observation,
  PART_NAMES,
  type PartName,
  type PartValue,
  type RedirectChain,
  type TargetNotes,
} from "../../observation.ts";
import { AT, tlsOf } from "./certificates.ts";
import { dnsOf, type Names, zoneOf } from "./dns-pieces.ts";
import { type Mail, mailAuthOf, mailOf } from "./mail-pieces.ts";

type Lines = [string, string][];
type Reference = NonNullable<PartValue<"page">["document"]>["references"][number];

/** One deployment as the probes would see it; what is left out is as on most sites. */
export type Deployment = {
  names: Names;
  mail: Omit<Mail, "domain">;
  tls: Parameters<typeof tlsOf>;
  /** Where the address of the target leads; default: it stays. */
  page: { headers: Lines; url?: string; status?: number; references?: Reference[]; isDocument?: boolean };
  /** What the host itself answers at its address; default: as the page. */
  front?: { status: number; headers: Lines };
  trace?: string;
  asset?: { url: string; first: Lines; second: Lines };
  chains: RedirectChain[];
  notes?: Partial<TargetNotes>;
  allowOrigin?: string;
};

/** The addresses that a chain asks, one after the other, each with the status that leads on. */
export function leads(...hops: readonly (string | number)[]): RedirectChain {
  const urls = hops.filter((hop) => typeof hop === "string");
  const statuses = hops.filter((hop) => typeof hop === "number");
  const asked = urls.map((url, index) => ({
    url,
    status: statuses[index] ?? 200,
    location: urls[index + 1] ?? null,
  }));
  return { start: urls[0] ?? "", hops: asked, final: urls.at(-1) ?? null, error: null };
}

/** The chains for the front page and for a deep address. `to` writes a chain for a path. */
export function both(to: (path: string) => RedirectChain[]): RedirectChain[] {
  return ["/", "/launch-ready/probe?from=audit&keep=path"].flatMap(to);
}

export function noName(start: string): RedirectChain {
  const reason = "The name has no address.";
  return { start, hops: [], final: null, error: { step: "dns", code: "nxdomain", reason } };
}

const CACHE_WORDS = /^(?:cache-control|age|vary|set-cookie|x-cache|cf-cache-status|x-vercel-cache|cache-status)$/;

export function observationOf(deployment: Deployment): Observation {
  const { names, mail, page, front, trace, asset, chains, notes, allowOrigin } = deployment;
  const { host, domain } = names;
  const root = `https://${host}/`;
  const url = page.url ?? root;
  const { status = 200, isDocument = true, references = [] } = page;
  const answer = { status, headers: page.headers.filter(([name]) => CACHE_WORDS.test(name)) };
  const visited = leads(...(url === root ? [root] : [root, 308, url]));
  const whole: Mail = { domain, ...mail };
  const values: { [P in PartName]: PartValue<P> } = {
    dns: dnsOf(names),
    zone: zoneOf(names),
    tls: tlsOf(...deployment.tls),
    page: {
      chain: visited,
      response: { url, status, httpVersion: "1.1", headers: page.headers, bodyBytes: 18_220, bodyTruncated: false },
      document: isDocument
        ? { contentType: "text/html", title: "Home", baseHref: null, metaCsp: [], metaReferrer: [], references }
        : null,
    },
    assets: {
      page: { url, isDocument, nonces: { first: [], second: [] }, first: answer, second: answer },
      files: asset
        ? [
            {
              url: asset.url,
              kind: "script",
              first: { status: 200, headers: asset.first },
              second: { status: 200, headers: asset.second },
            },
          ]
        : [],
      filesTotal: asset ? 1 : 0,
      stylesheets: [],
      stylesheetsTotal: 0,
    },
    browser: {
      url,
      title: "Home",
      status,
      product: "Chrome/150.0.0.0",
      isSettled: true,
      mixed: [],
      cspViolations: [],
      failed: [],
      console: [],
      blockedWrites: 0,
      refusedConnections: 0,
    },
    edge: {
      addresses: [...(names.a?.[0] ?? []), ...(names.aaaa?.[0] ?? [])],
      cnames: [...(names.cnames ?? [])],
      nameservers: [...names.nameservers],
      front: { ...(front ?? { status, headers: page.headers }), title: "Home", bodyHash: "3b".repeat(32) },
      trace: trace === undefined ? null : { host, site: trace },
      origins: [],
    },
    redirects: { chains },
    oldUrls: { items: [] },
    cors: {
      url,
      trials: [
        ["foreign", "https://launch-ready-audit.example"] as const,
        ["null", "null"] as const,
        ["prefix", `https://${host}.launch-ready-audit.example`] as const,
        ["suffix", `https://launch-ready-audit-${host}`] as const,
        ["http", `http://${host}`] as const,
        ["subdomain", `https://launch-ready-audit-7c1f.${domain}`] as const,
      ].map(([kind, origin]) => ({
        kind,
        origin,
        status,
        allowOrigin: allowOrigin ?? null,
        allowCredentials: null,
        vary: null,
      })),
    },
    securityTxt: isUnder(url, domain)
      ? { url: `${url}.well-known/security.txt`, status: 404, contentType: "text/html", text: "Not found" }
      : { url, status: 200, contentType: "text/html", text: "<!doctype html><title>Sign in</title>" },
    mail: mailOf(whole),
    mailAuth: mailAuthOf(whole),
  };
  const parts = PART_NAMES.map((name) => [name, { state: "observed", at: AT, ms: 40, value: values[name] }]);
  return {
    version: 2,
    target: { url: root, host, port: 443, domain, notes: { ...NO_NOTES, ...notes } },
    startedAt: AT,
    finishedAt: AT,
    parts: Object.fromEntries(parts) as Observation["parts"],
  };
}
