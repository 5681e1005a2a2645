import { treeWalk } from "#lib/audits/parse/dmarc-discovery.ts";
import type { Probe } from "./probe.ts";

export const probeMail: Probe<"mail"> = async ({ target: { domain }, egress: { resolver, signal } }) => {
  const [mx, txt, dmarc] = await Promise.all([
    resolver.ask(domain, "MX", signal),
    resolver.ask(domain, "TXT", signal),
    Promise.all(treeWalk(domain).map((name) => resolver.ask(`_dmarc.${name}`, "TXT", signal))),
  ]);
  return { domain, mx, txt, dmarc };
};
