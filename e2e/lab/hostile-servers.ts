import type { Socket } from "node:net";
import { brotliCompressSync, gzipSync, zstdCompressSync } from "node:zlib";

/** What one server of the hostile list does with a request, and how the page of an audit ends on it. */
export type HostileServer = {
  name: string;
  /** `observed`, or the step and code of the failure. */
  page: string;
  /** Called with each request's first bytes; the request itself is not read. */
  behave(socket: Socket): void;
  /** Over TLS with a sound certificate instead of in the clear. */
  isSecure?: boolean;
};

const MIB = 1024 * 1024;
const OK = "HTTP/1.1 200 OK\r\n";
const HTML = `${OK}content-type: text/html\r\n`;

/** Writes the same piece for as long as anybody listens. */
function pour(socket: Socket, piece: string | Buffer): void {
  while (!socket.destroyed && socket.write(piece));
  if (!socket.destroyed) socket.once("drain", () => pour(socket, piece));
}

/** One byte at a time, often enough that a clock which restarts with each byte would never ring. */
function drip(socket: Socket, text: string): void {
  let at = 0;
  const timer = setInterval(() => (at < text.length ? socket.write(text[at++] ?? "") : clearInterval(timer)), 20);
  socket.once("close", () => clearInterval(timer));
}

const say = (answer: string | Buffer) => (socket: Socket) => void socket.end(answer);
const page = (body: string | Buffer, headers = HTML) =>
  say(Buffer.concat([Buffer.from(`${headers}content-length: ${body.length}\r\n\r\n`), Buffer.from(body)]));
const coded = (coding: string, body: Buffer) => page(body, `${HTML}content-encoding: ${coding}\r\n`);
const redirect = (location: string) => say(`HTTP/1.1 302 Found\r\nlocation: ${location}\r\ncontent-length: 0\r\n\r\n`);

function layers(count: number): Buffer {
  return Array.from({ length: count }).reduce<Buffer>((body) => gzipSync(body), Buffer.from("deep"));
}

let hop = 0;

const HEADERS: HostileServer[] = [
  { name: "accepts and is silent", page: "http header_timeout", behave: () => {} },
  {
    name: "drips its headers",
    page: "http header_timeout",
    behave: (socket) => drip(socket, `${OK}x: ${"y".repeat(9000)}`),
  },
  {
    name: "never ends its headers",
    page: "http too_large",
    behave(socket) {
      socket.write(OK);
      pour(socket, "x: y\r\n".repeat(1_000));
    },
  },
  { name: "sends a header of 1 MiB", page: "http too_large", behave: say(`${OK}x: ${"y".repeat(MIB)}\r\n\r\n`) },
  { name: "sends 5,000 header lines", page: "http too_large", behave: say(`${OK}${"a: b\r\n".repeat(5_000)}\r\n`) },
  { name: "sets 500 cookies", page: "http too_large", behave: say(`${OK}${"set-cookie: a=b\r\n".repeat(500)}\r\n`) },
  {
    name: "sends two lengths",
    page: "http protocol_error",
    behave: say(`${OK}content-length: 1\r\ncontent-length: 2\r\n\r\nxx`),
  },
  {
    name: "sends a length and chunks",
    page: "http protocol_error",
    behave: say(`${OK}content-length: 1\r\ntransfer-encoding: chunked\r\n\r\n1\r\nx\r\n0\r\n\r\n`),
  },
  { name: "sends a negative length", page: "http protocol_error", behave: say(`${OK}content-length: -1\r\n\r\n`) },
  {
    name: "sends a length beyond all numbers",
    page: "http protocol_error",
    behave: say(`${OK}content-length: 99999999999999999999\r\n\r\nx`),
  },
  {
    name: "sends a huge length and stops",
    page: "body reset",
    behave: say(`${OK}content-length: 9007199254740991\r\n\r\nx`),
  },
  {
    name: "sends interim answers without end",
    page: "http protocol_error",
    behave: (socket) => pour(socket, "HTTP/1.1 103 Early Hints\r\n\r\n"),
  },
  {
    name: "answers with status 000",
    page: "http protocol_error",
    behave: say("HTTP/1.1 000 Nothing\r\ncontent-length: 0\r\n\r\n"),
  },
  { name: "answers with status 999", page: "observed", behave: say("HTTP/1.1 999 No\r\ncontent-length: 0\r\n\r\n") },
  { name: "speaks HTTP/9.9", page: "http protocol_error", behave: say("HTTP/9.9 200 OK\r\n\r\n") },
  {
    name: "asks to come back in thirty years",
    page: "observed",
    behave: say("HTTP/1.1 429 Too Many Requests\r\nretry-after: 1000000000\r\ncontent-length: 0\r\n\r\n"),
  },
  {
    name: "lives in another century",
    page: "observed",
    behave: page("ok", `${HTML}date: Fri, 31 Dec 1999 23:59:59 GMT\r\n`),
  },
];

