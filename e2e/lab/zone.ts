import type * as dnsPacket from "dns-packet";
import type { Answer, CaaAnswer, CaaData, RecordType, SoaAnswer, StringAnswer, TxtAnswer } from "dns-packet";
import { HOST, HOSTILE_HOSTS, MAIL_PROVIDER, WWW } from "./names.ts";

/** Everything the lab's resolvers know. Names are lower case without a trailing dot. */
type ZoneRecord = Exclude<Answer, { type: "OPT" }>;
export type Zone = readonly ZoneRecord[];

const TTL_SECONDS = 30;
const LOOPBACK = "127.0.0.1";

const host =
  (type: "A" | "AAAA" | "CNAME" | "NS") =>
  (name: string, data: string): StringAnswer => ({ type, name, data, ttl: TTL_SECONDS });
export const a = host("A");
export const cname = host("CNAME");
export const ns = host("NS");
/** TXT data longer than 255 octets is split into strings, as RFC 1035 §3.3.14 asks. */
export const txt = (name: string, data: string): TxtAnswer => ({
  type: "TXT",
  name,
  data: data.match(/.{1,255}/gs) ?? [""],
  ttl: TTL_SECONDS,
});
const mx = (name: string, exchange: string): dnsPacket.MxAnswer => ({
  type: "MX",
  name,
  data: { preference: 10, exchange },
  ttl: TTL_SECONDS,
});
/** `flags` 128 marks the property as critical (RFC 8659 §4.1). Any tag is encoded; the package's types list three. */
export const caa = (name: string, tag: string, value: string, flags = 0): CaaAnswer => ({
  type: "CAA",
  name,
  data: { flags, tag: tag as CaaData["tag"], value },
  ttl: TTL_SECONDS,
});
const soa = (name: string): SoaAnswer => ({
  type: "SOA",
  name,
  data: {
    mname: `ns1.${HOST}`,
    rname: `hostmaster.${HOST}`,
    serial: 1,
    refresh: 3600,
    retry: 600,
    expire: 86_400,
    minimum: TTL_SECONDS,
  },
  ttl: TTL_SECONDS,
});

export const HEALTHY_ZONE: Zone = [
  soa(HOST),
  ns(HOST, `ns1.${HOST}`),
  ns(HOST, `ns2.${HOST}`),
  a(`ns1.${HOST}`, LOOPBACK),
  a(`ns2.${HOST}`, LOOPBACK),
  a(HOST, LOOPBACK),
  a(WWW, LOOPBACK),
  caa(HOST, "issue", "letsencrypt.org"),
  caa(HOST, "issuewild", ";"),
  caa(HOST, "iodef", `mailto:security@${HOST}`),
  mx(HOST, `mx1.${MAIL_PROVIDER}`),
  txt(HOST, `v=spf1 include:_spf.${MAIL_PROVIDER} -all`),
  txt(HOST, "launch-ready-lab=healthy"),
  txt(`_dmarc.${HOST}`, `v=DMARC1; p=reject; sp=reject; rua=mailto:dmarc@${HOST}`),
  soa(MAIL_PROVIDER),
  a(`mx1.${MAIL_PROVIDER}`, LOOPBACK),
  txt(`_spf.${MAIL_PROVIDER}`, "v=spf1 ip4:192.0.2.0/24 -all"),
  ...HOSTILE_HOSTS.map((name) => a(name, LOOPBACK)),
];

/** The zone without what stands at a name: all of it, or the records of one type. */
export function without(zone: Zone, name: string, type?: RecordType): Zone {
  return zone.filter((record) => record.name !== name || (type !== undefined && record.type !== type));
}

export type Lookup = { status: "NOERROR" | "NXDOMAIN"; answers: ZoneRecord[]; authorities: ZoneRecord[] };

const CNAME_CHAIN_MAX = 8;
/** Types for which an alias at the top of a zone stands in, where a real CNAME cannot be (RFC 1034 §3.6.2). */
const ALIASED_AT_APEX: readonly RecordType[] = ["A", "AAAA", "CNAME"];

function aliasOf(zone: Zone, name: string, type: RecordType): ZoneRecord | undefined {
  const isApex = zone.some((record) => record.name === name && record.type === "SOA");
  if (isApex && !ALIASED_AT_APEX.includes(type)) return;
  return zone.find((record) => record.name === name && record.type === "CNAME");
}

const exists = (zone: Zone, name: string) =>
  name === "" || zone.some((record) => record.name === name || record.name.endsWith(`.${name}`));

/** Answers one question as a resolver would: CNAMEs followed, NXDOMAIN and NODATA told apart, SOA for both. */
export function lookUp(zone: Zone, question: { name: string; type: RecordType }): Lookup {
  const answers: ZoneRecord[] = [];
  let name = question.name.toLowerCase().replace(/\.$/, "");
  for (let links = 0; links < CNAME_CHAIN_MAX; links += 1) {
    const alias = aliasOf(zone, name, question.type);
    if (!alias || question.type === "CNAME" || typeof alias.data !== "string") break;
    answers.push(alias);
    name = alias.data;
  }
  const found = zone.filter((record) => record.name === name && record.type === question.type);
  answers.push(...found);
  if (found.length > 0) return { status: "NOERROR", answers, authorities: [] };
  const authority = zone.find((record) => record.type === "SOA" && `.${name}`.endsWith(`.${record.name}`));
  return { status: exists(zone, name) ? "NOERROR" : "NXDOMAIN", answers, authorities: authority ? [authority] : [] };
}
