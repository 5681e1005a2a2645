import type { DnsQuestion } from "#lib/audits/observation.ts";
import { type Message, type ResourceRecord, sameName } from "./dns-message.ts";
import { presentName } from "./dns-name.ts";
import { type RecordType, TYPE_CODES } from "./dns-records.ts";

export type DnsAnswer = DnsQuestion["answers"][number];
/** What a message says to its question. `aliases`: the names that were followed to get there, the last one last. */
export type Said = Pick<DnsAnswer, "status" | "records" | "ttl" | "authenticated"> & {
  aliases: string[];
  /** RRSIGs over the records, in presentation form. */
  signatures: string[];
  isAuthoritative: boolean;
  /** The zone that the name is in: the owner of the SOA record in the answer or beside it (RFC 2308 §2). */
  zone: string | null;
};

const STATUS: Readonly<Record<number, DnsAnswer["status"]>> = { 2: "servfail", 3: "nxdomain", 5: "refused" };
const CHAIN_MAX = 8;

/** Aliases are followed within the answer, at most eight of them; a longer chain, or a round one, is an error. */
export function sayOf(message: Message, name: string, type: RecordType): Said {
  const asked = presentName(name);
  const chain = type === "CNAME" ? [] : follow(message.answers, asked);
  const soa = [...message.answers, ...message.authorities].find((record) => record.type === TYPE_CODES.SOA);
  const base = {
    records: [],
    aliases: chain.map(({ data }) => data),
    signatures: [],
    isAuthoritative: message.isAuthoritative,
    zone: soa?.name.toLowerCase() ?? null,
  };
  if (message.rcode !== 0) return { ...base, status: STATUS[message.rcode] ?? "error" };
  if (chain.length > CHAIN_MAX) return { ...base, status: "error" };
  const owner = chain.at(-1)?.data ?? asked;
  const own = message.answers.filter((record) => sameName(record.name, owner));
  const found = own.filter((record) => record.type === TYPE_CODES[type]);
  const ttls = [...chain, ...found].map(({ ttl }) => ttl);
  return {
    ...base,
    status: found.length > 0 ? "ok" : "nodata",
    records: found.map(({ data }) => data).sort(),
    signatures: own
      .filter((record) => record.type === TYPE_CODES.RRSIG && record.data.startsWith(`${type} `))
      .map(({ data }) => data),
    ...(ttls.length > 0 ? { ttl: Math.min(...ttls) } : {}),
    authenticated: message.isAuthentic,
  };
}

function follow(answers: readonly ResourceRecord[], name: string): ResourceRecord[] {
  const aliases = answers.filter(({ type }) => type === TYPE_CODES.CNAME);
  const chain: ResourceRecord[] = [];
  let owner = name;
  while (chain.length <= CHAIN_MAX) {
    const link = aliases.find((record) => sameName(record.name, owner));
    if (!link) break;
    chain.push(link);
    owner = link.data;
  }
  return chain;
}
