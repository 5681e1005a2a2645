import { randomBytes, timingSafeEqual } from "node:crypto";
import { once } from "node:events";
import { createServer, type IncomingMessage, request as requestOver, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import type { Duplex } from "node:stream";
import { type BrowserDial, createBrowserDial, type DialLimits } from "./browser-dial.ts";
import type { Dialler } from "./egress/dial.ts";
import { ProbeFailure } from "./egress/probe-failure.ts";

export type BrowserProxy = Pick<BrowserDial, "failureAt" | "refused" | "isSpent"> & {
  port: number;
  username: string;
  password: string;
  [Symbol.asyncDispose](): Promise<void>;
};

/** First byte of a TLS record that carries a handshake (RFC 8446 §5.1). */
const TLS_HANDSHAKE = 0x16;
/** Hop by hop (RFC 9110 §7.6.1), or for us alone. */
const NOT_FORWARDED = /^(?:proxy-.*|connection|keep-alive|te|trailer|transfer-encoding|upgrade)$/;
const CHALLENGE = 'Basic realm="visit"';

/**
 * The browser's only way out: a forward proxy on loopback, for whoever knows the credentials of this one visit. What is
 * not TLS inside a tunnel is closed, so that plain requests can only come as ones whose method is seen here.
 */
export async function startBrowserProxy(
  dialler: Dialler,
  limits: DialLimits,
  signal: AbortSignal,
): Promise<BrowserProxy> {
  const username = "browser";
  const password = randomBytes(24).toString("base64url");
  const credentials = Buffer.from(`Basic ${Buffer.from(`${username}:${password}`).toString("base64")}`);
  const out = createBrowserDial(dialler, limits, signal);

  function isOurs({ headers }: IncomingMessage): boolean {
    const given = Buffer.from(headers["proxy-authorization"] ?? "");
    return given.length === credentials.length && timingSafeEqual(given, credentials);
  }

  const server = createServer((request, response) => {
    if (isOurs(request)) void forward(request, response, out);
    else response.writeHead(407, { "proxy-authenticate": CHALLENGE, "content-length": 0 }).end();
  });
  server.on("connect", (request, client, head) => {
    if (isOurs(request)) void tunnel(request, client, head, out);
    else client.end(`HTTP/1.1 407 Who\r\nProxy-Authenticate: ${CHALLENGE}\r\nContent-Length: 0\r\n\r\n`);
  });
  server.on("upgrade", (_request, socket) => socket.destroy());
  server.on("connection", out.keep);
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  return {
    ...out,
    port: (server.address() as AddressInfo).port,
    username,
    password,
    async [Symbol.asyncDispose]() {
      server.close();
      out.close();
    },
  };
}

async function tunnel(request: IncomingMessage, client: Duplex, head: Buffer, out: BrowserDial): Promise<void> {
  try {
    const socket = await out.dial(new URL(`https://${request.url ?? ""}/`));
    client.once("close", () => socket.destroy());
    client.write("HTTP/1.1 200 Connected\r\n\r\n");
    if (head.length > 0) client.unshift(head);
    const first = await firstChunk(client);
    if (first[0] !== TLS_HANDSHAKE) throw new ProbeFailure("policy", "blocked_scheme", "Only TLS may be tunnelled.");
    socket.write(first);
    socket.on("data", out.count);
    client.pipe(socket);
    socket.pipe(client);
    socket.once("close", () => client.destroy());
  } catch {
    if (client.writable) client.end("HTTP/1.1 502 Refused\r\nContent-Length: 0\r\n\r\n");
  }
}

/** Leaves the stream halted, so that nothing is lost before somebody reads on. */
function firstChunk(stream: Duplex): Promise<Buffer> {
  const { promise, resolve, reject } = Promise.withResolvers<Buffer>();
  stream.once("data", (chunk: Buffer) => {
    stream.pause();
    resolve(chunk);
  });
  stream.once("close", () => reject(new ProbeFailure("browser", "reset", "The browser closed the tunnel.")));
  return promise;
}

async function forward(request: IncomingMessage, response: ServerResponse, out: BrowserDial): Promise<void> {
  try {
    const url = URL.parse(request.url ?? "");
    const isPassive = request.method === "GET" || request.method === "HEAD";
    if (url?.protocol !== "http:" || !isPassive) throw new ProbeFailure("policy", "blocked_scheme", "Only http GET.");
    const socket = await out.dial(url);
    const onward = requestOver({
      createConnection: () => socket,
      method: request.method,
      path: `${url.pathname}${url.search}`,
      headers: { ...forwarded(request.headers), host: url.host, connection: "close" },
    });
    onward.on("error", () => response.destroy());
    // An answer that is none (an upgrade that nobody asked for) ends without a word to anybody else.
    onward.once("close", () => response.headersSent || response.destroy());
    onward.once("response", (answer) => {
      const { statusCode = 0 } = answer;
      // Node reads such a status but throws where it is to be written, here outside of every catch.
      if (statusCode < 100) return void response.destroy();
      response.writeHead(statusCode, forwarded(answer.headersDistinct));
      answer.on("data", out.count);
      answer.pipe(response);
      answer.once("error", () => response.destroy());
    });
    response.once("close", () => socket.destroy());
    onward.end();
  } catch {
    if (!response.headersSent) response.writeHead(502, { "content-length": 0 }).end();
  }
}

function forwarded<T>(headers: Readonly<Record<string, T>>): Record<string, T> {
  return Object.fromEntries(Object.entries(headers).filter(([name]) => !NOT_FORWARDED.test(name)));
}
