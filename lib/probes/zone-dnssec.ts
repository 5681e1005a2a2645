import type { DnsQuestion, PartValue } from "#lib/audits/observation.ts";
import type { ServerAnswer } from "./egress/resolver.ts";
import type { ProbeContext } from "./probe.ts";
import { dsOfKey } from "./zone-ds.ts";

type Dnssec = PartValue<"zone">["dnssec"];

/** Nothing is validated here: the resolvers' word (AD, or a refusal that CD lifts) and the dates of signatures count. */
export async function probeDnssec(context: ProbeContext, apex: string, soa: DnsQuestion): Promise<Dnssec> {
  const { target, egress } = context;
  const { resolver, signal } = egress;
  const raw = { unchecked: true, signatures: true };
  const [isBogus, ds, dnskey, ...signed] = await Promise.all([
    isRefusedByValidation(context, apex, soa),
    resolver.ask(apex, "DS", signal),
    resolver.ask(apex, "DNSKEY", signal),
    resolver.askAny(apex, "SOA", raw, signal),
    resolver.askAny(apex, "DNSKEY", raw, signal),
    resolver.askAny(target.host, "A", raw, signal),
  ]);
  const signatures = [apex, apex, target.host].flatMap((name, index) => signaturesIn(signed[index], name));
  return { ds, dnskey, keys: keysOf(apex, dnskey), isBogus, signatures };
}

const KEYS_MAX = 16;

function keysOf(apex: string, { answers }: DnsQuestion): Dnssec["keys"] {
  const keys = [...new Set(answers.flatMap(({ records }) => records))].slice(0, KEYS_MAX);
  return keys.map((key) => ({ isEntry: Number.parseInt(key, 10) % 2 === 1, ds: dsOfKey(apex, key) }));
}

/** The same resolver gives with CD what it refuses without, and refuses it again: a hiccup would have passed. */
async function isRefusedByValidation(
  { egress: { resolver, signal } }: ProbeContext,
  apex: string,
  soa: DnsQuestion,
): Promise<boolean> {
  const refusing = soa.answers.find(({ status }) => status === "servfail");
  if (!refusing) return false;
  const unchecked = await resolver.askAt(refusing.resolver, apex, "SOA", { unchecked: true }, signal);
  if (unchecked.status !== "ok") return false;
  return (await resolver.askAt(refusing.resolver, apex, "SOA", {}, signal)).status === "servfail";
}

const SIGNATURES_MAX = 8;

/** `A 13 2 300 20270115080000 20231114221320 7 example.com …` (RFC 4034 §3.2). */
function signaturesIn(answer: ServerAnswer | undefined, name: string): Dnssec["signatures"] {
  return (answer?.signatures ?? []).slice(0, SIGNATURES_MAX).map((text) => {
    const [covers = "", algorithm, , , expiration = "", inception = ""] = text.split(" ");
    return {
      name,
      covers,
      algorithm: Number(algorithm),
      inception: timeOf(inception),
      expiration: timeOf(expiration),
    };
  });
}

function timeOf(digits: string): string {
  return digits.replace(/^(\d{4})(\d\d)(\d\d)(\d\d)(\d\d)(\d\d)$/, "$1-$2-$3T$4:$5:$6.000Z");
}
