import { getDomain } from "tldts";
import type { PartValue } from "#lib/audits/observation.ts";
import type { GuardedResponse } from "./egress/create-egress.ts";
import { hostOf } from "./egress/parse-url.ts";
import { isLiteral } from "./parse-target.ts";
import type { Probe } from "./probe.ts";
import { withScheme } from "./with-scheme.ts";

type Trial = PartValue<"cors">["trials"][number];
const FOREIGN_HOST = "launch-ready-audit.example";
/** A label that no list of own hosts would hold. */
const SUBDOMAIN = "launch-ready-audit-7c1f";

/**
 * By GET alone: a preflight is an OPTIONS request, which a passive audit does not send. What a page of another site may
 * read is decided by the answer to the request itself.
 */
export const probeCors: Probe<"cors"> = async ({ target, url, egress, land }) => {
  const { response, failure } = await land(target.url);
  if (!response) throw failure;
  const landed = new URL(response.url);
  const asked = siteOf(landed) === siteOf(url) ? landed : url;
  const trials = hostileOrigins(asked).map(async ({ kind, origin }): Promise<Trial> => {
    const answer = await egress.request(asked, { headers: { origin } });
    return {
      kind,
      origin,
      status: answer.status,
      allowOrigin: headerOf(answer, "access-control-allow-origin"),
      allowCredentials: headerOf(answer, "access-control-allow-credentials"),
      vary: headerOf(answer, "vary"),
    };
  });
  return { url: asked.href, trials: await Promise.all(trials) };
};

/** Origins that a site must not trust, each made to pass one way of checking that is too lax. */
export function hostileOrigins(url: URL): Pick<Trial, "kind" | "origin">[] {
  const origins: Pick<Trial, "kind" | "origin">[] = [
    { kind: "foreign", origin: `https://${FOREIGN_HOST}` },
    { kind: "null", origin: "null" },
    { kind: "prefix", origin: `${url.protocol}//${url.hostname}.${FOREIGN_HOST}` },
    { kind: "suffix", origin: `${url.protocol}//launch-ready-audit-${url.host}` },
  ];
  if (url.protocol === "https:") origins.push({ kind: "http", origin: withScheme(url, "http:").origin });
  const site = siteOf(url);
  if (!isLiteral(hostOf(url)) && site.includes(".")) {
    const port = url.port === "" ? "" : `:${url.port}`;
    origins.push({ kind: "subdomain", origin: `${url.protocol}//${SUBDOMAIN}.${site}${port}` });
  }
  return origins;
}

function siteOf(url: URL): string {
  return getDomain(hostOf(url), { allowPrivateDomains: true }) ?? hostOf(url);
}

function headerOf({ headers }: GuardedResponse, wanted: string): string | null {
  const values = headers.filter(([name]) => name === wanted).map(([, value]) => value);
  return values.length > 0 ? values.join(", ") : null;
}
