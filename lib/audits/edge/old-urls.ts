import { judgeOldUrl, type OldUrlFault, type OldUrlRow } from "../facts/old-urls.ts";
import { curlLine } from "../parse/curl-line.ts";
import { defineRule, outcome } from "../rule.ts";
import type { Evidence } from "../types.ts";

/** Worst first. */
const ORDER = ["loop", "gone", "wrong-place", "temporary", "too-many-hops"] as const satisfies readonly OldUrlFault[];

export const oldUrls = defineRule({
  id: "edge/old-urls",
  check: "legacy-redirects",
  needs: ["oldUrls"],
  outcomes: {
    ok: { verdict: "pass", severity: "info" },
    "none-listed": { verdict: "not_applicable", severity: "info" },
    "too-many-hops": { verdict: "warn", severity: "low" },
    temporary: { verdict: "warn", severity: "low" },
    "wrong-place": { verdict: "fail", severity: "medium" },
    gone: { verdict: "fail", severity: "medium" },
    loop: { verdict: "fail", severity: "medium" },
    unseen: { verdict: "inconclusive", severity: "info" },
  },
  evaluate({ oldUrls: { items } }) {
    const rows = items.map(({ chain, ...listed }) => judgeOldUrl(listed, chain));
    const total = String(rows.length);
    if (rows.length === 0) return outcome("none-listed");
    const faulty = rows.filter(({ verdict }) => verdict === "fault").toSorted((a, b) => rank(a.fault) - rank(b.fault));
    const unseen = rows.filter(({ verdict }) => verdict === "unseen");
    const evidence = [...faulty, ...unseen].map(({ from, note }): Evidence => ({ label: from, value: note }));
    const worst = faulty[0];
    if (worst?.fault) {
      const { from, note } = worst;
      return outcome(worst.fault, { from, note, count: String(faulty.length), total }, evidence);
    }
    const [first] = unseen;
    if (first) return outcome("unseen", { from: first.from, count: String(unseen.length), total }, evidence);
    return outcome(
      "ok",
      { total },
      rows.map(({ from, final }) => ({ label: from, value: final ?? "" })),
    );
  },
  reproduce: ({ url, notes }) => curlLine("-sSL -D - -o /dev/null", notes.oldUrls[0]?.from ?? url),
});

const rank = (fault: OldUrlRow["fault"]) => (fault ? ORDER.indexOf(fault) : ORDER.length);
