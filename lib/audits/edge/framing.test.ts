import { HEALTHY_HEADERS } from "../testing/healthy-values.ts";
import { testOutcomes } from "../testing/test-outcomes.ts";
import { framing } from "./framing.ts";

const others = HEALTHY_HEADERS.filter(([name]) => name !== "content-security-policy");

function headers(...lines: readonly (readonly [string, string])[]) {
  return {
    page: { response: { headers: [...others, ...lines].map(([name, value]): [string, string] => [name, value]) } },
  };
}
const csp = (value: string) => ["content-security-policy", value] as const;
const xfo = (value: string) => ["x-frame-options", value] as const;

testOutcomes(framing, [
  ["ok", "pass", "nobody may frame the page", {}],
  ["ok", "pass", "named hosts may", headers(csp("frame-ancestors 'self' https://*.example.net"))],
  ["ok", "pass", "an empty list means nobody", headers(csp("frame-ancestors"))],
  ["ok", "pass", "one of two policies is strict", headers(csp("frame-ancestors *"), csp("frame-ancestors 'none'"))],
  ["x-frame-options", "pass", "the old header says DENY", headers(xfo("DENY"))],
  ["x-frame-options", "pass", "the old header says SameOrigin twice", headers(xfo("SameOrigin, SAMEORIGIN"))],
  ["conflicting", "warn", "contradicting values block", headers(xfo("DENY"), xfo("ALLOWALL"))],
  ["conflicting", "warn", "ALLOW-FROM stands beside DENY", headers(xfo("DENY, ALLOW-FROM https://example.net"))],
  [
    "x-frame-options",
    "pass",
    "frame-ancestors is only reported",
    headers(["content-security-policy-report-only", "frame-ancestors *"], xfo("DENY")),
  ],
  ["any-ancestor", "fail", "anyone may frame the page", headers(csp("frame-ancestors *"))],
  [
    "any-ancestor",
    "fail",
    "any https page may, and X-Frame-Options does not count beside it",
    headers(csp("frame-ancestors https:"), xfo("DENY")),
  ],
  ["any-ancestor", "fail", "any host will do on one port", headers(csp("frame-ancestors *:8443"))],
  ["allow-from", "fail", "ALLOW-FROM is obsolete", headers(xfo("ALLOW-FROM https://example.net"))],
  ["ineffective", "fail", "the header is empty", headers(xfo(""))],
  ["ineffective", "fail", "all may", headers(xfo("ALLOWALL"))],
  [
    "meta-only",
    "fail",
    "a <meta> element is no place for it",
    {
      page: {
        response: { headers: others.map(([name, value]): [string, string] => [name, value]) },
        document: { metaCsp: ["default-src 'self'; frame-ancestors 'none'"] },
      },
    },
  ],
  ["missing", "fail", "there is nothing", headers()],
  ["missing", "fail", "the policy does not speak of framing", headers(csp("default-src 'none'"))],
  [
    "elsewhere",
    "not_applicable",
    "the page is another site's",
    { page: { response: { url: "https://example.net/" } } },
  ],
]);
