import { once } from "node:events";
import { createServer as createHttp, type RequestListener } from "node:http";
import { createServer as createHttps } from "node:https";
import { type AddressInfo, createServer, type Server, type Socket } from "node:net";
import type { TlsOptions } from "node:tls";

export type TestServer = {
  port: number;
  connections: number;
  requests: string[];
  server: Server;
  [Symbol.asyncDispose](): Promise<void>;
};

export const serveHttp = (listener: RequestListener) => listen(createHttp(), listener);
export const serveHttps = (tls: TlsOptions, listener: RequestListener) => listen(createHttps(tls), listener);

/** A server below HTTP, for what no HTTP server would send. */
export const serveRaw = (onSocket: (socket: Socket) => void) => listen(createServer(onSocket));

async function listen(server: Server, listener?: RequestListener): Promise<TestServer> {
  const sockets = new Set<Socket>();
  const running: TestServer = {
    port: 0,
    connections: 0,
    requests: [],
    server,
    async [Symbol.asyncDispose]() {
      for (const socket of sockets) socket.destroy();
      server.close();
      await once(server, "close");
    },
  };
  server.on("connection", (socket: Socket) => {
    running.connections += 1;
    sockets.add(socket);
    socket.on("error", () => undefined);
    socket.on("close", () => sockets.delete(socket));
  });
  server.on("request", (request, response) => {
    running.requests.push(`${request.method} ${request.headers.host}${request.url}`);
    listener?.(request, response);
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  running.port = (server.address() as AddressInfo).port;
  return running;
}
