import type * as dnsPacket from "dns-packet";
import type { Answer, CaaAnswer, CaaData, RecordType, SoaAnswer, StringAnswer, TxtAnswer } from "dns-packet";
import { dsOfKey } from "#lib/probes/zone-ds.ts";
import { DKIM_RECORD } from "./mail-keys.ts";
import { ALIAS, AUTHORITY, HOST, HOSTILE_HOSTS, MAIL_PROVIDER, MTA_STS, WWW } from "./names.ts";

/** Everything the lab's resolvers know. Names are lower case without a trailing dot. */
type ZoneRecord = Exclude<Answer, { type: "OPT" }>;
export type Zone = readonly ZoneRecord[];

const TTL_SECONDS = 30;
const LOOPBACK = "127.0.0.1";
export const KEY_TAG = 4711;

const host =
  (type: "A" | "AAAA" | "CNAME" | "NS") =>
  (name: string, data: string, ttl = TTL_SECONDS): StringAnswer => ({ type, name, data, ttl });
export const a = host("A");
export const aaaa = host("AAAA");
export const cname = host("CNAME");
export const ns = host("NS");
/** TXT data longer than 255 octets is split into strings, as RFC 1035 §3.3.14 asks. */
export const txt = (name: string, data: string): TxtAnswer => ({
  type: "TXT",
  name,
  data: data.match(/.{1,255}/gs) ?? [""],
  ttl: TTL_SECONDS,
});
export const mx = (name: string, exchange: string): dnsPacket.MxAnswer => ({
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
export const soa = (name: string, serial = 1): SoaAnswer => ({
  type: "SOA",
  name,
  data: {
    mname: `ns1.${HOST}`,
    rname: `hostmaster.${HOST}`,
    serial,
    refresh: 3600,
    retry: 600,
    expire: 86_400,
    minimum: TTL_SECONDS,
  },
  ttl: TTL_SECONDS,
});

const SIGNING_KEY = Buffer.alloc(64, 0xed);
/** The DS record of the zone's key, by SHA-256. */
export function ds(name: string, algorithm = 13): dnsPacket.DSAnswer {
  const record = dsOfKey(name, `257 3 ${algorithm} ${SIGNING_KEY.toString("base64")}`)[1] ?? "";
  const [tag, , , digest = ""] = record.split(" ");
  const data = { keyTag: Number(tag), algorithm, digestType: 2, digest: Buffer.from(digest, "hex") };
  return { type: "DS", name, data, ttl: TTL_SECONDS };
}
export const dnskey = (name: string, algorithm = 13): dnsPacket.DnskeyAnswer => ({
  type: "DNSKEY",
  name,
  data: { flags: 257, algorithm, key: SIGNING_KEY },
  ttl: TTL_SECONDS,
});

export const HEALTHY_ZONE: Zone = [
  soa(HOST),
  ds(HOST),
  dnskey(HOST),
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
  cname(`s1._domainkey.${HOST}`, `s1.dkim.${MAIL_PROVIDER}`),
  txt(`s1.dkim.${MAIL_PROVIDER}`, DKIM_RECORD),
  txt(`_mta-sts.${HOST}`, "v=STSv1; id=20260601"),
  a(MTA_STS, LOOPBACK),
  txt(`_smtp._tls.${HOST}`, `v=TLSRPTv1; rua=mailto:tls-reports@${HOST}`),
  soa(ALIAS),
  ds(ALIAS),
  dnskey(ALIAS),
  ns(ALIAS, `ns1.${HOST}`),
  ns(ALIAS, `ns2.${HOST}`),
  a(ALIAS, LOOPBACK),
  caa(ALIAS, "issue", "letsencrypt.org"),
  // A name that neither sends nor takes mail says so (RFC 7505; RFC 7208 §10.1.2).
  { ...mx(ALIAS, "."), data: { preference: 0, exchange: "." } },
  txt(ALIAS, "v=spf1 -all"),
  txt(`_dmarc.${ALIAS}`, `v=DMARC1; p=reject; rua=mailto:dmarc@${HOST}`),
  txt(`${ALIAS}._report._dmarc.${HOST}`, "v=DMARC1"),
  soa(MAIL_PROVIDER),
  a(`mx1.${MAIL_PROVIDER}`, LOOPBACK),
  txt(`_spf.${MAIL_PROVIDER}`, "v=spf1 ip4:192.0.2.0/24 -all"),
  a(AUTHORITY, LOOPBACK),
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
  return recordsAt(zone, name).find((record) => record.type === "CNAME");
}

const exists = (zone: Zone, name: string) =>
  name === "" || zone.some((record) => record.name === name || record.name.endsWith(`.${name}`));

/** The records of a name: its own, else those of the wildcard beside it (RFC 4592 §2.2.1), under the name asked for. */
function recordsAt(zone: Zone, name: string): Zone {
  const own = zone.filter((record) => record.name === name);
  if (own.length > 0 || exists(zone, name)) return own;
  const wildcard = name.replace(/^[^.]+/, "*");
  return zone.filter((record) => record.name === wildcard).map((record) => ({ ...record, name }));
}

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
  const here = recordsAt(zone, name);
  const found = here.filter((record) => record.type === question.type);
  answers.push(...found);
  if (found.length > 0) return { status: "NOERROR", answers, authorities: [] };
  const authority = zone.find((record) => record.type === "SOA" && `.${name}`.endsWith(`.${record.name}`));
  const status = here.length > 0 || exists(zone, name) ? "NOERROR" : "NXDOMAIN";
  return { status, answers, authorities: authority ? [authority] : [] };
}
