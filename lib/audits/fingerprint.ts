import { ruleById } from "./registry.ts";

/** Names a finding: the same rule failing on the same subject in two runs is one finding, whatever the outcome's code. */
export function fingerprint({ rule, host, port }: { rule: string; host: string; port: number | null }): string {
  const name = host.includes(":") ? `[${host}]` : host;
  return `v1|${rule}|${port === null ? name : `${name}:${port}`}`;
}

/** The fingerprint that a rule's fault has at a target: a fault of the domain is one finding, at whichever host it was seen. */
export function findingOf(
  rule: string,
  { host, port, domain }: { host: string; port: number; domain: string },
): string {
  return fingerprint(ruleById(rule)?.subject === "domain" ? { rule, host: domain, port: null } : { rule, host, port });
}
