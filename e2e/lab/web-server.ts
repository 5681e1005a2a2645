import { createServer as createHttpServer, type IncomingMessage, type ServerResponse } from "node:http";
import { createServer as createHttpsServer } from "node:https";
import { type AddressInfo, createServer, type Socket } from "node:net";
import type { SecureContextOptions } from "node:tls";

export type Handler = (request: IncomingMessage, response: ServerResponse, isSecure: boolean) => void | Promise<void>;

export type WebServer = {
  port: number;
  /** Holds for every handshake that begins from now on. */
  present(context: SecureContextOptions): void;
  close(): Promise<void>;
};

/** First byte of a TLS record that carries a handshake (RFC 8446 §5.1). */
const TLS_HANDSHAKE = 0x16;
const FIRST_BYTE_MS = 10_000;

/** One loopback port for http and https: the first byte of a connection tells which of the two it is. */
export async function startWebServer(options: {
  port?: number | undefined;
  context: SecureContextOptions;
  handler: Handler;
}): Promise<WebServer> {
  const { port = 0, context, handler } = options;
  const plain = createHttpServer((request, response) => void handler(request, response, false));
  // No session may be resumed across a fault, or a client would skip the new certificate.
  const secure = createHttpsServer({ ...context, sessionTimeout: 1 }, (request, response) => void handler(request, response, true));
  const sockets = new Set<Socket>();

  const listener = createServer((socket) => {
    sockets.add(socket);
    socket.on("close", () => sockets.delete(socket));
    socket.on("error", () => socket.destroy());
    socket.setTimeout(FIRST_BYTE_MS, () => socket.destroy());
    socket.once("data", (first: Buffer) => {
      socket.pause();
      socket.setTimeout(0);
      socket.unshift(first);
      (first[0] === TLS_HANDSHAKE ? secure : plain).emit("connection", socket);
      socket.resume();
    });
  });
  await new Promise<void>((resolve, reject) => listener.once("error", reject).listen(port, "127.0.0.1", resolve));

  return {
    port: (listener.address() as AddressInfo).port,
    present: (next) => secure.setSecureContext(next),
    async close() {
      for (const socket of sockets) socket.destroy();
      await new Promise((done) => listener.close(done));
    },
  };
}
