import { Resolver } from "node:dns/promises";
import { connect } from "node:net";
import * as packet from "dns-packet";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type DnsServer, startDnsServer } from "./dns-server.ts";
import { HOST, MAIL_PROVIDER } from "./names.ts";
import { type Message, respond, type Source } from "./respond.ts";
import { a, caa, cname, HEALTHY_ZONE, txt, without, type Zone } from "./zone.ts";

const MANY_RECORDS = Array.from({ length: 60 }, (_, index) => txt("big.test", `${index} ${"x".repeat(60)}`));
const zone: Zone = [
  ...HEALTHY_ZONE,
  ...MANY_RECORDS,
  cname("alias.test", "second.test"),
  cname("second.test", "target.test"),
  a("target.test", "127.0.0.9"),
  cname("dangling.test", "gone.test"),
  cname("loop.test", "loop.test"),
  a("leaf.branch.test", "127.0.0.1"),
  caa("critical.test", "futurepolicy", "strict", 128),
  txt("long.test", "y".repeat(600)),
];

let server: DnsServer;
let resolver: Resolver;
beforeAll(async () => {
  server = await startDnsServer({ source: () => ({ zone }) });
  resolver = new Resolver({ timeout: 2_000, tries: 1 });
  resolver.setServers([`127.0.0.1:${server.port}`]);
});
afterAll(() => server.close());

const question = (name: string, type: packet.RecordType): packet.Packet => ({
  type: "query",
  id: 7,
  flags: packet.RECURSION_DESIRED,
  questions: [{ name, type }],
});

function askByTcp(...queries: packet.Packet[]): Promise<packet.Packet[]> {
  return new Promise((resolve, reject) => {
    let bytes = Buffer.alloc(0);
    const socket = connect(server.port, "127.0.0.1", () => {
      for (const query of queries) socket.write(packet.streamEncode(query));
    });
    socket.on("error", reject).on("data", (chunk) => {
      bytes = Buffer.concat([bytes, chunk]);
      const answers: packet.Packet[] = [];
      for (let at = 0; at + 2 <= bytes.length && at + 2 + bytes.readUInt16BE(at) <= bytes.length; ) {
        const end = at + 2 + bytes.readUInt16BE(at);
        answers.push(packet.decode(bytes.subarray(at + 2, end)));
        at = end;
      }
      if (answers.length < queries.length) return;
      socket.destroy();
      resolve(answers);
    });
  });
}

const codeOf = (promise: Promise<unknown>) =>
  promise.then(
    () => "no error",
    (error) => error.code,
  );

describe("the lab's DNS server", () => {
  it("answers each record type of the healthy zone", async () => {
    expect(await resolver.resolve4("ops-copilot.test")).toEqual(["127.0.0.1"]);
    expect(await resolver.resolveNs("ops-copilot.test")).toEqual(["ns1.ops-copilot.test", "ns2.ops-copilot.test"]);
    expect(await resolver.resolveMx("ops-copilot.test")).toMatchObject([
      { exchange: "mx1.mail-provider.test", priority: 10 },
    ]);
    expect(await resolver.resolveCaa("ops-copilot.test")).toContainEqual(
      expect.objectContaining({ critical: 0, issue: "letsencrypt.org" }),
    );
    expect(await resolver.resolveTxt("_dmarc.ops-copilot.test")).toEqual([
      [expect.stringMatching(/^v=DMARC1; p=reject/)],
    ]);
  });

  it("follows a chain of CNAMEs and shows each link", async () => {
    expect(await resolver.resolve4("alias.test")).toEqual(["127.0.0.9"]);
    expect(await resolver.resolveCname("alias.test")).toEqual(["second.test"]);
  });

  it("tells a name that does not exist from one without such a record", async () => {
    expect(await codeOf(resolver.resolve4("missing.test"))).toBe("ENOTFOUND");
    expect(await codeOf(resolver.resolve6("ops-copilot.test"))).toBe("ENODATA");
    expect(await codeOf(resolver.resolve4("branch.test"))).toBe("ENODATA");
  });

  it("answers NXDOMAIN with the link for a CNAME whose target is gone", async () => {
    const [answer] = await askByTcp(question("dangling.test", "A"));
    expect((answer?.flags ?? 0) & 0xf).toBe(3);
    expect(answer?.answers).toMatchObject([{ type: "CNAME", data: "gone.test" }]);
  });

  it("ends a CNAME that points at itself", async () => {
    const [answer] = await askByTcp(question("loop.test", "A"));
    expect(answer?.answers).toHaveLength(8);
    expect(answer?.answers?.every(({ type }) => type === "CNAME")).toBe(true);
  });

  it("carries unknown CAA properties with their critical flag", async () => {
    const [record] = await resolver.resolveCaa("critical.test");
    expect(record).toMatchObject({ critical: 128 });
  });

  it("splits TXT data longer than 255 octets into strings that join to the whole", async () => {
    const [strings = []] = await resolver.resolveTxt("long.test");
    expect(strings.length).toBe(3);
    expect(strings.join("")).toBe("y".repeat(600));
  });

  it("truncates over UDP what does not fit, and gives the whole over TCP", async () => {
    expect(await resolver.resolveTxt("big.test")).toHaveLength(MANY_RECORDS.length);
  });

  it("compares names without regard to case and echoes the question", async () => {
    const [answer] = await askByTcp(question("OPS-Copilot.TEST", "A"));
    expect(answer).toMatchObject({
      id: 7,
      questions: [{ name: "OPS-Copilot.TEST" }],
      answers: [{ data: "127.0.0.1" }],
    });
  });

  it("answers several queries on one TCP connection", async () => {
    const answers = await askByTcp(question("ops-copilot.test", "A"), question("ops-copilot.test", "NS"));
    expect(answers.map(({ answers: records }) => records?.length)).toEqual([1, 2]);
  });

  it("answers with EDNS only when asked with EDNS", async () => {
    const plain = question("ops-copilot.test", "A");
    const opt = {
      type: "OPT",
      name: ".",
      udpPayloadSize: 1232,
      extendedRcode: 0,
      ednsVersion: 0,
      flags: 0,
      flag_do: false,
      options: [],
    } satisfies packet.Answer;
    const [without, withEdns] = await askByTcp(plain, { ...plain, additionals: [opt] });
    expect(without?.additionals).toEqual([]);
    expect(withEdns?.additionals).toMatchObject([{ type: "OPT" }]);
  });

  it("survives bytes that are no query", async () => {
    const noise = connect(server.port, "127.0.0.1");
    await new Promise((done) =>
      noise
        .on("close", done)
        .on("error", () => {})
        .write(Buffer.from([0, 4, 255, 255, 255, 255])),
    );
    expect(await resolver.resolve4("ops-copilot.test")).toEqual(["127.0.0.1"]);
  });
});

