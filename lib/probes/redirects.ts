import { isLiteral } from "./parse-target.ts";
import type { Probe } from "./probe.ts";
import { registeredDomain } from "./registered-domain.ts";
import { withScheme } from "./with-scheme.ts";

/** Shows whether a redirect keeps path and query. */
const DEEP_PATH = "/launch-ready/probe?from=audit&keep=path";

export const probeRedirects: Probe<"redirects"> = async ({ target, url, land }) => {
  const landings = await Promise.all(startsOf(target.host, url).map(land));
  return { chains: landings.map(({ chain }) => chain) };
};

/** Both schemes of each name that a visitor may type for the site, at its front page and deep inside. */
export function startsOf(host: string, url: URL): string[] {
  return variantsOf(host).flatMap((variant) =>
    (["http:", "https:"] as const).flatMap((scheme) => {
      const origin = withScheme(url, scheme);
      if (variant !== host) origin.hostname = variant;
      return ["/", DEEP_PATH].map((path) => new URL(path, origin).href);
    }),
  );
}

function variantsOf(host: string): string[] {
  const domain = registeredDomain(host);
  const www = `www.${domain}`;
  const hasTwin = !isLiteral(host) && domain.includes(".") && (host === domain || host === www);
  return hasTwin ? [domain, www] : [host];
}
