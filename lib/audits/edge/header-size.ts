import { outcome } from "../rule.ts";
import { definePageRule } from "./page-rule.ts";

/** What Node, Apache and most load balancers take as a whole, and what nginx and Apache take as one line. */
const BLOCK_MAX = 16 * 1024;
const LINE_MAX = 8 * 1024;
/** Colon, space and the end of the line. */
const LINE_EXTRA = 4;

export const headerSize = definePageRule({
  id: "edge/header-size",
  outcomes: {
    ok: { verdict: "pass", severity: "info" },
    "long-line": { verdict: "warn", severity: "low" },
    "large-block": { verdict: "warn", severity: "low" },
  },
  judge({ response: { headers } }) {
    const sizes = headers
      .map(([name, value]) => ({ name, bytes: Buffer.byteLength(name) + Buffer.byteLength(value) + LINE_EXTRA }))
      .toSorted((a, b) => b.bytes - a.bytes);
    const total = sizes.reduce((sum, { bytes }) => sum + bytes, 0);
    const [longest] = sizes;
    const evidence = sizes.slice(0, 5).map(({ name, bytes }) => ({ label: name, value: `${bytes} bytes` }));
    const facts = { bytes: String(total), name: longest?.name ?? "", kib: (total / 1024).toFixed(1) };
    if (total > BLOCK_MAX) return outcome("large-block", facts, evidence);
    return outcome(longest && longest.bytes > LINE_MAX ? "long-line" : "ok", facts, evidence);
  },
});