const REDIRECTS: HostileServer[] = [
  { name: "redirects to itself", page: "http redirect_loop", behave: redirect("/") },
  {
    name: "redirects without end",
    page: "http too_many_redirects",
    behave(socket) {
      hop += 1;
      redirect(`/${hop}`)(socket);
    },
  },
  { name: "redirects to an address of 64 KiB", page: "http too_large", behave: redirect(`/${"x".repeat(64 * 1024)}`) },
  { name: "redirects to a script", page: "policy blocked_scheme", behave: redirect("javascript:alert(1)") },
  {
    name: "redirects to the metadata service",
    page: "policy blocked_address",
    behave: redirect("http://169.254.169.254/"),
  },
];

const BODIES: HostileServer[] = [
  {
    name: "overflows a chunk's size",
    page: "body protocol_error",
    behave: say(`${OK}transfer-encoding: chunked\r\n\r\nffffffffffffffffff\r\nx`),
  },
  {
    name: "sends trailers without end",
    page: "body too_large",
    behave(socket) {
      socket.write(`${OK}transfer-encoding: chunked\r\n\r\n0\r\n`);
      pour(socket, "x: y\r\n".repeat(1_000));
    },
  },
  {
    name: "drips its body",
    page: "body body_timeout",
    behave(socket) {
      socket.write(`${OK}content-length: 9000\r\n\r\n`);
      drip(socket, "z".repeat(9_000));
    },
  },
  {
    name: "sends a body without end",
    page: "observed",
    behave(socket) {
      socket.write(`${HTML}\r\n`);
      pour(socket, Buffer.alloc(64 * 1024, "z"));
    },
  },
  {
    name: "resets in the body",
    page: "body reset",
    behave: (socket) =>
      void socket.write(`${OK}content-length: 9\r\n\r\nxx`, () => setTimeout(() => socket.resetAndDestroy(), 20)),
  },
  {
    name: "closes TLS without a word",
    page: "body reset",
    isSecure: true,
    behave: say(`${OK}content-length: 9\r\n\r\nxx`),
  },
  { name: "sends a gzip bomb", page: "observed", behave: coded("gzip", gzipSync(Buffer.alloc(64 * MIB))) },
  { name: "sends a Brotli bomb", page: "observed", behave: coded("br", brotliCompressSync(Buffer.alloc(64 * MIB))) },
  { name: "sends a Zstandard bomb", page: "observed", behave: coded("zstd", zstdCompressSync(Buffer.alloc(64 * MIB))) },
  { name: "sends six codings", page: "observed", behave: coded(Array(6).fill("gzip").join(), layers(6)) },
  { name: "names a coding that it does not use", page: "observed", behave: coded("gzip", Buffer.from("<p>plain")) },
];

const DOCUMENTS: HostileServer[] = [
  {
    name: "sends what is not UTF-8",
    page: "observed",
    behave: page(Buffer.from([0x3c, 0x70, 0x3e, 0xff, 0xc3, 0x28, 0xed, 0xa0])),
  },
  {
    name: "marks its page as UTF-16",
    page: "observed",
    behave: page(
      Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from("<title>x</title>", "utf16le"), Buffer.from([0x3c])]),
    ),
  },
  { name: "sends NULs", page: "observed", behave: page("<title>\0</title><script src='http://\0/'>\0") },
  { name: "nests a million elements", page: "observed", behave: page("<div>".repeat(1_000_000)) },
  {
    name: "sends an inline script of 10 MiB",
    page: "observed",
    behave: page(`<script>${"x".repeat(10 * MIB)}</script>`),
  },
  {
    name: "refreshes itself for ever",
    page: "observed",
    behave: page('<meta http-equiv="refresh" content="0;url=/">'),
  },
  {
    name: "has a script for its base",
    page: "observed",
    behave: page('<base href="javascript:alert(1)"><img src="x"><form action="y">'),
  },
  {
    name: "hides an endless address in its styles",
    page: "observed",
    behave: page(`<style>@import url(${"(".repeat(MIB)}</style><p style="background:url('${"\\".repeat(MIB)}">`),
  },
];

/** The hostile servers of the web, in the order of an answer: its head, where it leads, its body, its document. */
export const HOSTILE_SERVERS: readonly HostileServer[] = [...HEADERS, ...REDIRECTS, ...BODIES, ...DOCUMENTS];
