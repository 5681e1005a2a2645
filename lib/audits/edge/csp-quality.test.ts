import { pageWithHeader } from "../testing/healthy-observation.ts";
import { HEALTHY_HEADERS } from "../testing/healthy-values.ts";
import { testOutcomes } from "../testing/test-outcomes.ts";
import { cspQuality } from "./csp-quality.ts";

const NAME = "content-security-policy";
const header = (...values: string[]) => pageWithHeader(NAME, ...values);
const without = HEALTHY_HEADERS.filter(([name]) => name !== NAME).map(([name, value]): [string, string] => [
  name,
  value,
]);
const meta = (value: string) => ({ page: { response: { headers: without }, document: { metaCsp: [value] } } });

testOutcomes(cspQuality, [
  ["ok", "pass", "all is well", {}],
  ["ok", "pass", "every kind of source is there", header("img-src 'self' data: *.a.example:* a.example/x/")],
  [
    "ok",
    "pass",
    "tokens that are no sources stand where they belong",
    header(
      "sandbox allow-scripts; trusted-types a 'allow-duplicates'; require-trusted-types-for 'script'; report-to default; upgrade-insecure-requests",
    ),
  ],
  ["ok", "pass", "this machine is named by its address", header("connect-src 127.0.0.1:3000")],
  [
    "ok",
    "pass",
    "http is named by a page that is itself on http",
    { page: { response: { url: "http://example.com/", headers: [...without, [NAME, "img-src http://a.example"]] } } },
  ],
  ["ok", "pass", "what scripts may do over http is another rule's", header("default-src http://a.example")],
  [
    "plain-http-source",
    "warn",
    "default-src does not govern scripts here",
    header("default-src http://a.example; script-src 'self'"),
  ],
  ["deprecated-directive", "warn", "mixed content is blocked by a directive of old", header("block-all-mixed-content")],
  ["ip-source", "warn", "an address is named", header("script-src 192.0.2.1")],
  ["plain-http-source", "warn", "images come over http", header("img-src http://a.example")],
  ["plain-http-source", "warn", "frames come from anywhere over http", header("frame-src https: http:")],
  ["plain-http-source", "warn", "reports go over http", header("report-uri http://a.example/csp")],
  ["header-only", "warn", "a <meta> element sets frame-ancestors", meta("frame-ancestors 'none'")],
  ["invalid-source", "warn", "a keyword does not exist", header("script-src 'unsafe-everything'")],
  ["invalid-source", "warn", "'none' has company", header("img-src 'none' https://a.example")],
  ["invalid-source", "warn", "a nonce is a placeholder", header("script-src 'nonce-%NONCE%'")],
  ["invalid-source", "warn", "a wildcard stands in the middle", header("img-src https://a.*.example")],
  ["invalid-source", "warn", "the address has a query", header("img-src https://a.example/x?y")],
  ["invalid-source", "warn", "the sandbox has a word of its own", header("sandbox allow-everything")],
  ["invalid-source", "warn", "Trusted Types have one sink", header("require-trusted-types-for 'style'")],
  ["unquoted-keyword", "warn", "self lacks its quotes", header("default-src self")],
  ["unquoted-keyword", "warn", "a nonce lacks its quotes", header("script-src nonce-abc")],
  ["unknown-directive", "warn", "a name is misspelt", header("scripts-src 'self'")],
  ["unknown-directive", "warn", "a comma ends the policy", header("img-src https://a.example, https://b.example")],
  ["duplicate-directive", "warn", "a directive comes twice", header("img-src 'self'; IMG-SRC *")],
  ["not-ascii", "warn", "a quote is typographic", header("script-src \u2018self\u2019")],
  ["missing-semicolon", "warn", "a directive is read as a source", header("default-src 'self' script-src 'self'")],
  [
    "missing-semicolon",
    "warn",
    "the report address swallows the next directive",
    header("report-uri /csp object-src 'none'"),
  ],
  ["no-policy", "not_applicable", "there is none", header()],
  ["no-policy", "not_applicable", "the header is empty", header(" , ")],
  [
    "elsewhere",
    "not_applicable",
    "the page is another site's",
    { page: { response: { url: "https://other.example/" } } },
  ],
]);
