import type { FoundHost } from "#db/queries/domain-views.ts";
import { listed } from "#lib/roadmap/words.ts";

const KINDS: Readonly<Record<FoundHost["sources"][number]["kind"], string>> = {
  certificate: "the certificate",
  redirect: "a redirect",
  csp: "the content policy",
  page: "the page",
  dns: "the DNS",
};

const SAID_MAX = 2;

/** "Read in the certificate of app.example.com and 2 more places". */
export function sourcesInWords(sources: FoundHost["sources"]): string {
  const places = [...new Set(sources.map(({ kind, targetUrl }) => `${KINDS[kind]} of ${new URL(targetUrl).host}`))];
  if (places.length === 0) return "Read in an earlier run";
  const more = places.length - SAID_MAX;
  const said = [...places.slice(0, SAID_MAX), ...(more > 0 ? [`${more} more ${more === 1 ? "place" : "places"}`] : [])];
  return `Read in ${listed(said)}`;
}
