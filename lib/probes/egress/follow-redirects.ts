import type { RedirectChain } from "#lib/audits/observation.ts";
import type { AddressPolicy } from "./address-policy.ts";
import type { GuardedResponse } from "./create-egress.ts";
import { failureOf } from "./failure-of.ts";
import { parseUrl } from "./parse-url.ts";
import { ProbeFailure } from "./probe-failure.ts";

const REDIRECTS: ReadonlySet<number> = new Set([301, 302, 303, 307, 308]);
const VALUE_CHARS_MAX = 8192;

/** `failure` is the chain's error; `response` the last answer, where the chain did not break. */
export type Landing = { chain: RedirectChain; response: GuardedResponse | null; failure: ProbeFailure | null };
export type Get = (url: URL) => Promise<GuardedResponse>;

/** GETs an address and what it redirects to, each hop judged anew. Never throws for what the remote does. */
export async function followRedirects(
  start: string,
  get: Get,
  policy: Pick<AddressPolicy, "allow">,
  redirectsMax: number,
): Promise<Landing> {
  const chain: RedirectChain = { start, hops: [], final: null, error: null };
  const seen = new Set<string>();
  try {
    let url = parseUrl(start, policy);
    for (;;) {
      if (seen.has(url.href)) throw new ProbeFailure("http", "redirect_loop", "The redirects lead back to themselves.");
      if (seen.size > redirectsMax) {
        throw new ProbeFailure("http", "too_many_redirects", `There are more than ${redirectsMax} redirects.`);
      }
      seen.add(url.href);
      const response = await get(url);
      const location = locationOf(response);
      chain.hops.push({
        url: url.href,
        status: response.status,
        location: location?.slice(0, VALUE_CHARS_MAX) ?? null,
        hsts: hstsOf(response),
      });
      if (location === null) {
        chain.final = url.href;
        return { chain, response, failure: null };
      }
      url = parseUrl(location, policy, url);
    }
  } catch (error) {
    const failure = failureOf(error);
    chain.error = { step: failure.step, code: failure.code, reason: failure.reason };
    return { chain, response: null, failure };
  }
}

function hstsOf({ headers }: Pick<GuardedResponse, "headers">): string | null {
  return headers.find(([name]) => name === "strict-transport-security")?.[1].slice(0, VALUE_CHARS_MAX) ?? null;
}

function locationOf({ status, headers }: GuardedResponse): string | null {
  if (!REDIRECTS.has(status)) return null;
  const locations = new Set(headers.filter(([name]) => name === "location").map(([, value]) => value));
  if (locations.size > 1) {
    throw new ProbeFailure("http", "ambiguous_redirect", "The answer names several places to go to.");
  }
  return locations.values().next().value ?? null;
}
