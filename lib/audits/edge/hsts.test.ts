import { type Changes, pageWithHeader } from "../testing/healthy-observation.ts";
import { testOutcomes } from "../testing/test-outcomes.ts";
import { hsts } from "./hsts.ts";

const header = (...values: string[]) => pageWithHeader("strict-transport-security", ...values);
const servedFrom = (url: string, changes: Changes = {}): Changes => ({
  page: { ...changes.page, response: { ...changes.page?.response, url } },
});
const DAY = 86_400;

testOutcomes(hsts, [
  [
    "suffix-preloaded",
    "fail",
    "none is sent, under a suffix of which browsers open nothing over http",
    { page: { response: { url: "https://example.dev/", headers: [] } } },
    { host: "example.dev", domain: "example.dev" },
  ],
  [
    "suffix-preloaded",
    "fail",
    "it is switched off in vain",
    { page: { response: { url: "https://example.dev/", headers: [["strict-transport-security", "max-age=0"]] } } },
    { host: "example.dev", domain: "example.dev" },
  ],
  ["ok", "pass", "a year is given", header("max-age=31536000")],
  [
    "ok",
    "pass",
    "the value is quoted, in capitals, with an unknown directive",
    header('MAX-AGE="63072000"; foo=bar;;'),
  ],
  ["ok", "pass", "only the second header is bad, and that is ignored", header("max-age=31536000", "max-age=0")],
  ["ok", "pass", "the number is absurdly long", header(`max-age=${"9".repeat(400)}`)],
  ["short", "warn", "a second less than a year is given", header("max-age=31535999")],
  ["short", "warn", "180 days are given", header(`max-age=${180 * DAY}`)],
  ["too-short", "fail", "a second less than 180 days is given", header(`max-age=${180 * DAY - 1}`)],
  ["too-short", "fail", "the policy is switched off", header("max-age=0; includeSubDomains")],
  ["too-short", "fail", "both headers are bad", header("max-age=0", "max-age=300")],
  ["shadowed", "fail", "the first header is bad and only the second good", header("max-age=0", "max-age=31536000")],
  ["shadowed", "fail", "the first header is not valid", header("preload", "max-age=31536000")],
  ["malformed", "fail", "max-age is missing", header("includeSubDomains")],
  ["malformed", "fail", "max-age is negative", header("max-age=-1")],
  ["malformed", "fail", "max-age is given twice", header("max-age=31536000; max-age=31536000")],
  ["malformed", "fail", "two headers were folded into one", header("max-age=31536000, max-age=31536000")],
  ["malformed", "fail", "the quote does not close", header('max-age="31536000')],
  ["malformed", "fail", "the header is empty", header("")],
  ["missing", "fail", "there is no header", header()],
  [
    "over-http",
    "fail",
    "the page came over http, where the header counts for nothing",
    servedFrom("http://example.com/"),
  ],
  [
    "literal-address",
    "not_applicable",
    "the host is an address",
    servedFrom("https://192.0.2.1/"),
    { host: "192.0.2.1", domain: "192.0.2.1" },
  ],
  [
    "literal-address",
    "not_applicable",
    "the host is an IPv6 address",
    servedFrom("https://[2001:db8::1]/"),
    { host: "2001:db8::1", domain: "2001:db8::1" },
  ],
  ["elsewhere", "not_applicable", "the page is another site's", servedFrom("https://login.example.net/", header())],
]);
