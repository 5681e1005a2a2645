import { readFileSync } from "node:fs";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { sharedVectors } from "../testing/shared-vectors.ts";
import { judgeAddress } from "./address-policy.ts";
import { parseAllow } from "./allow.ts";
import { readRegistry } from "./generate-ranges.ts";

const PLAIN = { allow: [] };
const isAllowed = (address: string) => judgeAddress(address, PLAIN).allowed;

const EDGES: readonly (readonly [address: string, isPublic: boolean])[] = [
  ["9.255.255.255", true],
  ["10.0.0.0", false],
  ["10.255.255.255", false],
  ["11.0.0.0", true],
  ["100.63.255.255", true],
  ["100.64.0.0", false],
  ["126.255.255.255", true],
  ["127.0.0.1", false],
  ["128.0.0.0", true],
  ["169.254.169.254", false],
  ["172.15.255.255", true],
  ["172.16.0.0", false],
  ["172.32.0.0", true],
  ["192.0.0.8", false],
  ["192.0.0.9", true],
  ["192.88.99.2", false],
  ["198.17.255.255", true],
  ["198.18.0.0", false],
  ["203.0.113.1", false],
  ["223.255.255.255", true],
  ["224.0.0.0", false],
  ["255.255.255.255", false],
  ["168.63.129.16", false],
  ["::1", false],
  ["::", false],
  ["::7f00:1", false],
  ["::ffff:127.0.0.1", false],
  ["::ffff:8.8.8.8", true],
  ["::ffff:0:808:808", false],
  ["64:ff9b::808:808", false],
  ["64:ff9b:1::1", false],
  ["100::1", false],
  ["100:0:0:1::1", false],
  ["1fff:ffff::1", false],
  ["2000::1", true],
  ["2001::1", false],
  ["2001:1::1", true],
  ["2001:2::1", false],
  ["2001:db8::1", false],
  ["2002:808:808::1", false],
  ["2606:4700::1111", true],
  ["3fff:fff:ffff::", false],
  ["3fff:1000::", true],
  ["4000::1", false],
  ["5f00::1", false],
  ["fd00:ec2::254", false],
  ["fe80::1", false],
  ["fe80::1%eth0", false],
  ["2606:4700::1111%eth0", false],
  ["ff02::1", false],
  ["example.com", false],
  ["", false],
];

describe("judgeAddress", () => {
  it.each(EDGES)("%s passes: %s", (address, isPublic) => {
    expect(isAllowed(address)).toBe(isPublic);
  });

  it("agrees with an oracle over the registries for random addresses, in every spelling", () => {
    fc.assert(
      fc.property(fc.oneof(v4(), nearRow(4)), (value) => {
        const dotted = dottedOf(value);
        const expected = oracle(4, value);
        for (const spelling of spellings(value)) expect([spelling, isAllowed(spelling)]).toEqual([spelling, expected]);
        for (const host of [`0x${value.toString(16)}`, `0${value.toString(8)}`, `${value}`]) {
          expect(new URL(`http://${host}/`).hostname).toBe(dotted);
        }
      }),
      { numRuns: 5_000 },
    );
    fc.assert(
      fc.property(fc.oneof(fc.bigInt(0n, 2n ** 128n - 1n), nearRow(6)), (value) => {
        const isMapped = value >> 32n === 0xffffn;
        const expected = isMapped ? oracle(4, value & 0xffffffffn) : oracle(6, value);
        const [long, short] = [groupsOf(value), new URL(`http://[${groupsOf(value)}]/`).hostname.slice(1, -1)];
        expect([long, isAllowed(long), isAllowed(short)]).toEqual([long, expected, expected]);
      }),
      { numRuns: 5_000 },
    );
  });

  it("agrees with the shared edge probes, but for what is denied by name or leads through a translator", () => {
    const stricter = new Set(["168.63.129.16", "2002:808:808::1", "64:ff9b::808:808"]);
    const probes = sharedVectors<[string, boolean][]>("iana/edge-probes.json") ?? [];
    const wrong = probes.filter(([address, expected]) => isAllowed(address) !== (expected && !stricter.has(address)));
    expect(wrong).toEqual([]);
  });

  it("judges the IPv4 address inside the NAT64 prefix once that is set", () => {
    const policy = { allow: [], nat64Prefix: "64:ff9b::/96" };
    expect(judgeAddress("64:ff9b::808:808", policy).allowed).toBe(true);
    expect(judgeAddress("64:ff9b::7f00:1", policy).allowed).toBe(false);
    expect(judgeAddress("64:ff9b::a9fe:a9fe", policy)).toEqual({ allowed: false, why: "denied" });
  });

  it("lets an entry lift exactly its range, host and port", () => {
    const allow = ["10.20.0.0/16:443", "internal.example", "[fd00::/8]:8443"].map(parseAllow);
    const judge = (address: string, host: string, port: number) =>
      judgeAddress(address, { allow }, { host, port }).allowed;
    expect(judge("10.20.3.4", "a.example", 443)).toBe(true);
    expect(judge("::ffff:10.20.3.4", "a.example", 443)).toBe(true);
    expect(judge("10.20.3.4", "a.example", 80)).toBe(false);
    expect(judge("10.21.0.0", "a.example", 443)).toBe(false);
    expect(judge("192.168.0.1", "internal.example", 8080)).toBe(true);
    expect(judge("192.168.0.1", "x.internal.example", 8080)).toBe(false);
    expect(judge("fd12::1", "a.example", 8443)).toBe(true);
  });

  it("lets no entry lift a denied range", () => {
    const policy = { allow: [parseAllow("0.0.0.0/0"), parseAllow("a.example")], deny: ["10.1.0.0/16"] };
    for (const address of ["10.1.2.3", "169.254.169.254", "168.63.129.16", "fd00:ec2::254"]) {
      expect(judgeAddress(address, policy, { host: "a.example" })).toEqual({ allowed: false, why: "denied" });
    }
    expect(judgeAddress("10.2.0.1", policy).allowed).toBe(true);
  });
});

