import { createSocket } from "node:dgram";
import { once } from "node:events";
import { createServer } from "node:net";
import { type Answer, decode, encode, type Packet, streamEncode } from "dns-packet";
import { describe, expect, it } from "vitest";
import { failureFrom } from "../testing/failure.ts";
import { sharedVectors } from "../testing/shared-vectors.ts";
import { queryServer, splitServer } from "./dns-wire.ts";
import { LIMITS } from "./limits.ts";

type Vector = { name: string; hex: string; expect: "error-no-hang" | "ignore" | "retry-tcp" };

const OWN: Vector[] = [
  { name: "own: nothing", hex: "", expect: "error-no-hang" },
  { name: "own: a pointer to itself", hex: "123481800001000000000000c00c00010001", expect: "error-no-hang" },
  {
    name: "own: more answers than octets",
    hex: "123481800001ffff0000000003777777076578616d706c6503636f6d0000010001",
    expect: "error-no-hang",
  },
  {
    name: "own: another id",
    hex: "43218180000100000000000003777777076578616d706c6503636f6d0000010001",
    expect: "ignore",
  },
  {
    name: "own: cut short",
    hex: "12348380000100000000000003777777076578616d706c6503636f6d0000010001",
    expect: "retry-tcp",
  },
];
const VECTORS = [...OWN, ...(sharedVectors<Vector[]>("dns/malformed-responses.json") ?? [])];
const QUESTION = { name: "www.example.com", type: "A" } as const;
const RIGHT: Answer = { ...QUESTION, ttl: 60, data: "192.0.2.1" };
const forever = () => new AbortController().signal;

/** Sends each of these for a query, then the right answer; over TCP only the right one. */
async function serve(replies: (query: Buffer) => (Buffer | null)[]) {
  const asked = { udp: 0, tcp: 0 };
  const right = (query: Buffer): Packet => {
    const { id = 0, questions = [] } = decode(query);
    return { type: "response", id, questions, answers: [RIGHT] };
  };
  const tcp = createServer((socket) => {
    asked.tcp += 1;
    socket.on("data", (bytes) => socket.write(streamEncode(right(bytes.subarray(2)))));
    socket.on("error", () => socket.destroy());
  });
  tcp.listen(0, "127.0.0.1");
  await once(tcp, "listening");
  const bound = tcp.address();
  const port = typeof bound === "object" && bound ? bound.port : 0;
  const udp = createSocket("udp4");
  udp.on("message", (query, from) => {
    asked.udp += 1;
    for (const bytes of replies(query)) if (bytes) udp.send(bytes, from.port, from.address);
    if (!replies(query).includes(null)) udp.send(encode(right(query)), from.port, from.address);
  });
  udp.bind(port, "127.0.0.1");
  await once(udp, "listening");
  return {
    server: `127.0.0.1:${port}`,
    asked,
    async [Symbol.asyncDispose]() {
      udp.close();
      tcp.close();
      await once(tcp, "close");
    },
  };
}

describe("a datagram of", () => {
  it.each(VECTORS)("$name: $expect, within 50 ms", async ({ hex, expect: expected }) => {
    await using dns = await serve((query) => {
      const bytes = Buffer.from(hex, "hex");
      // The vectors answer the id 0x1234; another id is the point of those that have one.
      if (bytes.length >= 2 && bytes.readUInt16BE(0) === 0x1234) query.copy(bytes, 0, 0, 2);
      return [bytes];
    });
    const start = performance.now();
    const ask = queryServer(dns.server, QUESTION, LIMITS, forever());
    if (expected === "error-no-hang") {
      expect(await failureFrom(ask)).toMatchObject({ step: "dns", code: "malformed_answer" });
    } else {
      expect((await ask).answers.map(({ data }) => data)).toEqual(["192.0.2.1"]);
    }
    expect(performance.now() - start).toBeLessThan(50);
    expect(dns.asked).toEqual({ udp: 1, tcp: expected === "retry-tcp" ? 1 : 0 });
  });
});

const QUICK = { dnsMs: 200, dnsTryMs: 30 };

it("sends three times, then gives up", async () => {
  await using dns = await serve(() => [null]);
  expect(await failureFrom(queryServer(dns.server, QUESTION, QUICK, forever()))).toMatchObject({ code: "timeout" });
  expect(dns.asked.udp).toBe(3);
});

it("never waits longer than the whole question may take", async () => {
  await using dns = await serve(() => [null]);
  const start = performance.now();
  await failureFrom(queryServer(dns.server, QUESTION, { dnsMs: 60, dnsTryMs: 50 }, forever()));
  expect(performance.now() - start).toBeLessThan(150);
});

it("asks again without EDNS where a server refuses it", async () => {
  const refuse = (query: Buffer) => {
    const { id = 0, questions = [], additionals = [] } = decode(query);
    return additionals.length > 0 ? [encode({ type: "response", id, flags: 1, questions }), null] : [];
  };
  await using dns = await serve(refuse);
  expect((await queryServer(dns.server, QUESTION, LIMITS, forever())).answers).toHaveLength(1);
  expect(dns.asked).toEqual({ udp: 2, tcp: 0 });
});

it("ends with the signal, and at once where nothing listens", async () => {
  await using dns = await serve(() => [null]);
  const stop = new AbortController();
  const ask = queryServer(dns.server, QUESTION, LIMITS, stop.signal);
  stop.abort(new Error("stopped"));
  await expect(ask).rejects.toThrow("stopped");
  const closed = await serve(() => [null]);
  await closed[Symbol.asyncDispose]();
  const failure = await failureFrom(queryServer(closed.server, QUESTION, LIMITS, forever()));
  expect(failure).toMatchObject({ step: "dns", code: "server_unreachable" });
});

it.each(["255.255.255.255:53", "[2001:db8::1]:53"])("ends where %s cannot even be sent to", async (server) => {
  const ask = queryServer(server, QUESTION, { dnsMs: 200, dnsTryMs: 50 }, forever());
  expect((await failureFrom(ask)).code).toMatch(/^(?:server_unreachable|timeout)$/);
});

it("does not ask for a name that no message can hold", async () => {
  const ask = queryServer("127.0.0.1:1", { ...QUESTION, name: `${"a".repeat(64)}.test` }, LIMITS, forever());
  expect(await failureFrom(ask)).toMatchObject({ code: "invalid_name" });
});

it.each([
  ["192.0.2.53", { address: "192.0.2.53", port: 53 }],
  ["192.0.2.53:5300", { address: "192.0.2.53", port: 5300 }],
  ["2001:db8::53", { address: "2001:db8::53", port: 53 }],
  ["[2001:db8::53]", { address: "2001:db8::53", port: 53 }],
  ["[2001:db8::53]:5300", { address: "2001:db8::53", port: 5300 }],
])("reaches %s", (text, expected) => {
  expect(splitServer(text)).toEqual(expected);
});
