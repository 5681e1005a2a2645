import { curlLine } from "../parse/curl-line.ts";
import { defineRule, outcome } from "../rule.ts";
import { isPlainRemote, summarise, upgradesAll } from "./mixed-reference.ts";
import { isHttps, isUnder } from "./page-rule.ts";

/** What style sheets load: in the markup, and in the linked files of the same site that were read. */
export const mixedCss = defineRule({
  id: "edge/mixed-css",
  check: "https-everywhere",
  profiles: ["page"],
  needs: ["page", "assets"],
  outcomes: {
    ok: { verdict: "pass", severity: "info" },
    upgraded: { verdict: "pass", severity: "info" },
    upgradeable: { verdict: "warn", severity: "low" },
    blockable: { verdict: "fail", severity: "medium" },
    unread: { verdict: "inconclusive", severity: "info" },
    truncated: { verdict: "inconclusive", severity: "info" },
    "over-http": { verdict: "not_applicable", severity: "info" },
    "no-document": { verdict: "not_applicable", severity: "info" },
    elsewhere: { verdict: "not_applicable", severity: "info" },
  },
  evaluate({ target, page, assets }) {
    const { response, document } = page;
    if (!isUnder(response.url, target.domain)) return outcome("elsewhere", { url: response.url });
    if (!document) return outcome("no-document");
    if (!isHttps(response.url)) return outcome("over-http", { url: response.url });
    const inline = document.references
      .filter(({ isInCss }) => isInCss === true)
      .map(({ kind, url, tag }) => ({ kind, url, label: tag === "style" ? "<style>" : `style of <${tag}>` }));
    const linked = assets.stylesheets.flatMap(({ url, references }) =>
      references.map((reference) => ({ ...reference, label: fileName(url) })),
    );
    const plain = [...inline, ...linked].filter(({ url }) => isPlainRemote(url));
    const { stylesheets, stylesheetsTotal } = assets;
    if (plain.length > 0) {
      const { code, facts, evidence } = summarise(plain);
      if (upgradesAll(page)) return outcome("upgraded", { count: String(plain.length) }, evidence);
      return outcome(code, facts, evidence);
    }
    const unread = stylesheets.filter(({ status, isWhole }) => status === null || (status === 200 && !isWhole));
    const counts = { read: String(stylesheets.length - unread.length), total: String(stylesheetsTotal) };
    if (response.bodyTruncated) return outcome("truncated");
    if (unread.length === 0) return outcome("ok", counts);
    return outcome(
      "unread",
      counts,
      unread.map(({ url }) => ({ label: "not read to its end", value: url })),
    );
  },
  reproduce: ({ url }) => curlLine("-sSL", url),
});

function fileName(url: string): string {
  return URL.parse(url)?.pathname.split("/").at(-1) ?? url;
}
