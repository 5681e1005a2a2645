import { curlLine } from "../parse/curl-line.ts";
import { defineRule, outcome } from "../rule.ts";
import { findEdge } from "./edge-proofs.ts";
import { EDGE } from "./edge-rule.ts";

export const edgeProven = defineRule({
  ...EDGE,
  id: "edge/proven",
  outcomes: {
    ok: { verdict: "pass", severity: "info" },
    "one-proof": { verdict: "warn", severity: "medium" },
    none: { verdict: "fail", severity: "medium" },
  },
  evaluate({ edge, target }) {
    const found = findEdge(edge, target.host);
    const evidence = [
      ...(found?.proofs ?? []).map(({ kind, detail }) => ({ label: `${found?.edge}: ${kind}`, value: detail })),
      { label: "addresses", value: edge.addresses.join(", ") || "none that is public" },
      { label: "name servers", value: edge.nameservers.join(", ") || "none seen" },
    ];
    const facts = {
      host: target.host,
      edge: found?.edge ?? "",
      proofs: found?.proofs.map(inWords).join(" and ") ?? "",
    };
    if (!found) return outcome("none", facts, evidence);
    return outcome(found.proofs.length > 1 ? "ok" : "one-proof", facts, evidence);
  },
  reproduce: ({ url }) =>
    `${curlLine("-sS -D - -o /dev/null", url)}; ${curlLine("-sS", new URL("/cdn-cgi/trace", url).href)}`,
});

const WORDS = {
  address: "its address",
  header: "its headers",
  trace: "its trace page",
  cname: "the name it is aliased to",
  nameserver: "its name servers",
} as const;

const inWords = ({ kind }: { kind: keyof typeof WORDS }) => WORDS[kind];
