import { type Changes, pageWithHeader } from "../testing/healthy-observation.ts";
import { testOutcomes } from "../testing/test-outcomes.ts";
import { referrerPolicy } from "./referrer-policy.ts";

const meta = (...metaReferrer: string[]): Changes => ({ page: { document: { metaReferrer } } });
const header = (...values: string[]) => pageWithHeader("referrer-policy", ...values);

testOutcomes(referrerPolicy, [
  ["ok", "pass", "the policy is strict", {}],
  ["ok", "pass", "the last known word wins", header("unsafe-url, no-referrer, constructor")],
  ["ok", "pass", "the last header wins", header("unsafe-url", "No-Referrer")],
  ["missing", "warn", "the header is not there", header()],
  ["missing", "warn", "the header is empty", header("", " , ")],
  ["unrecognised", "warn", "no word is known", header("none, same_origin")],
  ["origin-over-http", "warn", "the origin goes everywhere", header("origin")],
  ["leaks-address", "fail", "the whole address goes everywhere", header("unsafe-url")],
  ["leaks-address", "fail", "a loose word stands last", header("no-referrer, no-referrer-when-downgrade")],
  ["leaks-address", "fail", "the document loosens it", meta("unsafe-url")],
  ["leaks-address", "fail", "the document says so in an old word", meta("always")],
  ["ok", "pass", "the document tightens it", { page: { ...header("unsafe-url").page, ...meta("never").page } }],
  ["elsewhere", "not_applicable", "the page is another site's", { page: { response: { url: "not a url" } } }],
]);
