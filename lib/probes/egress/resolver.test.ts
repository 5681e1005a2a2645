import type { Answer } from "dns-packet";
import { describe, expect, it } from "vitest";
import { type DnsServer, NXDOMAIN, REFUSED, type Reply, SERVFAIL, startDns, zone } from "../testing/dns-server.ts";
import { failureFrom } from "../testing/failure.ts";
import { LIMITS } from "./limits.ts";
import { createResolver, serversFor } from "./resolver.ts";

const QUICK = { ...LIMITS, dnsMs: 150, dnsTryMs: 100 };
const forever = () => new AbortController().signal;
const over = (servers: string[], limits = LIMITS) => createResolver({ dns: { servers, zones: {} } }, limits);

describe("the resolver", () => {
  it("asks for the rooted name and gives every address of both families", async () => {
    await using dns = await startDns(zone({ "a.test": { A: ["192.0.2.1", "192.0.2.2"], AAAA: ["2001:db8::1"] } }));
    const addresses = await over([dns.server]).addresses("a.test", forever());
    expect(addresses.toSorted()).toEqual(["192.0.2.1", "192.0.2.2", "2001:db8::1"]);
    expect(dns.asked.map(({ name }) => name)).toEqual(["a.test", "a.test"]);
  });

  it("asks anew each time, so that an answer is never older than its connection", async () => {
    await using dns: DnsServer = await startDns(({ name, type }) => {
      const turn = dns.asked.filter((question) => question.type === "A").length;
      return { answers: type === "A" ? [{ name, type, ttl: 600, data: `192.0.2.${turn}` }] : [] };
    });
    const resolver = over([dns.server]);
    expect(await resolver.addresses("a.test", forever())).toEqual(["192.0.2.1"]);
    expect(await resolver.addresses("a.test", forever())).toEqual(["192.0.2.2"]);
  });

  it.each([
    ["nxdomain", { rcode: NXDOMAIN }, "nxdomain"],
    ["servfail", { rcode: SERVFAIL }, "dns_error"],
    ["refused", { rcode: REFUSED }, "dns_error"],
    ["nodata", { answers: [] }, "no_address"],
    ["timeout", "silent", "dns_error"],
  ] satisfies [string, Reply, string][])("tells %s apart", async (status, reply, code) => {
    await using dns = await startDns(() => reply);
    const resolver = over([dns.server], reply === "silent" ? QUICK : LIMITS);
    expect((await resolver.ask("a.test", "TXT", forever())).answers).toMatchObject([{ status, records: [] }]);
    expect(await failureFrom(resolver.addresses("a.test", forever()))).toMatchObject({ step: "dns", code });
    resolver.close();
  });

  it("puts a question to each server apart", async () => {
    await using one = await startDns(zone({ "a.test": { A: ["192.0.2.1"] } }));
    await using two = await startDns(zone({}));
    const { answers } = await over([one.server, two.server]).ask("a.test", "A", forever());
    expect(answers).toMatchObject([
      { resolver: one.server, status: "ok", records: ["192.0.2.1"] },
      { resolver: two.server, status: "nxdomain" },
    ]);
  });

  it("lets an observation keep no more of an answer than any name needs", async () => {
    const long = Array.from({ length: 4 }, () => Buffer.alloc(250, 0xff));
    const answers = Array.from({ length: 20 }, () => ({ name: "a.test", type: "TXT" as const, data: long }));
    await using dns = await startDns(() => ({ answers }));
    const [answer] = (await over([dns.server]).ask("a.test", "TXT", forever())).answers;
    expect(answer?.status).toBe("ok");
    expect(answer?.records.join("").length).toBeLessThanOrEqual(16 * 1024);
    expect(answer?.records[0]).toHaveLength(4_000);
  });

  it("joins the strings of a TXT and escapes what is not printable ASCII", async () => {
    await using dns = await startDns(({ name }) => ({
      answers: [{ name, type: "TXT", data: [Buffer.from("v=spf1 "), Buffer.from("-all\0é")] }],
    }));
    const { answers } = await over([dns.server]).ask("a.test", "TXT", forever());
    expect(answers[0]?.records).toEqual(["v=spf1 -all\\000\\195\\169"]);
  });

  it.each(["A", "CAA"] as const)(
    "follows an alias to the %s records behind it, and tells the smallest TTL",
    async (type) => {
      const data = { A: "192.0.2.1", CAA: { flags: 0, tag: "issue", value: "ca.test" } }[type];
      await using dns = await startDns(({ name }) => ({
        answers: [
          { name, type: "CNAME", ttl: 60, data: "b.test" },
          { name: "B.test", type: "CNAME", ttl: 20, data: "c.test" },
          { name: "c.test", type, ttl: 300, data } as Answer,
          { name: "stranger.test", type: "A", ttl: 1, data: "192.0.2.66" },
        ],
      }));
      const { answers } = await over([dns.server]).ask("a.test", type, forever());
      const records = { A: ["192.0.2.1"], CAA: ['0 issue "ca.test"'] }[type];
      expect(answers).toMatchObject([{ status: "ok", records, ttl: 20, authenticated: false }]);
      const alias = await over([dns.server]).ask("a.test", "CNAME", forever());
      expect(alias.answers).toMatchObject([{ status: "ok", records: ["b.test"], ttl: 60 }]);
    },
  );

  it("follows eight aliases and no more, and none in a circle", async () => {
    const chain = (links: number): Answer[] =>
      Array.from({ length: links }, (_, index) => ({
        name: `n${index}.test`,
        type: "CNAME",
        data: `n${index + 1}.test`,
      }));
    const end = (links: number): Answer => ({ name: `n${links}.test`, type: "A", data: "192.0.2.1" });
    const circle: Answer[] = [
      { name: "n0.test", type: "CNAME", data: "n1.test" },
      { name: "n1.test", type: "CNAME", data: "n0.test" },
    ];
    const statusOf = async (answers: Answer[]) => {
      await using dns = await startDns(() => ({ answers }));
      return (await over([dns.server]).ask("n0.test", "A", forever())).answers[0]?.status;
    };
    expect(await statusOf([...chain(8), end(8)])).toBe("ok");
    expect(await statusOf([...chain(9), end(9)])).toBe("error");
    expect(await statusOf(circle)).toBe("error");
  });

  it("hands on what a resolver says of its validation", async () => {
    await using dns = await startDns(() => ({
      answers: [{ name: "a.test", type: "A", data: "192.0.2.1" }],
      flags: 0x20,
    }));
    const { answers } = await over([dns.server]).ask("a.test", "A", forever());
    expect(answers[0]?.authenticated).toBe(true);
  });

  it("puts the same question once in an audit", async () => {
    await using dns = await startDns(zone({ "a.test": { TXT: [["x"]] } }));
    const resolver = over([dns.server]);
    const [one, two] = await Promise.all(["a.test", "A.test"].map((name) => resolver.ask(name, "TXT", forever())));
    expect([await resolver.ask("a.test", "TXT", forever()), two]).toEqual([one, one]);
    expect(dns.asked).toHaveLength(1);
  });

  it("takes the addresses from the next server where one fails", async () => {
    await using broken = await startDns(() => ({ rcode: SERVFAIL }));
    await using sound = await startDns(zone({ "a.test": { A: ["192.0.2.1"] } }));
    expect(await over([broken.server, sound.server]).addresses("a.test", forever())).toEqual(["192.0.2.1"]);
  });

  it("puts a question again that got lost on the way", async () => {
    await using dns: DnsServer = await startDns(({ name }) =>
      dns.asked.length < 3 ? "silent" : { answers: [{ name, type: "A", data: "192.0.2.1" }] },
    );
    const { answers } = await over([dns.server], { ...LIMITS, dnsTryMs: 30 }).ask("a.test", "A", forever());
    expect([answers[0]?.status, dns.asked.length]).toEqual(["ok", 3]);
  });

  it("asks nobody about localhost", async () => {
    await using dns = await startDns(zone({}));
    const resolver = over([dns.server]);
    expect(await resolver.addresses("localhost", forever())).toEqual(["127.0.0.1", "::1"]);
    expect(await resolver.addresses("app.localhost", forever())).toEqual(["127.0.0.1", "::1"]);
    expect(dns.asked).toEqual([]);
  });
});

it("the longest configured zone around a name answers for it", () => {
  const dns = { servers: ["192.0.2.53"], zones: { test: ["192.0.2.1"], "b.test": ["192.0.2.2"] } };
  const names = ["b.test", "x.b.test", "xb.test", "test", "example.com"];
  expect(names.map((name) => serversFor(name, { dns })[0])).toEqual([
    "192.0.2.2",
    "192.0.2.2",
    "192.0.2.1",
    "192.0.2.1",
    "192.0.2.53",
  ]);
});
