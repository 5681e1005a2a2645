import { type Answer, encode } from "dns-packet";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { encodeQuery, type Query, readReply } from "./dns-message.ts";
import { isAskable } from "./dns-name.ts";
import { ProbeFailure } from "./probe-failure.ts";

const QUERY = { id: 0x1234, name: "www.example.com", type: "A" } as const;
const question = { name: QUERY.name, type: QUERY.type };

function reply(answers: Answer[], over: Partial<Query> = {}): Buffer {
  const { name, type, id } = { ...QUERY, ...over };
  return encode({ type: "response", id, questions: [{ name, type }], answers });
}
const dataOf = (type: Query["type"], data: unknown) => {
  const bytes = reply([{ name: QUERY.name, type, ttl: 60, data } as Answer], { type });
  return readReply(bytes, { ...QUERY, type })?.answers.map((record) => record.data);
};

describe("a record's data", () => {
  it.each([
    ["A", "192.0.2.1", "192.0.2.1"],
    ["AAAA", "2001:db8::1", "2001:db8::1"],
    ["CNAME", "a.example.net", "a.example.net"],
    ["MX", { preference: 0, exchange: "." }, "0 ."],
    ["TXT", [Buffer.from("v=spf1 "), Buffer.from("-all\0é")], "v=spf1 -all\\000\\195\\169"],
    ["CAA", { flags: 128, tag: "issue", value: 'ca "x"' }, '128 issue "ca \\"x\\""'],
    ["DS", { keyTag: 1, algorithm: 13, digestType: 2, digest: Buffer.from("abcd", "hex") }, "1 13 2 abcd"],
    ["DNSKEY", { flags: 257, algorithm: 13, key: Buffer.from([1, 2, 3]) }, "257 3 13 AQID"],
    ["TLSA", { usage: 3, selector: 1, matchingType: 1, certificate: Buffer.from("ff00", "hex") }, "3 1 1 ff00"],
    [
      "RRSIG",
      {
        typeCovered: "A",
        algorithm: 13,
        labels: 3,
        originalTTL: 300,
        expiration: 1_800_000_000,
        inception: 1_700_000_000,
        keyTag: 7,
        signersName: "example.com",
        signature: Buffer.from([255]),
      },
      "A 13 3 300 20270115080000 20231114221320 7 example.com /w==",
    ],
    ["NSEC", { nextDomain: "b.example.com", rrtypes: ["A", "RRSIG", "CAA"] }, "b.example.com A RRSIG CAA"],
  ] satisfies [Query["type"], unknown, string][])("of %s is read into presentation form", (type, data, expected) => {
    expect(dataOf(type, data)).toEqual([expected]);
  });

  it("of a SOA keeps its serial", () => {
    const data = { mname: "ns1.a.test", rname: "host.a.test", serial: 7, refresh: 1, retry: 2, expire: 3, minimum: 4 };
    expect(dataOf("SOA", data)).toEqual(["ns1.a.test host.a.test 7 1 2 3 4"]);
  });
});

/** A reply with one record of this type code and data. */
function withData(type: number, data: Buffer, length = data.length): Buffer {
  const fixed = Buffer.alloc(12);
  fixed.writeUInt16BE(0xc00c, 0);
  fixed.writeUInt16BE(type, 2);
  fixed.writeUInt16BE(1, 4);
  fixed.writeUInt16BE(length, 10);
  const bytes = Buffer.concat([reply([]), fixed, data]);
  bytes.writeUInt16BE(1, 6);
  return bytes;
}

describe("a reply", () => {
  it.each([
    ["an A record of three octets", withData(1, Buffer.alloc(3))],
    ["an A record of five octets", withData(1, Buffer.alloc(5))],
    ["an AAAA record of four octets", withData(28, Buffer.alloc(4))],
    ["data that lies past the end", withData(1, Buffer.alloc(2), 4)],
    ["a TXT string longer than its record", withData(16, Buffer.from([5, 97]))],
    ["a TXT record without a string", withData(16, Buffer.alloc(0))],
    ["a CAA tag longer than its record", withData(257, Buffer.from([0, 9, 97]))],
    ["a name that points to itself", withData(5, Buffer.from([0xc0, 33 + 12]))],
    ["a name with something behind it", withData(5, Buffer.from([0, 0]))],
    ["a record that is cut off", withData(1, Buffer.alloc(4)).subarray(0, 40)],
    ["two questions", encode({ type: "response", id: QUERY.id, questions: [question, question] })],
    ["a type bitmap of 33 octets", withData(47, Buffer.concat([Buffer.from([0, 0, 33]), Buffer.alloc(33)]))],
  ])("with %s is malformed", (_what, bytes) => {
    expect(() => readReply(bytes, QUERY)).toThrow(ProbeFailure);
  });

  it("with more than 500 records is malformed", () => {
    const answers = Array.from({ length: 501 }, (): Answer => ({ ...question, ttl: 1, data: "192.0.2.1" }));
    expect(() => readReply(reply(answers), QUERY)).toThrow(/500/);
    expect(readReply(reply(answers.slice(1)), QUERY)?.answers).toHaveLength(500);
  });

  it("to another question, type or id is none", () => {
    for (const over of [{ id: 1 }, { name: "www.example.org" }, { type: "AAAA" }] as const)
      expect(readReply(reply([], over), QUERY)).toBeNull();
    expect(readReply(encodeQuery(QUERY), QUERY)).toBeNull();
    expect(readReply(reply([], { name: "WWW.example.COM" }), QUERY)?.rcode).toBe(0);
  });

  it("of an error may leave the question out", () => {
    const bare = encode({ type: "response", id: QUERY.id, flags: 1, questions: [] });
    expect(readReply(bare, QUERY)?.rcode).toBe(1);
    expect(() => readReply(encode({ type: "response", id: QUERY.id, questions: [] }), QUERY)).toThrow(ProbeFailure);
  });

  it("of any octets is read, is none, or is malformed, and nothing else", () => {
    const head = reply([{ ...question, ttl: 1, data: "192.0.2.1" }]);
    const cut = fc.tuple(fc.nat(head.length - 1), fc.uint8Array({ maxLength: 60 }));
    fc.assert(
      fc.property(cut, ([at, tail]) => {
        const bytes = Buffer.concat([head.subarray(0, at), tail]);
        try {
          readReply(bytes, QUERY);
        } catch (error) {
          expect(error).toBeInstanceOf(ProbeFailure);
        }
      }),
      { numRuns: 5_000 },
    );
  });
});

it("asks for AD, offers 1232 octets, and sets the flags that it is told to", () => {
  const flagsOf = (more: Partial<Query>) => encodeQuery({ ...QUERY, ...more }).readUInt16BE(2);
  expect([flagsOf({}), flagsOf({ recurse: false }), flagsOf({ unchecked: true })]).toEqual([0x120, 0x020, 0x130]);
  expect(
    encodeQuery({ ...QUERY, signatures: true })
      .subarray(-11)
      .toString("hex"),
  ).toBe("00002904d0000080000000");
  expect(encodeQuery({ ...QUERY, plain: true }).readUInt16BE(10)).toBe(0);
});

it("refuses to ask for what is no name", () => {
  const names = [
    "a.test",
    "_dmarc.a.test",
    ".",
    "",
    "a..b",
    `${"a".repeat(64)}.test`,
    `${"a.".repeat(127)}com`,
    "é.test",
  ];
  expect(names.map(isAskable)).toEqual([true, true, true, false, false, false, false, false]);
});
