import { describe, expect, it } from "vitest";
import type { Observation, PartName } from "#lib/audits/observation.ts";
import type { EgressConfig } from "./config.ts";
import type { Seams } from "./egress/create-egress.ts";
import { LIMITS } from "./egress/limits.ts";
import { createResolver, type Resolver } from "./egress/resolver.ts";
import { observe } from "./observe.ts";
import { type DnsServer, NXDOMAIN, type Question, REFUSED, type Reply, startDns, zone } from "./testing/dns-server.ts";
import { localConfig } from "./testing/local-config.ts";

const SOA = { mname: "ns1.site.test", rname: "host.site.test", serial: 7, refresh: 1, retry: 1, expire: 1, minimum: 1 };
const ZONE = {
  "site.test": { SOA: [SOA], A: ["127.0.0.1"], NS: ["NS1.site.test", "ns2.site.test"], TXT: [["v=spf1 -all"]] },
  "docs.site.test": { CNAME: ["docs.gone.test"] },
  "www.site.test": { A: ["127.0.0.1"] },
  "ns1.site.test": { A: ["127.0.0.1"] },
  "ns2.site.test": { A: ["127.0.0.1"] },
};

/** A resolver over the table: aliases come with what they lead to, denials with the zone's SOA. */
function resolving(table: Record<string, Record<string, unknown[]>>): (question: Question) => Reply {
  return (question) => {
    const alias = table[question.name]?.CNAME?.[0];
    if (question.type === "CNAME" || alias === undefined) return zone(table)(question);
    return { rcode: NXDOMAIN, answers: [{ name: question.name, type: "CNAME", ttl: 1, data: String(alias) }] };
  };
}

type Look = { resolver: DnsServer; servers?: Record<string, string>; change?: Partial<EgressConfig>; seams?: Seams };

async function look({ resolver, servers = {}, change = {}, seams = {} }: Look): Promise<Observation["parts"]> {
  const egress = localConfig({ dns: { servers: [resolver.server], zones: {}, nameservers: servers }, ...change });
  const parts: PartName[] = ["zone"];
  const limits = { dnsMs: 500, dnsTryMs: 200 };
  const options = { egress, parts, seams: { limits, unusedLabel: () => "unused-label", ...seams } };
  return (await observe({ url: "https://site.test/" }, options)).parts;
}

function zoneOf(parts: Observation["parts"]) {
  if (parts.zone.state !== "observed") throw new Error(JSON.stringify(parts.zone));
  return parts.zone.value;
}

