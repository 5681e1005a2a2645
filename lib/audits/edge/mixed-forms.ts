import { outcome } from "../rule.ts";
import { isPlainRemote, upgradesAll } from "./mixed-reference.ts";
import { definePageRule, isHttps } from "./page-rule.ts";

/** Where a page sends people and what they type. */
export const mixedForms = definePageRule({
  id: "edge/mixed-forms",
  outcomes: {
    ok: { verdict: "pass", severity: "info" },
    upgraded: { verdict: "pass", severity: "info" },
    form: { verdict: "fail", severity: "high" },
    refresh: { verdict: "fail", severity: "medium" },
    "over-http": { verdict: "not_applicable", severity: "info" },
    "no-document": { verdict: "not_applicable", severity: "info" },
    truncated: { verdict: "inconclusive", severity: "info" },
  },
  judge(page) {
    const { response, document } = page;
    if (!document) return outcome("no-document");
    if (!isHttps(response.url)) return outcome("over-http", { url: response.url });
    const plain = document.references.filter(({ kind, url }) => {
      return (kind === "form" || kind === "refresh") && isPlainRemote(url);
    });
    if (plain.length === 0) return outcome(response.bodyTruncated ? "truncated" : "ok");

    const evidence = plain.map(({ kind, url, tag }) => ({ label: `${kind}: ${tag}`, value: url }));
    // Upgrade Insecure Requests §3.2: forms always, other ways to leave the page only towards its own host.
    const host = URL.parse(response.url)?.host;
    const isUpgraded = upgradesAll(page);
    const left = plain.filter(({ kind, url }) => !isUpgraded || (kind === "refresh" && URL.parse(url)?.host !== host));
    const worst = left.find(({ kind }) => kind === "form") ?? left[0];
    if (!worst) return outcome("upgraded", { count: String(plain.length) }, evidence);
    return outcome(worst.kind === "form" ? "form" : "refresh", { url: worst.url }, evidence);
  },
});