type Row = { family: 4 | 6; base: bigint; bits: number; reachable: boolean };
const ROWS: Row[] = ["iana-ipv4-special-registry-1.csv", "iana-ipv6-special-registry-1.csv"].flatMap((file) =>
  readRegistry(readFileSync(new URL(`./iana/${file}`, import.meta.url), "utf8")).map((row) => {
    const [address = "", bits] = row.cidr.split("/");
    return { ...numberOf(address), bits: Number(bits), reachable: row.reachable };
  }),
);

/** Written apart from the policy: whole numbers and shifts instead of address objects. */
function oracle(family: 4 | 6, value: bigint): boolean {
  const width = family === 4 ? 32 : 128;
  const isIn = (cidr: string) => {
    const [address = "", bits] = cidr.split("/");
    const range = numberOf(address);
    const shift = BigInt(width - Number(bits));
    return range.family === family && range.base >> shift === value >> shift;
  };
  const denied = ["169.254.169.254/32", "100.100.100.200/32", "168.63.129.16/32", "fd00:ec2::/32", "fd20:ce::/32"];
  const refused = family === 4 ? ["224.0.0.0/4"] : ["2001::/32", "2002::/16"];
  if ([...denied, ...refused].some(isIn) || (family === 6 && !isIn("2000::/3"))) return false;
  const rows = ROWS.filter((row) => {
    const shift = BigInt(width - row.bits);
    return row.family === family && row.base >> shift === value >> shift;
  });
  return rows.sort((a, b) => b.bits - a.bits)[0]?.reachable ?? true;
}

function numberOf(address: string): { family: 4 | 6; base: bigint } {
  if (!address.includes(":")) {
    return { family: 4, base: address.split(".").reduce((sum, octet) => (sum << 8n) | BigInt(octet), 0n) };
  }
  const [head = "", tail = ""] = address.split("::");
  const groups = (text: string) => text.split(":").filter((group) => group !== "");
  const zeros = Array.from({ length: 8 - groups(head).length - groups(tail).length }, () => "0");
  const all = address.includes("::") ? [...groups(head), ...zeros, ...groups(tail)] : groups(address);
  return { family: 6, base: all.reduce((sum, group) => (sum << 16n) | BigInt(`0x${group}`), 0n) };
}

function v4() {
  return fc.bigInt(0n, 2n ** 32n - 1n);
}

/** Random whole addresses hardly ever meet a narrow row, so half of them start beside one. */
function nearRow(family: 4 | 6) {
  const width = family === 4 ? 32n : 128n;
  const top = 2n ** width - 1n;
  return fc
    .tuple(fc.constantFrom(...ROWS.filter((row) => row.family === family)), fc.bigInt(-3n, 3n), fc.boolean())
    .map(([row, offset, atEnd]) => row.base + (atEnd ? 2n ** (width - BigInt(row.bits)) - 1n : 0n) + offset)
    .filter((value) => value >= 0n && value <= top);
}

function dottedOf(value: bigint): string {
  return [24n, 16n, 8n, 0n].map((shift) => (value >> shift) & 0xffn).join(".");
}

function groupsOf(value: bigint): string {
  return Array.from({ length: 8 }, (_, index) => ((value >> BigInt(112 - 16 * index)) & 0xffffn).toString(16)).join(
    ":",
  );
}

function spellings(value: bigint): string[] {
  const dotted = dottedOf(value);
  const octal = dotted.split(".").map((octet) => `0${Number(octet).toString(8)}`);
  return [
    dotted,
    `0x${value.toString(16)}`,
    `${value}`,
    octal.join("."),
    `::ffff:${dotted}`,
    groupsOf((0xffffn << 32n) | value),
  ];
}
