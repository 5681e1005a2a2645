import { defineRule, outcome } from "../rule.ts";
import { TLS } from "./tls-rule.ts";

const NAMES_SHOWN = 5;
/** Public authorities put 100 to 250 names into one certificate at most; each handshake carries all of them. */
const NAMES_MAX = 500;

export const tlsName = defineRule({
  ...TLS,
  id: "edge/tls-name",
  outcomes: {
    ok: { verdict: "pass", severity: "info" },
    mismatch: { verdict: "fail", severity: "critical" },
    "no-names": { verdict: "fail", severity: "critical" },
    "many-names": { verdict: "warn", severity: "low" },
  },
  evaluate({ tls, target }) {
    const leaf = tls.chain[0];
    const names = leaf?.names ?? [];
    const more = (leaf?.namesTotal ?? names.length) - NAMES_SHOWN;
    const shown = `${names.slice(0, NAMES_SHOWN).join(", ")}${more > 0 ? ` and ${more} more` : ""}`;
    const evidence = [
      { label: "host", value: target.host },
      { label: "names in the certificate", value: shown === "" ? "none" : shown },
    ];
    const total = leaf?.namesTotal ?? 0;
    const facts = { host: target.host, names: shown, total: String(total), subject: leaf?.subject ?? "nobody" };
    if (tls.nameMatches) return outcome(total > NAMES_MAX ? "many-names" : "ok", facts, evidence);
    return outcome(names.length === 0 ? "no-names" : "mismatch", facts, evidence);
  },
});
