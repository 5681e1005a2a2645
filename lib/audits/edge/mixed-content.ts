import { outcome } from "../rule.ts";
import { isPlainRemote, refusesPlainBase, summarise, upgradesAll } from "./mixed-reference.ts";
import { definePageRule, isHttps } from "./page-rule.ts";

/** What the markup loads; what people send and what style sheets load have rules of their own, since their cures differ. */
export const mixedContent = definePageRule({
  id: "edge/mixed-content",
  outcomes: {
    ok: { verdict: "pass", severity: "info" },
    upgraded: { verdict: "pass", severity: "info" },
    upgradeable: { verdict: "warn", severity: "low" },
    blockable: { verdict: "fail", severity: "medium" },
    base: { verdict: "fail", severity: "medium" },
    "base-refused": { verdict: "warn", severity: "low" },
    "over-http": { verdict: "not_applicable", severity: "info" },
    "no-document": { verdict: "not_applicable", severity: "info" },
    truncated: { verdict: "inconclusive", severity: "info" },
  },
  judge(page) {
    const { response, document } = page;
    if (!document) return outcome("no-document");
    if (!isHttps(response.url)) return outcome("over-http", { url: response.url });
    const plain = document.references
      .filter(({ kind, url, isInCss }) => kind !== "form" && kind !== "refresh" && !isInCss && isPlainRemote(url))
      .map(({ kind, url, tag }) => ({ kind, url, label: tag }));
    const base = document.baseHref === null ? null : URL.parse(document.baseHref, response.url);
    const baseEvidence = base && isPlainRemote(base.href) ? [{ label: "<base href>", value: base.href }] : [];
    if (plain.length === 0) return outcome(response.bodyTruncated ? "truncated" : "ok");

    const { code, facts, evidence } = summarise(plain);
    if (upgradesAll(page)) return outcome("upgraded", { count: String(plain.length) }, evidence);
    if (base && baseEvidence.length > 0) {
      return outcome(
        refusesPlainBase(page) ? "base-refused" : "base",
        { url: base.href, count: String(plain.length) },
        [...baseEvidence, ...evidence],
      );
    }
    return outcome(code, facts, evidence);
  },
});
