import type { Observation, PartName } from "#lib/audits/observation.ts";
import { ruleById } from "#lib/audits/registry.ts";
import type { Result, Verdict } from "#lib/audits/types.ts";
import { sayWhyNot } from "#lib/audits/why-not.ts";

export type AuditExit = { code: 0 | 1 | 2; notice: string | null };

const CONCLUSIVE: ReadonlySet<Verdict> = new Set(["pass", "warn", "fail"]);
const FROM_RESOLVERS: ReadonlySet<PartName> = new Set(["dns", "zone", "mail", "mailAuth"]);

/**
 * 1: a rule failed. 2: nothing was seen of what was asked for; that the DNS knows a host is no news of the host, so a
 * host that is down is never a 0.
 */
export function exitOf(observation: Pick<Observation, "target" | "parts">, results: readonly Result[]): AuditExit {
  // A rule that does not apply says so without a look at the host.
  const applying = results.filter(({ verdict }) => verdict !== "not_applicable");
  const aboutHost = applying.filter(({ rule }) => ruleById(rule)?.needs.some((part) => !FROM_RESOLVERS.has(part)));
  const asked = aboutHost.length > 0 ? aboutHost : applying;
  const isSeen = applying.length === 0 || asked.some(({ verdict }) => CONCLUSIVE.has(verdict));
  const hasFailed = results.some(({ verdict }) => verdict === "fail");
  const notice = isSeen ? null : `Nothing could be seen of ${observation.target.url}: ${reasonOf(observation, asked)}`;
  return { code: hasFailed ? 1 : isSeen ? 0 : 2, notice };
}

function reasonOf({ parts }: Pick<Observation, "parts">, results: readonly Result[]): string {
  const part = Object.values(parts).find(({ state }) => state === "unreachable");
  if (part?.state === "unreachable") return sayWhyNot(part);
  const open = results.find(({ verdict }) => verdict === "inconclusive") ?? results[0];
  return open?.summary ?? "No rule was asked for.";
}
