import { randomInt } from "node:crypto";
import { createSocket } from "node:dgram";
import { connect, isIPv6 } from "node:net";
import { malformed } from "./dns-malformed.ts";
import { encodeQuery, type Message, type Query, readReply } from "./dns-message.ts";
import { isAskable } from "./dns-name.ts";
import type { Limits } from "./limits.ts";
import { ProbeFailure } from "./probe-failure.ts";
import { settled } from "./settled.ts";

export type Question = Omit<Query, "id" | "plain">;
export type WireLimits = Pick<Limits, "dnsMs" | "dnsTryMs">;
type Server = { address: string; port: number };

const TRIES = 3;
const [FORMERR, NOTIMP] = [1, 4];

/**
 * Puts one question to one server (`ip` or `ip:port`): UDP from a port of its own, sent again when nothing comes back,
 * TCP where the answer is cut short. Throws a ProbeFailure of step `dns`.
 */
export async function queryServer(
  server: string,
  question: Question,
  limits: WireLimits,
  signal: AbortSignal,
  tries = TRIES,
): Promise<Message> {
  if (!isAskable(question.name)) throw new ProbeFailure("dns", "invalid_name", "The name cannot be asked for.");
  const to = splitServer(server);
  const endsAt = performance.now() + limits.dnsMs;
  const send = async (plain: boolean) => {
    const query: Query = { ...question, id: randomInt(0x1_0000), plain };
    const reply = await overUdp(to, query, { tries, tryMs: limits.dnsTryMs, endsAt }, signal);
    return reply.isTruncated ? overTcp(to, query, endsAt, signal) : reply;
  };
  const reply = await send(false);
  return reply.rcode === FORMERR || reply.rcode === NOTIMP ? send(true) : reply;
}

/** `ip`, `ip:port`, `[ip]:port`. */
export function splitServer(text: string): Server {
  if (isIPv6(text)) return { address: text, port: 53 };
  const match = /^\[?([^\]]+?)\]?(?::(\d+))?$/.exec(text);
  return { address: match?.[1] ?? text, port: Number(match?.[2] ?? 53) };
}

type Schedule = { tries: number; tryMs: number; endsAt: number };

function overUdp(to: Server, query: Query, schedule: Schedule, signal: AbortSignal): Promise<Message> {
  const packet = encodeQuery(query);
  const family = isIPv6(to.address) ? 6 : 4;
  return settled<Message>({ signal, endsAt: schedule.endsAt, failure: timedOut }, ({ resolve, reject, onEnd }) => {
    const socket = createSocket({
      type: family === 6 ? "udp6" : "udp4",
      // The address is one already; without this, every question would wait for a lookup's turn.
      lookup: (address, _options, done) => done(null, address, family),
    });
    let sent = 0;
    let isOver = false;
    let timer: NodeJS.Timeout | undefined;
    onEnd(() => {
      isOver = true;
      clearTimeout(timer);
      socket.close();
    });
    const send = () => {
      // Connecting may come about only after the signal ended it.
      if (isOver) return;
      if (sent === schedule.tries) return reject(timedOut());
      sent += 1;
      timer = setTimeout(send, schedule.tryMs);
      socket.send(packet, (error) => error && reject(unreachable(error)));
    };
    socket.on("error", (error) => reject(unreachable(error)));
    socket.on("message", (bytes) => {
      try {
        const reply = readReply(bytes, query);
        if (reply) resolve(reply);
      } catch (error) {
        reject(error);
      }
    });
    // Connected, so that the kernel drops what comes from elsewhere and reports a port that is closed.
    socket.connect(to.port, to.address, (error?: unknown) => (error ? reject(unreachable(error)) : send()));
  });
}

function overTcp(to: Server, query: Query, endsAt: number, signal: AbortSignal): Promise<Message> {
  const packet = encodeQuery(query);
  const prefix = Buffer.alloc(2);
  prefix.writeUInt16BE(packet.length);
  return settled<Message>({ signal, endsAt, failure: timedOut }, ({ resolve, reject, onEnd }) => {
    const socket = connect({ host: to.address, port: to.port });
    onEnd(() => socket.destroy());
    const chunks: Buffer[] = [];
    let size = 0;
    let wanted = 2;
    socket.on("connect", () => socket.write(Buffer.concat([prefix, packet])));
    socket.on("error", (error) => reject(unreachable(error)));
    socket.on("close", () => reject(malformed("it broke off before its end")));
    socket.on("data", (chunk: Buffer) => {
      chunks.push(chunk);
      size += chunk.length;
      if (size < wanted) return;
      const bytes = Buffer.concat(chunks);
      wanted = 2 + bytes.readUInt16BE(0);
      if (size < wanted) return;
      try {
        const reply = readReply(bytes.subarray(2, wanted), query);
        if (reply && !reply.isTruncated) resolve(reply);
        else reject(malformed("it does not answer the question"));
      } catch (error) {
        reject(error);
      }
    });
  });
}

const timedOut = () => new ProbeFailure("dns", "timeout", "The name server did not answer in time.");

function unreachable(cause: unknown): ProbeFailure {
  return new ProbeFailure("dns", "server_unreachable", "The name server could not be reached.", { cause });
}
