import type { DmarcPolicy, DmarcRecord } from "./dmarc.ts";
import type { DmarcDiscovery } from "./dmarc-discovery.ts";

type Found = Extract<DmarcDiscovery, { state: "found" }>;

/** RFC 9989 §4.7: in test mode the next weaker policy is applied. */
const WEAKER: Record<DmarcPolicy, DmarcPolicy> = { reject: "quarantine", quarantine: "none", none: "none" };

/**
 * What a receiver of RFC 9989 does with mail that fails; `null`: it does not look at DMARC at all. `exists`: whether the
 * author's domain is in the DNS.
 */
export function appliedPolicy(found: Found, exists = true): DmarcPolicy | null {
  const policy = askedPolicy(found, exists);
  return policy !== null && found.record.isTesting ? WEAKER[policy] : policy;
}

/** The policy that the record asks for; without a valid one, a report address makes it none (RFC 9989 §4.7). */
export function askedPolicy({ record, isInherited }: Found, exists = true): DmarcPolicy | null {
  if (!record.hasValidPolicies) return record.rua.length > 0 ? "none" : null;
  if (!isInherited) return record.p;
  return (exists ? null : record.np) ?? record.sp ?? record.p;
}

/** What a receiver of RFC 7489 makes of the record at the organizational domain, which it finds by the Public Suffix List. */
export type OldReading = { policy: DmarcPolicy | null; pct: number };

export function oldReading(record: DmarcRecord | null): OldReading {
  if (record === null) return { policy: null, pct: 100 };
  const pct = record.tags.get("pct") ?? "";
  const share = /^\d{1,3}$/.test(pct) && Number(pct) <= 100 ? Number(pct) : 100;
  // RFC 7489 §6.6.3 knows no np, so a bad one spoils nothing.
  const isValid = record.p !== null && (record.sp !== null || !record.tags.has("sp"));
  return { policy: isValid ? record.p : record.rua.length > 0 ? "none" : null, pct: share };
}
