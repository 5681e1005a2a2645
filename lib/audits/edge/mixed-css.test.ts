import type { PartValue } from "../observation.ts";
import type { Changes } from "../testing/healthy-observation.ts";
import { testOutcomes } from "../testing/test-outcomes.ts";
import { mixedCss } from "./mixed-css.ts";

type Sheet = PartValue<"assets">["stylesheets"][number];
const PLAIN = "http://cdn.example.net/x";
const sheet = (changes: Partial<Sheet>): Changes => ({
  assets: {
    stylesheets: [{ url: "https://example.com/a.css", status: 200, isWhole: true, references: [], ...changes }],
    stylesheetsTotal: 1,
  },
});
const inline = (kind: "image" | "style", tag: string): Changes => ({
  page: { document: { references: [{ kind, url: PLAIN, tag, isInCss: true }] } },
});

testOutcomes(mixedCss, [
  ["ok", "pass", "everything is https", {}],
  ["ok", "pass", "there is no style sheet", { assets: { stylesheets: [], stylesheetsTotal: 0 } }],
  ["ok", "pass", "a sheet that is not there loads nothing", sheet({ status: 404, isWhole: false })],
  ["upgradeable", "warn", "a linked sheet names an image", sheet({ references: [{ kind: "image", url: PLAIN }] })],
  ["upgradeable", "warn", "a style attribute names an image", inline("image", "p")],
  ["blockable", "fail", "a <style> imports a sheet", inline("style", "style")],
  ["blockable", "fail", "a linked sheet names a font", sheet({ references: [{ kind: "font", url: PLAIN }] })],
  [
    "upgraded",
    "pass",
    "the policy upgrades",
    {
      ...sheet({ references: [{ kind: "font", url: PLAIN }] }),
      page: { response: { headers: [["content-security-policy", "upgrade-insecure-requests"]] } },
    },
  ],
  ["unread", "inconclusive", "a sheet did not answer", sheet({ status: null, isWhole: false })],
  ["unread", "inconclusive", "a sheet goes on beyond what was read", sheet({ isWhole: false })],
  ["truncated", "inconclusive", "the document goes on", { page: { response: { bodyTruncated: true } } }],
  ["over-http", "not_applicable", "the page itself is plain", { page: { response: { url: "http://example.com/" } } }],
  ["no-document", "not_applicable", "the answer is no document", { page: { document: null } }],
  ["elsewhere", "not_applicable", "the page is another's", { page: { response: { url: "https://example.net/" } } }],
]);
