import { describe, expect, it } from "vitest";
import { allowsInlineScript, headerPolicies, parseCspPolicy } from "../parse/csp.ts";
import { pageWithHeader } from "../testing/healthy-observation.ts";
import { HEALTHY_HEADERS } from "../testing/healthy-values.ts";
import { testOutcomes } from "../testing/test-outcomes.ts";
import { csp } from "./csp.ts";

const NAME = "content-security-policy";
const header = (...values: string[]) => pageWithHeader(NAME, ...values);
const REST = "object-src 'none'; base-uri 'none'";
const without = HEALTHY_HEADERS.filter(([name]) => name !== NAME).map(([name, value]): [string, string] => [
  name,
  value,
]);

testOutcomes(csp, [
  ["ok", "pass", "everything falls back to 'self'", header("default-src 'self'; base-uri 'self'")],
  ["ok", "pass", "a nonce switches unsafe-inline off", header(`script-src 'nonce-cmFuZG9t' 'unsafe-inline'; ${REST}`)],
  [
    "ok",
    "pass",
    "a hash switches unsafe-inline off",
    header(`script-src 'sha256-RFWPLDbv2BY=' 'unsafe-inline'; ${REST}`),
  ],
  [
    "ok",
    "pass",
    "strict-dynamic makes the wildcard and unsafe-inline void",
    header(`script-src 'nonce-cmFuZG9t' 'strict-dynamic' https: 'unsafe-inline'; ${REST}`),
  ],
  ["ok", "pass", "inline styles are let through", header(`default-src 'self'; style-src 'unsafe-inline'; ${REST}`)],
  [
    "ok",
    "pass",
    "a second policy closes the gap of the first",
    header("script-src * 'unsafe-inline'", `default-src 'none'; ${REST}`),
  ],
  ["ok", "pass", "two policies share a header", header(`script-src *, default-src 'self'; ${REST}`)],
  [
    "ok",
    "pass",
    "only a repeated directive, which does not count, is loose",
    header(`default-src 'self'; DEFAULT-SRC *; ${REST}`),
  ],
  [
    "ok",
    "pass",
    "the policy is in a <meta> element",
    { page: { response: { headers: without }, document: { metaCsp: [`default-src 'self'; ${REST}`] } } },
  ],
  ["any-base", "warn", "base-uri is not given, and default-src does not cover it", header("default-src 'none'")],
  ["any-object", "warn", "plugins are not covered", header("script-src 'self'; base-uri 'none'")],
  ["unsafe-eval", "warn", "eval is let through", header(`script-src 'self' 'unsafe-eval'; ${REST}`)],
  [
    "report-only",
    "warn",
    "the policy is only reported",
    { page: { response: { headers: [...without, [`${NAME}-report-only`, "default-src 'self'"]] } } },
  ],
  ["unsafe-inline", "fail", "inline scripts run", header(`script-src 'self' 'unsafe-inline'; ${REST}`)],
  ["unsafe-inline", "fail", "inline scripts run by default-src", header(`default-src 'self' 'UNSAFE-INLINE'; ${REST}`)],
  [
    "unsafe-inline",
    "fail",
    "inline handlers run by script-src-attr",
    header(`script-src 'self'; script-src-attr 'unsafe-inline'; ${REST}`),
  ],
  ["unsafe-inline", "fail", "the nonce is not a valid one", header(`script-src 'nonce-' 'unsafe-inline'; ${REST}`)],
  [
    "unsafe-inline",
    "fail",
    "the strict policy is only reported",
    {
      page: {
        response: {
          headers: [...without, [NAME, "script-src 'unsafe-inline'"], [`${NAME}-report-only`, "default-src 'none'"]],
        },
      },
    },
  ],
  ["any-script-source", "fail", "scripts load from *", header(`script-src *; ${REST}`)],
  ["any-script-source", "fail", "scripts load from any https host", header(`script-src 'self' https:; ${REST}`)],
  ["any-script-source", "fail", "scripts load from data:", header(`script-src 'self' data:; ${REST}`)],
  ["any-script-source", "fail", "scripts load from https://*", header(`script-src https://*; ${REST}`)],
  [
    "any-script-source",
    "fail",
    "script-src-elem is the loose one",
    header(`script-src 'self'; script-src-elem *; ${REST}`),
  ],
  ["no-script-policy", "fail", "only framing is restricted", header("frame-ancestors 'none'")],
  [
    "no-script-policy",
    "fail",
    "the words only occur in another directive",
    header("report-uri /default-src/script-src"),
  ],
  ["missing", "fail", "there is no header", header()],
  ["missing", "fail", "the header is empty", header("", " ; ,")],
  [
    "missing",
    "fail",
    "a <meta> element holds only what counts in headers",
    {
      page: {
        response: { headers: without },
        document: { metaCsp: ["frame-ancestors 'none'; report-uri /x; sandbox"] },
      },
    },
  ],
  [
    "elsewhere",
    "not_applicable",
    "the page is another site's",
    { page: { response: { url: "https://example.com.attacker.example/" } } },
  ],
]);

describe("a policy", () => {
  it("keeps the first of repeated directives, splits at any space and ignores empty parts", () => {
    const policy = parseCspPolicy(";; Script-Src\t'self'\n https://a.example ;script-src *;");
    expect([...policy]).toEqual([["script-src", ["'self'", "https://a.example"]]]);
  });

  it("of several comes one per header and per comma", () => {
    expect(
      headerPolicies([
        [NAME, "a b, c d"],
        [NAME, ""],
        [NAME, "e"],
      ]),
    ).toHaveLength(3);
  });

  it("without a source lets no script run", () => {
    expect(allowsInlineScript(parseCspPolicy("script-src"))).toBe(false);
  });
});
