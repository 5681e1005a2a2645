import type { DnsQuestion, PartValue } from "../observation.ts";

type Answered = (name: string, type: string, ...records: string[]) => DnsQuestion;

const NAMESERVERS = ["ns1.example.net", "ns2.example.net"];

/** The same answer from each of the zone's own servers. */
export function fromServers(name: string, type: string, ...records: string[]): DnsQuestion {
  const status = records.length > 0 ? "ok" : "nodata";
  return {
    name,
    type,
    answers: NAMESERVERS.map((resolver) => ({ resolver, status, records, ms: 4, ttl: 300, authenticated: false })),
  };
}

/** A signed zone whose servers agree with the resolvers. */
export function healthyZone(answered: Answered): PartValue<"zone"> {
  const apex = "example.com";
  const signed = (question: DnsQuestion): DnsQuestion => ({
    ...question,
    answers: question.answers.map((answer) => ({ ...answer, authenticated: true })),
  });
  const signature = {
    name: apex,
    covers: "SOA",
    algorithm: 13,
    inception: "2026-05-28T00:00:00.000Z",
    expiration: "2026-06-11T00:00:00.000Z",
  };
  return {
    apex,
    ns: answered(apex, "NS", ...NAMESERVERS),
    soa: signed(answered(apex, "SOA", `${NAMESERVERS[0]} hostmaster.${apex} 7 3600 600 86400 300`)),
    notAsked: null,
    nameservers: NAMESERVERS.map((name) => ({ name, state: "answered", serial: 7, status: "ok" })),
    answers: [
      fromServers(apex, "A", "192.0.2.10"),
      fromServers(apex, "AAAA", "2001:db8::10"),
      fromServers(apex, "CNAME"),
      fromServers(apex, "NS", ...NAMESERVERS),
      fromServers(apex, "MX", "10 mx.example.net"),
      fromServers(apex, "TXT", "other=text", "v=spf1 include:_spf.example.net -all"),
    ],
    dnssec: {
      ds: signed(answered(apex, "DS", "4711 13 2 d5d5")),
      dnskey: signed(answered(apex, "DNSKEY", "257 3 13 7e3t")),
      keys: [{ isEntry: true, ds: ["4711 13 2 d5d5"] }],
      isBogus: false,
      signatures: [signature, { ...signature, covers: "DNSKEY" }, { ...signature, covers: "A" }],
    },
    wildcard: ["A", "AAAA", "CNAME", "TXT"].map((type) => ({
      ...answered(`launch-ready-00.${apex}`, type),
      answers: answered(apex, type).answers.map((answer) => ({ ...answer, status: "nxdomain" })),
    })),
    names: [{ name: `www.${apex}`, cname: null, resolves: true, status: "ok" }],
    namesUnanswered: [],
  };
}