describe("the product's zone", () => {
  const DNSSEC = { isBogus: false, algorithm: 13, daysLeft: 10 };
  const query = (name: string, type: packet.RecordType, flags: number, signatures = false): Message =>
    packet.decode(
      packet.encode({
        ...question(name, type),
        flags,
        additionals: [
          {
            type: "OPT",
            name: ".",
            udpPayloadSize: 1232,
            extendedRcode: 0,
            ednsVersion: 0,
            flags: signatures ? packet.DNSSEC_OK : 0,
            flag_do: signatures,
            options: [],
          },
        ],
      }),
    );
  const say = (source: Source, ...asked: Parameters<typeof query>) => {
    const answer = packet.decode(packet.encode(respond(query(...asked), source)));
    const { rcode, flag_aa, flag_ad, answers = [] } = answer as packet.DecodedPacket & { rcode: string };
    return { rcode, flag_aa, flag_ad, types: answers.map(({ type }) => type) };
  };
  const resolver: Source = { zone: HEALTHY_ZONE, dnssec: DNSSEC };
  const { RECURSION_DESIRED: RD, CHECKING_DISABLED: CD } = packet;

  it("is validated by a resolver, which hands out signatures to those that ask for them", () => {
    expect(say(resolver, HOST, "A", RD)).toEqual({ rcode: "NOERROR", flag_aa: false, flag_ad: true, types: ["A"] });
    expect(say(resolver, HOST, "A", RD, true).types).toEqual(["A", "RRSIG"]);
    expect(say(resolver, MAIL_PROVIDER, "SOA", RD).flag_ad).toBe(false);
    expect(say({ ...resolver, zone: without(HEALTHY_ZONE, HOST, "DS") }, HOST, "A", RD).flag_ad).toBe(false);
  });

  it("is refused while it is bogus, but for its DS and for those that do not want it checked", () => {
    const bogus: Source = { ...resolver, dnssec: { ...DNSSEC, isBogus: true } };
    expect(say(bogus, HOST, "A", RD).rcode).toBe("SERVFAIL");
    expect(say(bogus, HOST, "DS", RD)).toMatchObject({ rcode: "NOERROR", types: ["DS"] });
    expect(say(bogus, HOST, "A", RD | CD)).toMatchObject({ rcode: "NOERROR", flag_ad: false, types: ["A"] });
  });

  it("is all that its authoritative servers answer for", () => {
    const server: Source = { ...resolver, isAuthoritative: true };
    expect(say(server, HOST, "A", 0)).toEqual({ rcode: "NOERROR", flag_aa: true, flag_ad: false, types: ["A"] });
    expect(say(server, MAIL_PROVIDER, "SOA", 0).rcode).toBe("REFUSED");
    expect(say({ ...server, zone: null }, HOST, "A", 0).rcode).toBe("REFUSED");
  });

  it("has what a wildcard gives only at names that are not there", () => {
    const wild: Source = { zone: [...HEALTHY_ZONE, a(`*.${HOST}`, "127.0.0.9")] };
    expect(say(wild, `anything.${HOST}`, "A", RD).types).toEqual(["A"]);
    expect(say(wild, `www.${HOST}`, "AAAA", RD)).toMatchObject({ rcode: "NOERROR", types: [] });
  });
});
