import { agree, anyAgree } from "../dns/agreement.ts";
import type { DnsQuestion, Observation, PartName, PartValue } from "../observation.ts";
import { settle } from "../parse/dns-answers.ts";

/** One answer to a question, by whom. `ttl` in seconds; `null` where the source does not tell. */
export type DnsSource = {
  source: string;
  kind: "resolver" | "authoritative";
  status: string;
  records: string[];
  ttl: number | null;
};
/** One question about a host and all who were asked. */
export type DnsRow = { name: string; type: string; sources: DnsSource[]; agrees: boolean };

type Parts = Partial<Observation["parts"]>;

/** Every question about the host and its zone, the resolvers' answers beside those of the zone's own servers. */
export function dnsTable(parts: Parts): DnsRow[] {
  const [dns, zone, mail] = [observedIn(parts, "dns"), observedIn(parts, "zone"), observedIn(parts, "mail")];
  const asked = [
    ...(dns ? [dns.a, dns.aaaa, dns.cname] : []),
    ...(zone ? [zone.ns, zone.soa] : dns ? [dns.ns] : []),
    ...(mail ? [mail.mx, mail.txt] : []),
    ...(dns?.caa ?? []),
    ...(zone ? [zone.dnssec.ds, zone.dnssec.dnskey, ...zone.wildcard.filter(isFound)] : []),
  ];
  const host = dns?.a.name;
  const isAlias = dns !== undefined && settle(dns.cname).state === "found";
  const rows = asked.map((question) => {
    const own = zone?.answers.find(({ name, type }) => name === question.name && type === question.type);
    // Where an alias leads is for other servers to say.
    const isBehindAlias = isAlias && question.name === host && ["A", "AAAA"].includes(question.type);
    return rowOf(question, own, isBehindAlias);
  });
  return [...rows, ...(zone?.names.flatMap(aliasRow) ?? [])];
}

/** That nothing stands at a name that nobody has is not worth a row. */
const isFound = (question: DnsQuestion) => settle(question).state === "found";

function rowOf(question: DnsQuestion, own: DnsQuestion | undefined, isBehindAlias: boolean): DnsRow {
  const agrees = isBehindAlias || (agree(question) && (own === undefined || (agree(own) && anyAgree(own, question))));
  const sources = [...sourcesOf(question, "resolver"), ...(own ? sourcesOf(own, "authoritative") : [])];
  return { name: question.name, type: question.type, sources, agrees };
}

function sourcesOf({ answers }: DnsQuestion, kind: DnsSource["kind"]): DnsSource[] {
  return answers.map(({ resolver, status, records, ttl = null }) => ({ source: resolver, kind, status, records, ttl }));
}

/** Of the usual subdomains, those that are an alias; one resolver was asked. */
function aliasRow({ name, cname, status }: PartValue<"zone">["names"][number]): DnsRow[] {
  if (cname === null) return [];
  const source: DnsSource = { source: "resolver", kind: "resolver", status, records: [cname], ttl: null };
  return [{ name, type: "CNAME", sources: [source], agrees: true }];
}

function observedIn<P extends PartName>(parts: Parts, name: P): PartValue<P> | undefined {
  const part = parts[name];
  return part?.state === "observed" ? (part.value as PartValue<P>) : undefined;
}
