import { createServer as createHttpServer } from "node:http";
import { createServer as createHttpsServer } from "node:https";
import { type AddressInfo, createServer, type Server, type Socket } from "node:net";
import { createServer as createTlsServer } from "node:tls";
import type { ServedCertificate } from "./certificates.ts";

export type HostileListener = { port: number; close(): Promise<void> };
export type HostileOptions = {
  port?: number | undefined;
  /** With a certificate the listener speaks TLS, without one plain TCP. */
  certificate?: ServedCertificate | undefined;
};

const MIB = 1024 * 1024;
const FLOOD_BYTES = 10 * MIB;
const CHUNK = Buffer.alloc(64 * 1024, "launch-ready ");

async function listen(server: Server, port = 0): Promise<HostileListener> {
  const sockets = new Set<Socket>();
  server.on("connection", (socket: Socket) => {
    sockets.add(socket);
    socket.on("close", () => sockets.delete(socket)).on("error", () => socket.destroy());
  });
  await new Promise<void>((resolve, reject) => server.once("error", reject).listen(port, "127.0.0.1", resolve));
  return {
    port: (server.address() as AddressInfo).port,
    async close() {
      for (const socket of sockets) socket.destroy();
      await new Promise((done) => server.close(done));
    },
  };
}

function socketServer({ certificate }: HostileOptions, onSocket: (socket: Socket) => void): Server {
  return certificate ? createTlsServer(certificate, onSocket).on("tlsClientError", () => {}) : createServer(onSocket);
}

/** Accepts each connection, finishes a TLS handshake when it has a certificate, and never says a word. */
export function startSilentHost(options: HostileOptions = {}): Promise<HostileListener> {
  return listen(
    socketServer(options, (socket) => socket.on("error", () => {}).resume()),
    options.port,
  );
}

/** Sends 10 MiB that hold neither a status line nor a header, as fast as they are taken. */
export function startFlood(options: HostileOptions = {}): Promise<HostileListener> {
  const pour = (socket: Socket) => {
    let left = FLOOD_BYTES;
    const write = () => {
      while (left > 0 && !socket.destroyed) {
        left -= CHUNK.length;
        if (!socket.write(CHUNK)) return;
      }
      socket.end();
    };
    socket.on("error", () => {}).on("drain", write);
    socket.once("data", write);
  };
  return listen(socketServer(options, pour), options.port);
}

/** HTML that a careless parser chokes on: bad bytes, NULs, unclosed and endlessly nested tags, a hostile base. */
export const GARBAGE_HTML = Buffer.concat([
  Buffer.from([0xff, 0xfe, 0x00, 0x3c, 0x00, 0xc3, 0x28]),
  Buffer.from(
    '<!doctype html><title>\u0000</titel><base href="javascript:alert(1)"><meta http-equiv="refresh" content="0">',
  ),
  Buffer.from(
    `<script src=//[::bad/><img src="ht\u0001tp://x" srcset=",,,"><a href='unclosed ${"<div>".repeat(100_000)}`,
  ),
  Buffer.from("<!-- never ends <![CDATA[ </script <form action=http://%zz>"),
]);

/** Answers every request with 200 and a page of garbage. */
export function startGarbagePage(options: HostileOptions = {}): Promise<HostileListener> {
  const { certificate } = options;
  const server = certificate ? createHttpsServer(certificate) : createHttpServer();
  server.on("request", (_request, response) => {
    response.writeHead(200, { "content-type": "text/html; charset=nonsense" }).end(GARBAGE_HTML);
  });
  return listen(server, options.port);
}