describe("the zone probe", () => {
  it("asks each of the zone's servers, without recursion, and notes its serial", async () => {
    await using resolver = await startDns(resolving(ZONE));
    await using first = await startDns(zone(ZONE));
    await using second = await startDns(
      zone({ ...ZONE, "site.test": { ...ZONE["site.test"], SOA: [{ ...SOA, serial: 6 }] } }),
    );
    const servers = { "ns1.site.test": first.server, "ns2.site.test": second.server };
    const seen = zoneOf(await look({ resolver, servers }));
    expect(seen).toMatchObject({ apex: "site.test", notAsked: null });
    expect(seen.nameservers).toEqual([
      { name: "ns1.site.test", state: "answered", serial: 7, status: "ok" },
      { name: "ns2.site.test", state: "answered", serial: 6, status: "ok" },
    ]);
    expect(seen.answers.find(({ type }) => type === "A")?.answers).toMatchObject([
      { resolver: "ns1.site.test", status: "ok", records: ["127.0.0.1"], ttl: 1 },
      { resolver: "ns2.site.test", status: "ok", records: ["127.0.0.1"], ttl: 1 },
    ]);
    expect(seen.answers.map(({ type }) => type)).toEqual(["A", "AAAA", "CNAME", "NS", "MX", "TXT"]);
    expect(first.asked.every(({ recurse }) => !recurse)).toBe(true);
    expect(resolver.asked.every(({ recurse }) => recurse)).toBe(true);
  });

  it("tells a lame server, a silent one, and one without an address apart", async () => {
    const table = {
      ...ZONE,
      "site.test": { ...ZONE["site.test"], NS: ["lame.site.test", "gone.site.test", "ns2.site.test"] },
    };
    await using resolver = await startDns(resolving(table));
    await using lame = await startDns(() => ({ rcode: REFUSED }));
    await using silent = await startDns(() => "silent");
    const servers = { "lame.site.test": lame.server, "ns2.site.test": silent.server };
    const { nameservers } = zoneOf(await look({ resolver, servers }));
    expect(nameservers.map(({ name, state }) => [name, state])).toEqual([
      ["gone.site.test", "no_address"],
      ["lame.site.test", "lame"],
      ["ns2.site.test", "unreachable"],
    ]);
    // One question tells that it is of no use.
    expect(lame.asked).toHaveLength(1);
  });

  it("sends nothing to a server at a private address", async () => {
    await using resolver = await startDns(resolving(ZONE));
    const { nameservers, answers } = zoneOf(await look({ resolver, change: { allow: [] } }));
    expect(nameservers.map(({ state }) => state)).toEqual(["withheld", "withheld"]);
    expect(answers.every((question) => question.answers.length === 0)).toBe(true);
  });

  it("asks a server at a public address on its port, unless that is this machine's own", async () => {
    await using resolver = await startDns(resolving(ZONE));
    const asked: string[] = [];
    const visit = async (ownAddresses: string[]) => {
      const real = createResolver({ dns: { servers: [resolver.server], zones: {} } }, LIMITS);
      const seam: Resolver = {
        ...real,
        addresses: async () => ["2606:4700::1111", "93.184.216.34"],
        async askAt(server, ...rest) {
          asked.push(server);
          return real.askAt(resolver.server, ...rest);
        },
      };
      return zoneOf(await look({ resolver, change: { allow: [] }, seams: { resolver: seam, ownAddresses } }));
    };
    await visit([]);
    expect(new Set(asked)).toEqual(new Set(["[2606:4700::1111]:53"]));
    asked.splice(0);
    const { nameservers } = await visit(["93.184.216.34"]);
    expect([nameservers.map(({ state }) => state), asked]).toEqual([["withheld", "withheld"], []]);
  });

  it("asks no server directly when all traffic has to go through a proxy", async () => {
    await using resolver = await startDns(resolving(ZONE));
    await using server = await startDns(zone(ZONE));
    const servers = { "ns1.site.test": server.server };
    const seen = zoneOf(await look({ resolver, servers, change: { proxyUrl: "http://127.0.0.1:1/" } }));
    expect(seen.notAsked).toMatch(/proxy/);
    expect([seen.nameservers, seen.answers, server.asked]).toEqual([[], [], []]);
  });

  it("finds the usual names that exist, and where their aliases lead", async () => {
    await using resolver = await startDns(resolving(ZONE));
    const { names, namesUnanswered, wildcard } = zoneOf(await look({ resolver }));
    expect(names).toEqual([
      { name: "www.site.test", cname: null, resolves: true, status: "ok" },
      { name: "docs.site.test", cname: "docs.gone.test", resolves: false, status: "nxdomain" },
    ]);
    expect(namesUnanswered).toEqual([]);
    expect(wildcard.map(({ name, answers }) => [name, answers[0]?.status])).toEqual(
      Array(4).fill(["unused-label.site.test", "nxdomain"]),
    );
  });

  it("does not take what a wildcard answers for a name that exists", async () => {
    const everything = (question: Question): Reply =>
      ZONE[question.name as keyof typeof ZONE]
        ? resolving(ZONE)(question)
        : { answers: question.type === "A" ? [{ name: question.name, type: "A", ttl: 1, data: "127.0.0.9" }] : [] };
    await using resolver = await startDns(everything);
    const { names, wildcard } = zoneOf(await look({ resolver }));
    expect(wildcard[0]?.answers[0]?.records).toEqual(["127.0.0.9"]);
    expect(names.map(({ name }) => name)).toEqual(["www.site.test", "docs.site.test"]);
  });

  it("sees a zone that only validation refuses as bogus", async () => {
    await using resolver = await startDns(({ name, type, unchecked }) =>
      unchecked ? resolving(ZONE)({ name, type }) : { rcode: 2 },
    );
    expect(zoneOf(await look({ resolver })).dnssec.isBogus).toBe(true);
    await using broken = await startDns(() => ({ rcode: 2 }));
    expect(zoneOf(await look({ resolver: broken })).dnssec.isBogus).toBe(false);
  });
});
