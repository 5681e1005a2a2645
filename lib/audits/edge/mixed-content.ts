import type { PartValue } from "../observation.ts";
import { headerPolicies, metaPolicies } from "../parse/csp.ts";
import { outcome } from "../rule.ts";
import { definePageRule, isHttps } from "./page-rule.ts";

type Reference = NonNullable<PartValue<"page">["document"]>["references"][number];

/** Mixed Content §3: what a browser blocks, what it upgrades or shows anyway, and what a person sends. */
const CLASSES = {
  form: "form",
  script: "blockable",
  style: "blockable",
  frame: "blockable",
  object: "blockable",
  font: "blockable",
  image: "upgradeable",
  media: "upgradeable",
  link: "upgradeable",
  refresh: "upgradeable",
} as const satisfies Record<Reference["kind"], string>;

export const mixedContent = definePageRule({
  id: "edge/mixed-content",
  outcomes: {
    ok: { verdict: "pass", severity: "info" },
    upgraded: { verdict: "pass", severity: "info" },
    upgradeable: { verdict: "warn", severity: "low" },
    blockable: { verdict: "fail", severity: "medium" },
    form: { verdict: "fail", severity: "high" },
    "over-http": { verdict: "not_applicable", severity: "info" },
    "no-document": { verdict: "not_applicable", severity: "info" },
    truncated: { verdict: "inconclusive", severity: "info" },
  },
  judge({ response, document }) {
    if (!document) return outcome("no-document");
    if (!isHttps(response.url)) return outcome("over-http", { url: response.url });
    const plain = document.references.filter(({ url }) => isPlainRemote(url));
    const evidence = plain.map(({ kind, url, tag }) => ({ label: `${CLASSES[kind]}: ${tag}`, value: url }));
    if (plain.length === 0) return outcome(response.bodyTruncated ? "truncated" : "ok");

    const policies = [...headerPolicies(response.headers), ...metaPolicies(document.metaCsp)];
    if (policies.some((policy) => policy.has("upgrade-insecure-requests"))) {
      return outcome("upgraded", { count: String(plain.length) }, evidence);
    }
    const found = (["form", "blockable"] as const).find((wanted) => plain.some(({ kind }) => CLASSES[kind] === wanted));
    const code = found ?? "upgradeable";
    const worst = plain.filter(({ kind }) => CLASSES[kind] === code);
    return outcome(code, { count: String(worst.length), url: worst[0]?.url ?? "" }, evidence);
  },
});

/** `http:` to anything but the visitor's own machine, which browsers treat as trustworthy. */
function isPlainRemote(text: string): boolean {
  const url = URL.parse(text);
  if (url?.protocol !== "http:") return false;
  return !/^(?:(?:.+\.)?localhost|127\.\d+\.\d+\.\d+|\[::1\])$/.test(url.hostname);
}
