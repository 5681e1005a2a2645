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

  it("joins the strings of a TXT and escapes what is not printable ASCII", async () => {
    await using dns = await startDns(({ name }) => ({
      answers: [{ name, type: "TXT", data: [Buffer.from("v=spf1 "), Buffer.from("-all\0é")] }],
    }));
    const { answers } = await over([dns.server]).ask("a.test", "TXT", forever());
    expect(answers[0]?.records).toEqual(["v=spf1 -all\\000\\195\\169"]);
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
