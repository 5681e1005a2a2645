import { headerTokens } from "../parse/headers.ts";
import { outcome } from "../rule.ts";
import { headerEvidence } from "./header-evidence.ts";
import { definePageRule } from "./page-rule.ts";

const NAME = "referrer-policy";
/** What `<meta name="referrer">` could say before the header was there (HTML, "Standard metadata names"). */
const OLD_WORDS: Readonly<Record<string, string>> = {
  never: "no-referrer",
  default: "strict-origin-when-cross-origin",
  always: "unsafe-url",
  "origin-when-crossorigin": "origin-when-cross-origin",
};
/** Referrer Policy §3, by what another site learns. */
const GRADES = {
  "no-referrer": "ok",
  "same-origin": "ok",
  "strict-origin": "ok",
  "strict-origin-when-cross-origin": "ok",
  origin: "origin-over-http",
  "origin-when-cross-origin": "origin-over-http",
  "no-referrer-when-downgrade": "leaks-address",
  "unsafe-url": "leaks-address",
} as const;

export const referrerPolicy = definePageRule({
  id: "edge/referrer-policy",
  outcomes: {
    ok: { verdict: "pass", severity: "info" },
    missing: { verdict: "warn", severity: "low" },
    unrecognised: { verdict: "warn", severity: "low" },
    "origin-over-http": { verdict: "warn", severity: "low" },
    "leaks-address": { verdict: "fail", severity: "medium" },
  },
  judge({ response: { headers }, document }) {
    const meta = document?.metaReferrer ?? [];
    const evidence = [
      ...headerEvidence(headers, NAME),
      ...meta.map((value) => ({ label: "<meta name=referrer>", value })),
    ];
    // The document's own word comes after the header's, and the last that is known wins.
    const tokens = [...headerTokens(headers, NAME), ...meta.map(fromMeta)].map((token) => token.toLowerCase());
    if (tokens.every((token) => token === "")) return outcome("missing", {}, evidence);
    const policy = tokens.findLast(isPolicy);
    if (!policy) return outcome("unrecognised", { value: tokens.join(", ") }, evidence);
    return outcome(GRADES[policy], { policy }, evidence);
  },
});

function fromMeta(value: string): string {
  const word = value.trim().toLowerCase();
  return OLD_WORDS[word] ?? word;
}

function isPolicy(token: string): token is keyof typeof GRADES {
  return Object.hasOwn(GRADES, token);
}
