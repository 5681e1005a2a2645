import type { PartValue } from "../observation.ts";
import type { Changes } from "../testing/healthy-observation.ts";
import { testOutcomes } from "../testing/test-outcomes.ts";
import { sri } from "./sri.ts";

type Reference = NonNullable<PartValue<"page">["document"]>["references"][number];

const HASH = `sha384-${"A".repeat(64)}`;
const CDN = "https://cdn.example.net/lib.js";
const script = (integrity: string | null, crossorigin: string | null = null, url = CDN): Reference => ({
  kind: "script",
  tag: "script",
  url,
  integrity,
  crossorigin,
});
const page = (...references: Reference[]): Changes => ({ page: { document: { references } } });
const style = (integrity: string | null): Reference => ({ ...script(integrity, ""), kind: "style", tag: "link" });

testOutcomes(sri, [
  ["evergreen", "warn", "Stripe changes its script", page(script(null, null, "https://js.stripe.com/v3/"))],
  ["script-unchecked", "warn", "one of two could", page(script(null, null, "https://js.stripe.com/v3/"), script(null))],
  ["ok", "pass", "a foreign script is checked", page(script(HASH, ""))],
  ["ok", "pass", "an unknown algorithm stands beside a known one", page(script(`md5-x ${HASH}`, "anonymous"))],
  [
    "ok",
    "pass",
    "a second origin of the same site is not",
    page(script(null, null, "https://static.example.com/a.js")),
  ],
  ["ok", "pass", "the digest is in base64url, with an option", page(script(`sha256-${"_".repeat(43)}=?x`, ""))],
  [
    "nothing-foreign",
    "not_applicable",
    "all comes from the own origin",
    page(script(null, null, "https://example.com/a.js")),
  ],
  ["nothing-foreign", "not_applicable", "a preload runs nothing", page({ kind: "script", tag: "link", url: CDN })],
  ["no-document", "not_applicable", "the answer is no document", { page: { document: null } }],
  ["style-unchecked", "warn", "a foreign style sheet is not checked", page(style(null))],
  ["script-unchecked", "warn", "a foreign script is not checked", page(style(null), script(null))],
  ["ineffective", "fail", "no known algorithm is named", page(script("md5-1B2M2Y8AsgTpgAmY7PhCfg==", ""))],
  ["ineffective", "fail", "the attribute is empty", page(script("", ""))],
  ["no-crossorigin", "fail", "the file cannot be read for the check", page(script(HASH))],
  ["impossible", "fail", "the digest is too short for any file", page(script("sha512-AAAA", ""))],
  ["truncated", "inconclusive", "the end of the page was not seen", { page: { response: { bodyTruncated: true } } }],
  ["elsewhere", "not_applicable", "the page is another site's", { page: { response: { url: "https://x.example/" } } }],
]);
