import type { PartValue, Profile } from "../observation.ts";
import { curlLine } from "../parse/curl-line.ts";
import type { RuleId } from "../rule.ts";
import { defineRule, outcome } from "../rule.ts";
import type { Outcome, Outcomes, RuleInput } from "../types.ts";

const ELSEWHERE = { elsewhere: { verdict: "not_applicable", severity: "info" } } as const satisfies Outcomes;

const PAGE = ["page"] as const;
const PAGE_AND_API = ["page", "api"] as const;
const ALL = ["page", "api", "alias"] as const;

/** Which hosts a page rule judges. What is not listed here is about what browsers show, so it judges pages alone. */
const PROFILES_OF: Readonly<Record<string, readonly Profile[]>> = {
  "edge/hsts": ALL,
  "edge/nosniff": PAGE_AND_API,
  "edge/server-banner": PAGE_AND_API,
  "edge/deprecated-headers": PAGE_AND_API,
  "edge/header-size": PAGE_AND_API,
  "edge/cookie-flags": PAGE_AND_API,
  "edge/cookie-prefixes": PAGE_AND_API,
  "edge/cookie-scope": PAGE_AND_API,
};

/** A rule on the page that the target ends on. A page of another site says nothing about this one. */
export function definePageRule<const Id extends RuleId, const O extends Outcomes>(rule: {
  id: Id;
  outcomes: O;
  judge(page: PartValue<"page">, input: RuleInput<"page">): Outcome<Extract<keyof O, string>>;
}) {
  return defineRule({
    id: rule.id,
    check: "https-everywhere",
    profiles: PROFILES_OF[rule.id] ?? PAGE,
    needs: ["page"],
    outcomes: { ...rule.outcomes, ...ELSEWHERE },
    evaluate(input): Outcome<Extract<keyof O, string> | "elsewhere"> {
      const { page, target } = input;
      const judged = target.notes.profile === "alias" ? ownAnswer(page, target.host) : page;
      if (isUnder(judged.response.url, target.domain)) return rule.judge(judged, input);
      const { url } = judged.response;
      return outcome("elsewhere", { url }, [{ label: "final address", value: url }]);
    },
    reproduce: ({ url }) => curlLine("-sSL -D - -o /dev/null", url),
  });
}

/** What an alias itself answers with before it leads on: of that, only HSTS is kept. */
function ownAnswer(page: PartValue<"page">, host: string): PartValue<"page"> {
  const { hops } = page.chain;
  const own = hops.find(({ url }) => isHttps(url) && isUnder(url, host)) ?? hops[0];
  if (own?.hsts === undefined) return page;
  const headers: [string, string][] = own.hsts === null ? [] : [["strict-transport-security", own.hsts]];
  const { httpVersion } = page.response;
  const response = { url: own.url, status: own.status, httpVersion, headers, bodyBytes: 0, bodyTruncated: false };
  return { chain: page.chain, response, document: null };
}

export function isUnder(url: string, domain: string): boolean {
  const host = URL.parse(url)
    ?.hostname.replace(/^\[|\]$/g, "")
    .replace(/\.$/, "");
  return host === domain || host?.endsWith(`.${domain}`) === true;
}

export function isHttps(url: string): boolean {
  return URL.parse(url)?.protocol === "https:";
}
