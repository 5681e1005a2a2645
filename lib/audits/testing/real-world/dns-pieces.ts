import type { DnsQuestion, PartValue } from "../../observation.ts";

/** Three public resolvers. Each has a copy of its own age, and hands sets out in an order of its own. */
const RESOLVERS = ["1.1.1.1:53", "8.8.8.8:53", "9.9.9.9:53"];
const COPY_AGES = [0, 41, 187];

type Records = readonly string[];

/** One set: every resolver has it. Several: each resolver has one. None: there is no such record. */
export function asked(name: string, type: string, ...sets: readonly Records[]): DnsQuestion {
  const answers = RESOLVERS.map((resolver, index) => {
    const set = sets[index % Math.max(sets.length, 1)] ?? [];
    if (set.length === 0) return { resolver, status: "nodata" as const, records: [], ms: 9 + index };
    const turn = index % set.length;
    const records = [...set.slice(turn), ...set.slice(0, turn)];
    return { resolver, status: "ok" as const, records, ms: 9 + index, ttl: 300 - (COPY_AGES[index] ?? 0) };
  });
  return { name, type, answers };
}

function nobody(name: string, type: string): DnsQuestion {
  const answers = RESOLVERS.map((resolver) => ({ resolver, status: "nxdomain" as const, records: [], ms: 11 }));
  return { name, type, answers };
}

/** Where a host leads, and the zone that it is in. */
export type Names = {
  host: string;
  domain: string;
  nameservers: Records;
  a?: readonly Records[];
  aaaa?: readonly Records[];
  /** The aliases on the way, nearest first. */
  cnames?: Records;
  /** What each of the zone's own servers answers; default: what the first resolver has. */
  own?: readonly Records[];
  caa?: { name: string; records: Records };
  others?: PartValue<"zone">["names"];
};

/** The name and each of its parents, up to where CAA stands. */
function climbCaa({ host, caa }: Names): DnsQuestion[] {
  const labels = host.split(".");
  const names = labels.map((_, index) => labels.slice(index).join("."));
  const end = caa ? names.indexOf(caa.name) + 1 : names.length;
  return names.slice(0, end).map((name) => asked(name, "CAA", ...(name === caa?.name ? [caa.records] : [])));
}

export function dnsOf(names: Names): PartValue<"dns"> {
  const { host, domain, nameservers, a = [], aaaa = [], cnames = [] } = names;
  const [alias] = cnames;
  return {
    a: asked(host, "A", ...a),
    aaaa: asked(host, "AAAA", ...aaaa),
    cname: asked(host, "CNAME", ...(alias ? [[alias]] : [])),
    ns: asked(domain, "NS", nameservers),
    caa: climbCaa(names),
    cnameTarget: alias ? asked(alias, "A", ...a) : null,
  };
}

/** An unsigned zone, of whose servers each was asked. */
export function zoneOf({ host, domain, nameservers, a = [], aaaa = [], cnames = [], own, others }: Names) {
  const say = (name: string, type: string, ...sets: readonly Records[]): DnsQuestion => ({
    name,
    type,
    answers: nameservers.map((resolver, index) => {
      const records = [...(sets[index % Math.max(sets.length, 1)] ?? [])];
      if (records.length === 0) return { resolver, status: "nodata", records, ms: 21 };
      return { resolver, status: "ok", records, ms: 21, ttl: type === "NS" ? 172_800 : 300 };
    }),
  });
  const alias = cnames.slice(0, 1);
  const isAlias = alias.length > 0;
  const unused = `launch-ready-5f1c.${domain}`;
  return {
    apex: domain,
    ns: asked(domain, "NS", nameservers),
    soa: asked(domain, "SOA", [`${nameservers[0]} hostmaster.${domain} 2026111801 7200 900 1209600 300`]),
    notAsked: null,
    nameservers: nameservers.map((name) => ({ name, state: "answered", serial: 2_026_111_801, status: "ok" })),
    answers: [
      say(host, "A", ...(isAlias ? [] : (own ?? a.slice(0, 1)))),
      say(host, "AAAA", ...(isAlias ? [] : aaaa.slice(0, 1))),
      say(host, "CNAME", ...(isAlias ? [alias] : [])),
      say(domain, "NS", nameservers),
    ],
    dnssec: {
      ds: asked(domain, "DS"),
      dnskey: asked(domain, "DNSKEY"),
      keys: [],
      isBogus: false,
      signatures: [],
    },
    wildcard: ["A", "AAAA", "CNAME", "TXT"].map((type) => nobody(unused, type)),
    names: others ?? [],
    namesUnanswered: [],
  } satisfies PartValue<"zone">;
}
