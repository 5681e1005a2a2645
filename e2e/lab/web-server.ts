import { createServer as createHttpServer, type IncomingMessage, type ServerResponse } from "node:http";
import { createServer as createHttpsServer } from "node:https";
import { type AddressInfo, createServer, type Socket } from "node:net";
import { createSecureContext, type SecureContext, type SecureContextOptions } from "node:tls";

export type Handler = (request: IncomingMessage, response: ServerResponse, isSecure: boolean) => void | Promise<void>;

export type WebServer = {
  port: number;
  serve(handler: Handler): void;
  /** What every handshake that begins from now on shows; `byName` goes before it for the host names listed. */
  present(context: SecureContextOptions, byName?: Record<string, SecureContextOptions>): void;
  close(): Promise<void>;
};

/** First byte of a TLS record that carries a handshake (RFC 8446 §5.1). */
const TLS_HANDSHAKE = 0x16;
const FIRST_BYTE_MS = 10_000;

/** One loopback port for http and https: the first byte of a connection tells which of the two it is. */
export async function startWebServer(options: { port?: number | undefined } = {}): Promise<WebServer> {
  const { port = 0 } = options;
  const plain = createHttpServer();
  const contexts = new Map<string, SecureContext>();
  const secure = createHttpsServer({ SNICallback: (name, done) => done(null, contexts.get(name)) });
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
      if (first[0] === TLS_HANDSHAKE) return void secure.emit("connection", socket);
      plain.emit("connection", socket);
      socket.resume();
    });
  });
  await new Promise<void>((resolve, reject) => listener.once("error", reject).listen(port, "127.0.0.1", resolve));

  return {
    port: (listener.address() as AddressInfo).port,
    serve(handler) {
      plain.on("request", (request, response) => void handler(request, response, false));
      secure.on("request", (request, response) => void handler(request, response, true));
    },
    present(context, byName = {}) {
      secure.setSecureContext(context);
      contexts.clear();
      for (const [name, own] of Object.entries(byName)) contexts.set(name, createSecureContext(own));
    },
    async close() {
      for (const socket of sockets) socket.destroy();
      await new Promise((done) => listener.close(done));
    },
  };
}
