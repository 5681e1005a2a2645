import { describe, expect, it } from "vitest";
import { healthyObservation } from "../testing/healthy-observation.ts";
import { answered } from "../testing/healthy-values.ts";
import { fromServers } from "../testing/healthy-zone.ts";
import { dnsTable } from "./dns-table.ts";

const tableOf = (...changes: Parameters<typeof healthyObservation>) => dnsTable(healthyObservation(...changes).parts);
const find = (rows: ReturnType<typeof dnsTable>, type: string, name = "example.com") =>
  rows.find((row) => row.type === type && row.name === name);

describe("the DNS table", () => {
  it("shows each question once, resolvers first, then the zone's own servers with their TTL", () => {
    const rows = tableOf();
    const keys = rows.map(({ name, type }) => `${type} ${name}`);
    expect(new Set(keys).size).toBe(keys.length);
    expect(find(rows, "A")).toEqual({
      name: "example.com",
      type: "A",
      agrees: true,
      sources: [
        { source: "192.0.2.53:53", kind: "resolver", status: "ok", records: ["192.0.2.10"], ttl: null },
        { source: "198.51.100.53:53", kind: "resolver", status: "ok", records: ["192.0.2.10"], ttl: null },
        { source: "ns1.example.net", kind: "authoritative", status: "ok", records: ["192.0.2.10"], ttl: 300 },
        { source: "ns2.example.net", kind: "authoritative", status: "ok", records: ["192.0.2.10"], ttl: 300 },
      ],
    });
    expect(rows.every(({ agrees }) => agrees)).toBe(true);
    expect(["NS", "SOA", "MX", "TXT", "CAA", "DS"].map((type) => find(rows, type)?.type)).toHaveLength(6);
  });

  it("says where servers and resolvers differ", () => {
    const rows = tableOf({ zone: { answers: [fromServers("example.com", "A", "192.0.2.99")] } });
    expect([find(rows, "A")?.agrees, find(rows, "AAAA")?.agrees]).toEqual([false, true]);
  });

  it("does not hold the servers of a zone to what lies behind an alias", () => {
    const cname = answered("example.com", "CNAME", "edge.example.net");
    const rows = tableOf({ dns: { cname }, zone: { answers: [fromServers("example.com", "A")] } });
    expect(find(rows, "A")?.agrees).toBe(true);
  });

  it("lists the subdomains that are an alias", () => {
    const docs = { name: "docs.example.com", cname: "docs.example.net", resolves: true, status: "ok" };
    expect(find(tableOf({ zone: { names: [docs] } }), "CNAME", docs.name)?.sources[0]?.records).toEqual([docs.cname]);
  });

  it("shows what there is when parts are missing", () => {
    expect(dnsTable({})).toEqual([]);
    const { dns } = healthyObservation().parts;
    expect(dnsTable({ dns }).map(({ type }) => type)).toEqual(["A", "AAAA", "CNAME", "NS", "CAA"]);
  });
});
