import { getDomain } from "tldts";

/**
 * The name that somebody registered at a registry: `vercel.app` for `shop.vercel.app`, although the latter is a site of
 * its own (`TargetFacts.domain`). It is this one that has name servers and a `www`.
 */
export function registeredDomain(host: string): string {
  return getDomain(host, { validateHostname: false }) ?? host;
}
