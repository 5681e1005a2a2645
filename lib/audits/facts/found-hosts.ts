import type { Observation } from "../observation.ts";
import { headerValues } from "../parse/headers.ts";
import { readMx } from "../parse/mx.ts";

export type FoundIn = "certificate" | "redirect" | "csp" | "page" | "dns";
/** A host that an observation names, and in what. */
export type HostSighting = { host: string; kind: FoundIn };

/** Of one observation and kind; a certificate alone may hold thousands of names. */
const NAMES_MAX = 500;
const HOST_NAME = /^(?=.{1,253}$)[a-z0-9_][a-z0-9_-]{0,62}(?:\.[a-z0-9_][a-z0-9_-]{0,62})+$/;

/**
 * The hosts of some registrable domains that an observation names, once per kind of place. A wildcard names no host; a
 * name of somebody else's domain is not the project's to audit.
 */
export function foundHosts({ parts }: Pick<Observation, "parts">, domains: readonly string[]): HostSighting[] {
  const named = {
    certificate: parts.tls.state === "observed" ? (parts.tls.value.chain[0]?.names ?? []) : [],
    redirect: redirectHosts(parts),
    csp: cspHosts(parts),
    page: pageHosts(parts),
    dns: dnsHosts(parts),
  } as const satisfies Record<FoundIn, string[]>;
  return (Object.keys(named) as FoundIn[]).flatMap((kind) => {
    const hosts = named[kind].map((name) => name.toLowerCase().replace(/\.$/, ""));
    const own = [...new Set(hosts)].filter((host) => isHostOf(host, domains));
    return own.slice(0, NAMES_MAX).map((host) => ({ host, kind }));
  });
}

function isHostOf(host: string, domains: readonly string[]): boolean {
  return HOST_NAME.test(host) && domains.some((domain) => host === domain || host.endsWith(`.${domain}`));
}

type Parts = Observation["parts"];

/** Where redirects lead; where a chain starts was the audit's own idea. */
function redirectHosts({ page, redirects }: Parts): string[] {
  const chains = [
    ...(page.state === "observed" ? [page.value.chain] : []),
    ...(redirects.state === "observed" ? redirects.value.chains : []),
  ];
  return chains.flatMap(({ hops }) =>
    hops.flatMap(({ url, location }) => (location === null ? [] : hostIn(location, url))),
  );
}

/** `[scheme://]host[:port][/path]` among a policy's words (CSP3 §2.3.1); keywords and schemes have no such form. */
function cspHosts({ page }: Parts): string[] {
  if (page.state !== "observed") return [];
  const { response, document } = page.value;
  const policies = [
    ...headerValues(response.headers, "content-security-policy"),
    ...headerValues(response.headers, "content-security-policy-report-only"),
    ...(document?.metaCsp ?? []),
  ];
  return policies
    .flatMap((policy) => policy.split(/[\s;,]+/))
    .map((word) => word.replace(/^[a-z][a-z0-9+.-]*:\/\//i, "").replace(/[:/].*$/s, ""));
}

function pageHosts({ page }: Parts): string[] {
  if (page.state !== "observed") return [];
  return (page.value.document?.references ?? []).flatMap(({ url }) => hostIn(url));
}

/** What the host is another name of, and the usual names that lead to an address, but for those that only take mail. */
function dnsHosts({ dns, zone, mail }: Parts): string[] {
  const mailHosts = mail.state === "observed" ? readMx(mail.value.mx).map(({ host }) => host) : [];
  const aliased = dns.state === "observed" ? dns.value.cname.answers.flatMap(({ records }) => records) : [];
  const usual = zone.state === "observed" ? zone.value.names.filter(({ resolves }) => resolves) : [];
  return [...aliased, ...usual.map(({ name }) => name).filter((name) => !mailHosts.includes(name))];
}

function hostIn(url: string, base?: string): string[] {
  const parsed = URL.parse(url, base);
  return parsed ? [parsed.hostname] : [];
}
