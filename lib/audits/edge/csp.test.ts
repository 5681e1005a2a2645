import { describe, expect, it } from "vitest";
import { healthyObservation, pageWithHeader } from "../testing/healthy-observation.ts";
import { HEALTHY_HEADERS } from "../testing/healthy-values.ts";
import { judge } from "../testing/judge.ts";
import { testOutcomes } from "../testing/test-outcomes.ts";
import { csp } from "./csp.ts";

const NAME = "content-security-policy";
const header = (...values: string[]) => pageWithHeader(NAME, ...values);
const NONCE = "cmFuZG9tMTI4Yml0c29r4oCh";
const REST = "object-src 'none'; base-uri 'none'";
const without = HEALTHY_HEADERS.filter(([name]) => name !== NAME).map(([name, value]): [string, string] => [
  name,
  value,
]);

testOutcomes(csp, [
  ["ok", "pass", "everything falls back to 'self'", header("default-src 'self'; base-uri 'self'")],
  ["ok", "pass", "a nonce switches unsafe-inline off", header(`script-src 'nonce-${NONCE}' 'unsafe-inline'; ${REST}`)],
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
    header(`script-src 'nonce-${NONCE}' 'strict-dynamic' https: 'unsafe-inline'; ${REST}`),
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
  [
    "ok",
    "pass",
    "the policies let through different hosts, so nothing gets through both",
    header(`script-src *.github.io; ${REST}`, "script-src https://*.example.com"),
  ],
  ["ok", "pass", "a known bypass is out of the path given", header(`script-src https://unpkg.com/vue@3/; ${REST}`)],
  [
    "ok",
    "pass",
    "the analytics host is of no use without eval",
    header(`script-src www.googletagmanager.com; ${REST}`),
  ],
  ["ok", "pass", "WebAssembly may be compiled", header(`script-src 'self' 'wasm-unsafe-eval'; ${REST}`)],
  ["ok", "pass", "handlers may not run for want of a hash", header(`script-src 'self' 'unsafe-hashes'; ${REST}`)],
  ["any-base", "warn", "base-uri is not given, and default-src does not cover it", header("default-src 'none'")],
  ["any-base", "warn", "base-uri lets any https address be", header("default-src 'none'; base-uri https:")],
  ["any-object", "warn", "plugins are not covered", header("script-src 'self'; base-uri 'none'")],
  [
    "any-object",
    "warn",
    "'strict-dynamic' voids hosts for scripts only",
    header(`default-src 'strict-dynamic' 'nonce-${NONCE}' *; base-uri 'none'`),
  ],
  ["unsafe-eval", "warn", "eval is let through", header(`script-src 'self' 'unsafe-eval'; ${REST}`)],
  [
    "unsafe-hashes",
    "warn",
    "handlers run by hash",
    header(`script-src 'unsafe-hashes' 'sha256-RFWPLDbv2BY='; ${REST}`),
  ],
  ["short-nonce", "warn", "the nonce has 126 bits", header(`script-src 'nonce-123456789012345678901=='; ${REST}`)],
  [
    "http-script-source",
    "warn",
    "a host is named over http",
    header(`script-src http://cdn.example.net:8080; ${REST}`),
  ],
  [
    "strict-dynamic-alone",
    "warn",
    "nothing can start a chain of trust",
    header(`script-src 'strict-dynamic' https:; ${REST}`),
  ],
  ["bypass-host", "warn", "a host with every package is let in", header(`script-src 'self' cdn.jsdelivr.net; ${REST}`)],
  ["bypass-host", "warn", "its subdomains are", header(`script-src https://*.googleapis.com; ${REST}`)],
  ["bypass-host", "warn", "its path with the packages is", header(`script-src https://cdn.jsdelivr.net/npm/; ${REST}`)],
  [
    "bypass-host",
    "warn",
    "the analytics host serves eval'd scripts",
    header(`script-src www.googletagmanager.com 'unsafe-eval'; ${REST}`),
  ],
  ["open-suffix", "fail", "anybody can have a name under github.io", header(`script-src *.github.io; ${REST}`)],
  ["open-suffix", "fail", "anybody can have a name under com", header(`script-src https://*.com:8443; ${REST}`)],
  ["data-scripts", "fail", "scripts come from data:", header(`script-src 'self' data:; ${REST}`)],
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
  ["any-script-source", "fail", "https is meant by http:", header(`script-src 'self' http:; ${REST}`)],
  ["any-script-source", "fail", "any host will do on one port", header(`script-src *:8443; ${REST}`)],
  ["any-script-source", "fail", "any host will do with one path", header(`script-src https://*/widget.js; ${REST}`)],
  [
    "any-script-source",
    "fail",
    "only newer browsers read the strict script-src-elem",
    header(`script-src *; script-src-elem 'self'; ${REST}`),
  ],
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

describe("the evidence", () => {
  const noted = (policy: string) =>
    judge(csp, healthyObservation(header(policy)))
      .evidence.filter(({ label }) => label !== NAME)
      .map(({ label, value }) => `${label}: ${value}`);

  it("lists every gap, worst first", () => {
    expect(noted("script-src 'self' data: cdn.jsdelivr.net 'unsafe-eval'; form-action 'self'")).toEqual([
      "gap: scripts come from data: addresses",
      "gap: scripts load from a host that serves an attacker's script: cdn.jsdelivr.net",
      "gap: eval() runs",
      "gap: plugins load from any site",
      "gap: an injected <base> redirects relative addresses",
    ]);
  });

  it("notes what does not change the verdict", () => {
    expect(noted(`default-src 'self'; require-trusted-types-for 'script'; ${REST}`)).toEqual([
      "note: form-action is not set, so an injected form may send its data anywhere",
      "note: Trusted Types are required, so injected strings do not reach scripts by way of the DOM",
    ]);
  });
});
