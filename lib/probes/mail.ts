import type { Probe } from "./probe.ts";

export const probeMail: Probe<"mail"> = async ({ target: { domain }, egress: { resolver, signal } }) => {
  const [mx, txt, dmarc] = await Promise.all([
    resolver.ask(domain, "MX", signal),
    resolver.ask(domain, "TXT", signal),
    Promise.all(treeWalk(domain).map((name) => resolver.ask(`_dmarc.${name}`, "TXT", signal))),
  ]);
  return { domain, mx, txt, dmarc };
};

const QUERIES_MAX = 8;

/** The names to ask, nearest first, at most eight: a longer name jumps to its last seven labels (RFC 9989 §4.10). */
export function treeWalk(domain: string): string[] {
  const labels = domain.split(".");
  const parents = labels.slice(-QUERIES_MAX).map((_, index, last) => last.slice(index).join("."));
  return labels.length > QUERIES_MAX ? [domain, ...parents.slice(1)] : parents;
}
