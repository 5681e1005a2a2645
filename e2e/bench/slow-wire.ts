import { createSocket } from "node:dgram";
import { once } from "node:events";
import { type AddressInfo, connect, createServer, type Socket } from "node:net";

/** A relay on loopback that takes its time, as a network does. */
export type Relay = { port: number; close(): void };

/** Hands every piece on `delayMs` later, each way, and a new connection likewise. */
export async function delayTcp(target: number, delayMs: number): Promise<Relay> {
  const sockets = new Set<Socket>();
  const server = createServer((near) => {
    const far = connect({ port: target, host: "127.0.0.1", noDelay: true });
    for (const [from, to] of [
      [near, far],
      [far, near],
    ] as const) {
      sockets.add(from);
      from.setNoDelay(true);
      from.on("data", (piece) => setTimeout(() => to.destroyed || to.write(piece), delayMs));
      from.on("end", () => setTimeout(() => to.end(), delayMs));
      from.on("error", () => to.destroy());
      from.on("close", () => sockets.delete(from));
    }
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  return {
    port: (server.address() as AddressInfo).port,
    close() {
      for (const socket of sockets) socket.destroy();
      server.close();
    },
  };
}

/** The same for a resolver over UDP. */
export async function delayUdp(target: number, delayMs: number): Promise<Relay> {
  const near = createSocket("udp4");
  near.on("message", (question, from) => {
    const far = createSocket("udp4");
    far.once("message", (answer) => {
      setTimeout(() => near.send(answer, from.port, from.address), delayMs);
      far.close();
    });
    setTimeout(() => far.send(question, target, "127.0.0.1"), delayMs);
  });
  near.bind(0, "127.0.0.1");
  await once(near, "listening");
  return { port: near.address().port, close: () => near.close() };
}
