import type { PartValue } from "../observation.ts";
import { type DmarcPolicy, type DmarcRecord, parseDmarc } from "../parse/dmarc.ts";
import { type DmarcDiscovery, discoverDmarc } from "../parse/dmarc-discovery.ts";
import { askedPolicy } from "../parse/dmarc-receiver.ts";
import type { DnsRecord } from "../types.ts";
import { receivesNoMail, sendsNoMail, spfRecords } from "./mail-use.ts";

/** The next stricter policy: nobody should go from watching to refusing in one step. */
const NEXT: Record<DmarcPolicy, DmarcPolicy> = { none: "quarantine", quarantine: "reject", reject: "reject" };

/** Tags that are kept as they are; what RFC 9989 no longer has, and what leaves something open, is not. */
const KEPT = new Set(["adkim", "aspf", "fo", "ruf"]);

function dmarcText(record: DmarcRecord | null, p: DmarcPolicy, rua: readonly string[]): string {
  const kept = [...(record?.tags ?? [])].filter(([tag]) => KEPT.has(tag));
  const below = (["sp", "np"] as const).flatMap((tag): [string, string][] => {
    const policy = record?.[tag];
    return policy && policy !== "none" ? [[tag, policy]] : [];
  });
  const tags: [string, string][] = [["p", p], ...below, ...kept];
  if (rua.length > 0) tags.push(["rua", rua.join(",")]);
  return ["v=DMARC1", ...tags.map(([tag, value]) => `${tag}=${value}`)].join("; ");
}

/**
 * The one record that the domain should publish next, whatever is at fault: mended, with an address for reports, and one
 * step stricter where it only watched. Every rule about DMARC names the same, so that what is pasted never conflicts.
 */
export function wantedDmarc(mail: PartValue<"mail">): DnsRecord[] {
  const found = discoverDmarc(mail.dmarc);
  const record = recordToMend(found);
  const asked = found.state === "found" ? askedPolicy(found) : null;
  // Where nobody sends, by the record or for want of any, nothing can be lost by refusing at once; else the first step is to watch.
  const isUnused = sendsNoMail(mail) || (receivesNoMail(mail) && spfRecords(mail).length === 0);
  const first = isUnused ? "reject" : "none";
  const p = asked === null ? (record?.p ?? first) : asked === "none" ? NEXT[asked] : asked;
  const own = record?.rua ?? [];
  const rua = own.length > 0 || receivesNoMail(mail) ? own : [`mailto:dmarc@${mail.domain}`];
  return [{ name: `_dmarc.${mail.domain}`, type: "TXT", value: dmarcText(record, p, rua) }];
}

function recordToMend(found: DmarcDiscovery): DmarcRecord | null {
  if (found.state === "found") return found.record;
  return found.state === "several" ? strictest(found.records) : null;
}

const ORDER = ["none", "quarantine", "reject"] as const;

/** Of several records the one that asks for most; two that stand side by side count for nothing. */
function strictest(texts: readonly string[]): DmarcRecord {
  const rank = ({ p }: DmarcRecord) => (p === null ? -1 : ORDER.indexOf(p));
  return texts.map(parseDmarc).reduce((best, record) => (rank(record) > rank(best) ? record : best));
}
