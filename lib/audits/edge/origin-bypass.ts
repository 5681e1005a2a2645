import { originPlace } from "../parse/origin-place.ts";
import { shellQuote } from "../parse/shell-quote.ts";
import { defineRule, outcome } from "../rule.ts";
import { findEdge, type Proven } from "./edge-proofs.ts";
import { EDGE } from "./edge-rule.ts";
import { EDGE_SIGNS } from "./edge-signs.ts";
import { originResult } from "./origin-result.ts";

export const originBypass = defineRule({
  ...EDGE,
  id: "edge/origin-bypass",
  outcomes: {
    refuses: { verdict: "pass", severity: "info" },
    unreachable: { verdict: "pass", severity: "info" },
    answers: { verdict: "fail", severity: "high" },
    "not-tried": { verdict: "inconclusive", severity: "info" },
    "no-edge": { verdict: "not_applicable", severity: "info" },
    "one-platform": { verdict: "not_applicable", severity: "info" },
    undeclared: { verdict: "inconclusive", severity: "info" },
  },
  evaluate({ edge, target }) {
    const tried = edge.origins.map((one) => ({ origin: one.origin, ...originResult(one, edge.front) }));
    const evidence = tried.map(({ origin, note }) => ({ label: origin, value: note }));
    const named = (result: (typeof tried)[number]["result"]) => tried.filter((one) => one.result === result);
    const [answering] = named("answers");
    const [untried] = named("not_tried");
    const facts = {
      host: target.host,
      origins: tried.map(({ origin }) => origin).join(", "),
      origin: (answering ?? untried)?.origin ?? "",
      note: (answering ?? untried)?.note ?? "",
    };
    if (answering) return outcome("answers", facts, evidence);
    if (untried) return outcome("not-tried", facts, evidence);
    if (tried.length === 0) return whyNone(findEdge(edge, target.host), facts);
    return outcome(named("refuses").length > 0 ? "refuses" : "unreachable", facts, evidence);
  },
  reproduce({ url, host, port, notes }) {
    const place = originPlace(notes.origins[0] ?? "ORIGIN", port);
    return `curl -skS -D - -o /dev/null --connect-to ${shellQuote(`${host}:${port}:${place}`)} ${shellQuote(url)}`;
  },
});

function whyNone(found: Proven | null, facts: Record<string, string>) {
  if (!found) return outcome("no-edge", facts);
  const isPlatform = EDGE_SIGNS.some((signs) => signs.edge === found.edge && signs.isPlatform);
  const isProven = found.proofs.length > 1;
  return outcome(isPlatform && isProven ? "one-platform" : "undeclared", { ...facts, edge: found.edge });
}
