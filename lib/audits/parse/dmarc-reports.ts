import type { DnsQuestion } from "../observation.ts";
import { isDmarcRecord, parseDmarc } from "./dmarc.ts";
import { settle } from "./dns-answers.ts";
import { isQueryable, isSameOrBelow, unescapeText } from "./dns-name.ts";

export type ReportDestination = { address: string; domain: string };

/** The domains outside this one that its DMARC record names for aggregate reports; each has to consent (RFC 9990 §4). */
export function externalReportDomains(domain: string, record: DnsQuestion): ReportDestination[] {
  const settled = settle(record);
  const texts = settled.state === "found" ? settled.records.map(unescapeText).filter(isDmarcRecord) : [];
  const found = texts.flatMap((text) => parseDmarc(text).rua).map((address) => ({ address, domain: hostOf(address) }));
  const outside = found.filter((to) => isQueryable(to.domain) && !isSameOrBelow(to.domain, domain));
  return outside.filter((to, index) => outside.findIndex((other) => other.domain === to.domain) === index);
}

function hostOf(address: string): string {
  return address
    .slice(address.lastIndexOf("@") + 1)
    .replace(/[?!].*$/, "")
    .toLowerCase();
}
