import { createSocket } from "node:dgram";
import { type AddressInfo, createServer, type Socket } from "node:net";
import * as packet from "dns-packet";
import { ednsOf, type Message, respond, type Source } from "./respond.ts";

export type DnsServer = { port: number; close(): Promise<void> };

/** RFC 1035 §4.2.1 without EDNS; with it what the client offers, and never more than the flag-day size. */
const UDP_BYTES_MIN = 512;
const UDP_BYTES_MAX = 1232;
const TCP_IDLE_MS = 5_000;
const PORT_TRIES = 20;

function fitUdp(query: Message, response: packet.Packet): Buffer {
  const encoded = packet.encode(response);
  const edns = ednsOf(query);
  const offered = edns?.type === "OPT" ? edns.udpPayloadSize : UDP_BYTES_MIN;
  if (encoded.length <= Math.min(Math.max(offered, UDP_BYTES_MIN), UDP_BYTES_MAX)) return encoded;
  const flags = (response.flags ?? 0) | packet.TRUNCATED_RESPONSE;
  return packet.encode({ ...response, flags, answers: [], authorities: [] });
}

/** A query that can be answered; anything else is dropped, as a resolver drops noise. */
function decodeQuery(bytes: Buffer): Message | null {
  try {
    const message = packet.decode(bytes);
    return message.flag_qr ? null : message;
  } catch {
    return null;
  }
}

function serveTcp(socket: Socket, source: () => Source): void {
  let pending = Buffer.alloc(0);
  socket.setTimeout(TCP_IDLE_MS, () => socket.destroy());
  socket.on("error", () => socket.destroy());
  socket.on("data", (chunk: Buffer) => {
    pending = Buffer.concat([pending, chunk]);
    while (pending.length >= 2 && pending.length >= 2 + pending.readUInt16BE(0)) {
      const end = 2 + pending.readUInt16BE(0);
      const query = decodeQuery(pending.subarray(2, end));
      pending = pending.subarray(end);
      if (!query) return void socket.destroy();
      socket.write(packet.streamEncode(respond(query, source())));
    }
  });
}

const isAddressInUse = (error: unknown) => error instanceof Error && "code" in error && error.code === "EADDRINUSE";

async function listen(port: number, source: () => Source): Promise<DnsServer> {
  const sockets = new Set<Socket>();
  const tcp = createServer((socket) => {
    sockets.add(socket);
    socket.on("close", () => sockets.delete(socket));
    serveTcp(socket, source);
  });
  const udp = createSocket("udp4");
  udp.on("message", (bytes, from) => {
    const query = decodeQuery(bytes);
    if (query) udp.send(fitUdp(query, respond(query, source())), from.port, from.address);
  });
  await new Promise<void>((resolve, reject) => tcp.once("error", reject).listen(port, "127.0.0.1", resolve));
  const bound = (tcp.address() as AddressInfo).port;
  try {
    await new Promise<void>((resolve, reject) => {
      udp.once("error", reject);
      udp.bind(bound, "127.0.0.1", resolve);
    });
  } catch (error) {
    tcp.close();
    throw error;
  }
  return {
    port: bound,
    async close() {
      for (const socket of sockets) socket.destroy();
      await Promise.all([new Promise<void>((done) => udp.close(done)), new Promise((done) => tcp.close(done))]);
    },
  };
}

/** Serves one zone on loopback, UDP and TCP on one port (0 = any that is free for both). The source is read per query. */
export async function startDnsServer(options: { port?: number | undefined; source: () => Source }): Promise<DnsServer> {
  const { port = 0, source } = options;
  for (let tries = 1; ; tries += 1) {
    try {
      return await listen(port, source);
    } catch (error) {
      if (port !== 0 || tries === PORT_TRIES || !isAddressInUse(error)) throw error;
    }
  }
}
