import { defineRule, outcome } from "../rule.ts";
import { TLS } from "./tls-rule.ts";

const OLD = ["TLSv1", "TLSv1.1"] as const;
const MODERN = ["TLSv1.2", "TLSv1.3"] as const;

export const tlsProtocol = defineRule({
  ...TLS,
  id: "edge/tls-protocol",
  outcomes: {
    ok: { verdict: "pass", severity: "info" },
    "old-offered": { verdict: "fail", severity: "medium" },
    "none-modern": { verdict: "fail", severity: "critical" },
    untried: { verdict: "inconclusive", severity: "info" },
  },
  evaluate({ tls }) {
    const isOffered = (version: (typeof OLD | typeof MODERN)[number]) =>
      tls.protocol === version ? true : (tls.versions[version] ?? null);
    const evidence = [...OLD, ...MODERN].map((version) => {
      const offered = isOffered(version);
      return { label: version, value: offered === null ? "could not be tried" : offered ? "offered" : "refused" };
    });
    const old = OLD.filter((version) => isOffered(version) === true).join(", ");
    const modern = MODERN.filter((version) => isOffered(version) === true).join(", ");
    if (MODERN.every((version) => isOffered(version) === false)) return outcome("none-modern", { old }, evidence);
    if (old !== "") return outcome("old-offered", { old }, evidence);
    const isUntried = modern === "" || OLD.some((version) => isOffered(version) === null);
    return isUntried ? outcome("untried", {}, evidence) : outcome("ok", { modern }, evidence);
  },
});
