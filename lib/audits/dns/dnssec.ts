import { sayMoment } from "../edge/lifetime.ts";
import type { PartValue } from "../observation.ts";
import { answerEvidence, settle } from "../parse/dns-answers.ts";
import { shellQuote } from "../parse/shell-quote.ts";
import { defineRule, outcome } from "../rule.ts";
import type { DnsRecord } from "../types.ts";

/** RSAMD5, DSA, RSASHA1 and their NSEC3 twins, GOST: not to be used for signing (RFC 8624 §3.1, RFC 9905). */
const WEAK_ALGORITHMS: ReadonlySet<number> = new Set([1, 3, 5, 6, 7, 12]);
/** The share of a signature's time by which it should have been renewed; signing tools do so at a quarter or before. */
const EXPIRING_SHARE = 1 / 8;

export const dnssec = defineRule({
  id: "dns/dnssec",
  check: "dns-target",
  subject: "domain",
  needs: ["zone"],
  outcomes: {
    ok: { verdict: "pass", severity: "info" },
    insecure: { verdict: "pass", severity: "info" },
    bogus: { verdict: "fail", severity: "critical" },
    "ds-mismatch": { verdict: "fail", severity: "critical" },
    expired: { verdict: "fail", severity: "critical" },
    expiring: { verdict: "warn", severity: "high" },
    "weak-algorithm": { verdict: "warn", severity: "medium" },
    "not-linked": { verdict: "warn", severity: "low" },
    "not-validated": { verdict: "inconclusive", severity: "info" },
    unanswered: { verdict: "inconclusive", severity: "info" },
  },
  evaluate({ zone, observedAt }) {
    const { ds, dnskey, keys, isBogus, signatures } = zone.dnssec;
    const facts = { zone: zone.apex };
    const evidence = [
      ...answerEvidence(ds),
      ...answerEvidence(zone.soa),
      ...signatures.map(({ name, covers, algorithm, inception, expiration }) => ({
        label: `RRSIG ${covers} ${name}`,
        value: `algorithm ${algorithm}, ${inception} to ${expiration}`,
      })),
    ];
    if (isBogus) return outcome("bogus", facts, evidence);
    const parent = settle(ds);
    if (parent.state === "unanswered") return outcome("unanswered", facts, evidence);
    if (parent.state !== "found") {
      const isSigned = settle(dnskey).state === "found";
      return isSigned ? outcome("not-linked", facts, evidence, linksOf(zone)) : outcome("insecure", facts, evidence);
    }
    if (keys.length > 0 && !isVouchedFor(parent.records, keys))
      return outcome("ds-mismatch", facts, evidence, linksOf(zone));
    const now = Date.parse(observedAt);
    const nearest = signatures.toSorted((one, other) => one.expiration.localeCompare(other.expiration))[0];
    const dated = { ...facts, expires: nearest ? sayMoment(nearest.expiration) : "" };
    if (nearest && Date.parse(nearest.expiration) <= now) return outcome("expired", dated, evidence);
    if (signatures.some((signature) => isExpiring(signature, now))) return outcome("expiring", dated, evidence);
    const weak = [...algorithmsOf(zone)].find((algorithm) => WEAK_ALGORITHMS.has(algorithm));
    if (weak !== undefined) return outcome("weak-algorithm", { ...facts, algorithm: String(weak) }, evidence);
    const isValidated = zone.soa.answers.some(({ status, authenticated }) => status === "ok" && authenticated);
    return outcome(isValidated ? "ok" : "not-validated", facts, evidence);
  },
  reproduce: ({ domain }) => `dig +dnssec ${shellQuote(domain)} SOA ${shellQuote(domain)} DS`,
});

type Zone = PartValue<"zone">;

const SHA256 = "2";
/** SHA-1, SHA-256, SHA-384. */
const DIGESTS: ReadonlySet<string> = new Set(["1", SHA256, "4"]);

/** Whether a DS record belongs to a key; one with a digest that we do not make is taken to. */
function isVouchedFor(records: readonly string[], keys: Zone["dnssec"]["keys"]): boolean {
  const made = keys.flatMap(({ ds }) => ds);
  const digestOf = (record: string) => record.split(" ")[2] ?? "";
  return records.some((record) => made.includes(record) || !DIGESTS.has(digestOf(record)));
}

/** The DS records to enter at the registrar. */
function linksOf({ apex, dnssec: { keys } }: Zone): DnsRecord[] {
  const records = keys.filter(({ isEntry }) => isEntry).flatMap(({ ds }) => ds);
  return records
    .filter((record) => record.split(" ")[2] === SHA256)
    .map((value) => ({ name: apex, type: "DS", value }));
}

function isExpiring({ inception, expiration }: Zone["dnssec"]["signatures"][number], now: number): boolean {
  const [from, to] = [Date.parse(inception), Date.parse(expiration)];
  return to - now < (to - from) * EXPIRING_SHARE;
}

/** Of the signatures, and of the keys (`257 3 13 …`). */
function algorithmsOf({ dnssec: { dnskey, signatures } }: Zone): Set<number> {
  const keys = settle(dnskey);
  const ofKeys = keys.state === "found" ? keys.records.map((key) => Number(key.split(" ")[2])) : [];
  return new Set([...ofKeys, ...signatures.map(({ algorithm }) => algorithm)]);
}
