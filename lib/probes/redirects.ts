import { isLiteral } from "./parse-target.ts";
import type { Probe } from "./probe.ts";
import { registeredDomain } from "./registered-domain.ts";
import { withScheme } from "./with-scheme.ts";

/** Shows whether a redirect keeps path and query. */
const DEEP_PATH = "/launch-ready/probe?from=audit&keep=path";

/** Each costs four chains. */
const ALIASES_MAX = 20;

export const probeRedirects: Probe<"redirects"> = async ({ target, url, land }) => {
  // The chains alone: the bodies that they end at would otherwise all be held until the last one is there.
  const starts = startsOf(target.host, url, target.notes.aliases);
  return { chains: await Promise.all(starts.map(async (start) => (await land(start)).chain)) };
};

/** Both schemes of each name that a visitor may type for the site, at its front page and deep inside. */
export function startsOf(host: string, url: URL, aliases: readonly string[] = []): string[] {
  const names = new Set([...variantsOf(host), ...aliases.slice(0, ALIASES_MAX)]);
  const starts = [...names].flatMap((name) =>
    (["http:", "https:"] as const).flatMap((scheme) => {
      const origin = withScheme(url, scheme);
      if (name !== host) origin.hostname = name;
      return ["/", DEEP_PATH].map((path) => new URL(path, origin).href);
    }),
  );
  return [...new Set(starts)];
}

function variantsOf(host: string): string[] {
  const domain = registeredDomain(host);
  const www = `www.${domain}`;
  const hasTwin = !isLiteral(host) && domain.includes(".") && (host === domain || host === www);
  return hasTwin ? [domain, www] : [host];
}
