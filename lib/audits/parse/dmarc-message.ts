import type { DnsQuestion } from "../observation.ts";
import type { DmarcPolicy } from "./dmarc.ts";
import { discoverDmarc, organizationalDomain, treeWalk } from "./dmarc-discovery.ts";
import { appliedPolicy } from "./dmarc-receiver.ts";

export type DmarcMessage = {
  from: string;
  /** Whether the domain after the @ of From: is in the DNS. */
  exists: boolean;
  /** Domains that passed DKIM and SPF. */
  dkim: readonly string[];
  spf: readonly string[];
};
export type DmarcJudgement = {
  result: "none" | "pass" | "fail";
  /** Where the record that applies stands. */
  domain: string | null;
  policy: DmarcPolicy | null;
  isDkimAligned: boolean;
  isSpfAligned: boolean;
};

/** What a receiver of RFC 9989 makes of one message; `lookUp` answers for the TXT of a name. */
export function judgeMessage(message: DmarcMessage, lookUp: (name: string) => DnsQuestion): DmarcJudgement {
  const ask = (domain: string) => treeWalk(domain).map((name) => lookUp(`_dmarc.${name}`));
  const found = discoverDmarc(ask(message.from));
  const nothing = { result: "none", domain: null, policy: null, isDkimAligned: false, isSpfAligned: false } as const;
  if (found.state !== "found") return nothing;
  const policy = appliedPolicy(found, message.exists);
  if (policy === null) return nothing;
  const organization = organizationalDomain(ask(message.from));
  const isAligned = (domains: readonly string[], isStrict: boolean) =>
    domains.some((domain) => (isStrict ? domain === message.from : organizationalDomain(ask(domain)) === organization));
  const isDkimAligned = isAligned(message.dkim, found.record.isStrict.dkim);
  const isSpfAligned = isAligned(message.spf, found.record.isStrict.spf);
  const result = isDkimAligned || isSpfAligned ? "pass" : "fail";
  return { result, domain: found.domain, policy, isDkimAligned, isSpfAligned };
}
