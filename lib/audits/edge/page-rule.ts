import type { PartValue } from "../observation.ts";
import { curlLine } from "../parse/curl-line.ts";
import type { RuleId } from "../rule.ts";
import { defineRule, outcome } from "../rule.ts";
import type { Outcome, Outcomes, RuleInput } from "../types.ts";

const ELSEWHERE = { elsewhere: { verdict: "not_applicable", severity: "info" } } as const satisfies Outcomes;

/** A rule on the page that the target ends on. A page of another site says nothing about this one. */
export function definePageRule<const Id extends RuleId, const O extends Outcomes>(rule: {
  id: Id;
  outcomes: O;
  judge(page: PartValue<"page">, input: RuleInput<"page">): Outcome<Extract<keyof O, string>>;
}) {
  return defineRule({
    id: rule.id,
    check: "https-everywhere",
    needs: ["page"],
    outcomes: { ...rule.outcomes, ...ELSEWHERE },
    evaluate(input): Outcome<Extract<keyof O, string> | "elsewhere"> {
      const { page, target } = input;
      if (isUnder(page.response.url, target.domain)) return rule.judge(page, input);
      return outcome("elsewhere", { url: page.response.url }, [{ label: "final address", value: page.response.url }]);
    },
    reproduce: ({ url }) => curlLine("-sSL -D - -o /dev/null", url),
  });
}

function isUnder(url: string, domain: string): boolean {
  const host = URL.parse(url)
    ?.hostname.replace(/^\[|\]$/g, "")
    .replace(/\.$/, "");
  return host === domain || host?.endsWith(`.${domain}`) === true;
}

export function isHttps(url: string): boolean {
  return URL.parse(url)?.protocol === "https:";
}
