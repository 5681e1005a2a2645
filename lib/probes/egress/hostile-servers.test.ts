import type { Socket } from "node:net";
import { brotliCompressSync, gzipSync } from "node:zlib";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { failureFrom } from "../testing/failure.ts";
import { localConfig } from "../testing/local-config.ts";
import { serveRaw, type TestServer } from "../testing/servers.ts";
import { createEgress } from "./create-egress.ts";
import type { Limits } from "./limits.ts";

const LIMITS = { wireBytes: 256 * 1024, decodedBytes: 512 * 1024, redirectBytes: 1024 };
/** Only the clock that a case is about runs fast, so that a busy machine cannot make another one ring first. */
const FAST: Readonly<Record<string, Partial<Limits>>> = {
  header_timeout: { headersMs: 200 },
  body_timeout: { bodyMs: 200 },
  tls_timeout: { connectMs: 1_000 },
};
const MIB = 1024 * 1024;
const OK = "HTTP/1.1 200 OK\r\n";

const rejections: unknown[] = [];
const note = (reason: unknown) => rejections.push(reason);
beforeAll(() => void process.on("unhandledRejection", note));
afterAll(() => {
  process.off("unhandledRejection", note);
  expect(rejections).toEqual([]);
});

async function visit(behave: (socket: Socket) => void, code = "", scheme = "http") {
  const server = await serveRaw((socket) => socket.once("data", () => behave(socket)));
  const egress = createEgress(localConfig(), new AbortController().signal, { limits: { ...LIMITS, ...FAST[code] } });
  const url = new URL(`${scheme}://127.0.0.1:${server.port}/`);
  return { answer: egress.request(url), close: () => Promise.all([egress.close(), stop(server)]) };
}
const stop = (server: TestServer) => server[Symbol.asyncDispose]();

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

/** The socket, after the start of an answer. */
function opened(socket: Socket, headers = ""): Socket {
  socket.write(OK + headers);
  return socket;
}

describe("a hostile server ends in a typed failure", () => {
  const cases: [name: string, step: string, code: string, behave: (socket: Socket) => void][] = [
    ["says nothing", "http", "header_timeout", () => undefined],
    ["drips its headers", "http", "header_timeout", (socket) => drip(socket, `${OK}x: ${"y".repeat(4000)}`)],
    ["never ends its headers", "http", "too_large", (socket) => pour(opened(socket), "x: y\r\n".repeat(1000))],
    ["sends a header of 1 MiB", "http", "too_large", (socket) => socket.write(`${OK}x: ${"y".repeat(MIB)}\r\n\r\n`)],
    ["sends 5,000 header lines", "http", "too_large", (socket) => socket.end(`${OK}${"a: b\r\n".repeat(5000)}\r\n`)],
    [
      "sends interim answers without end",
      "http",
      "protocol_error",
      (socket) => socket.write("HTTP/1.1 103 Early Hints\r\n\r\n".repeat(1_000)),
    ],
    [
      "sends garbage for a status line",
      "http",
      "protocol_error",
      (socket) => socket.end("\0\x01\x02 nonsense\r\n\r\n"),
    ],
    ["sends 10 MiB without headers", "http", "protocol_error", (socket) => pour(socket, Buffer.alloc(64 * 1024, "z"))],
    ["speaks HTTP/9.9", "http", "protocol_error", (socket) => socket.end("HTTP/9.9 200 OK\r\n\r\n")],
    [
      "sends two lengths",
      "http",
      "protocol_error",
      (socket) => socket.end(`${OK}content-length: 1\r\ncontent-length: 2\r\n\r\nxx`),
    ],
    [
      "sends length and chunks",
      "http",
      "protocol_error",
      (socket) => socket.end(`${OK}content-length: 1\r\ntransfer-encoding: chunked\r\n\r\n1\r\nx\r\n0\r\n\r\n`),
    ],
    ["sends a negative length", "http", "protocol_error", (socket) => socket.end(`${OK}content-length: -1\r\n\r\n`)],
    ["closes at once", "http", "reset", (socket) => socket.destroy()],
    ["resets", "http", "reset", (socket) => socket.resetAndDestroy()],
    [
      "resets in the body",
      "body",
      "reset",
      (socket) =>
        socket.write(`${OK}content-length: 9\r\n\r\nxx`, () => setTimeout(() => socket.resetAndDestroy(), 20)),
    ],
    ["closes in the body", "body", "reset", (socket) => socket.end(`${OK}content-length: 9\r\n\r\nxx`)],
    ["stops in the body", "body", "body_timeout", (socket) => socket.write(`${OK}content-length: 9\r\n\r\nxx`)],
    [
      "drips its body",
      "body",
      "body_timeout",
      (socket) => drip(opened(socket, "content-length: 4000\r\n\r\n"), "z".repeat(4000)),
    ],
    [
      "overflows a chunk size",
      "body",
      "protocol_error",
      (socket) => socket.end(`${OK}transfer-encoding: chunked\r\n\r\nffffffffffffffffff\r\nx`),
    ],
  ];
  it.each(cases)("%s: %s %s", async (_name, step, code, behave) => {
    const { answer, close } = await visit(behave, code);
    const failure = await failureFrom(answer);
    await close();
    expect([failure.step, failure.code]).toEqual([step, code]);
  });

  it("stays silent after the connection, in TLS", async () => {
    const { answer, close } = await visit(() => undefined, "tls_timeout", "https");
    const failure = await failureFrom(answer);
    await close();
    expect([failure.step, failure.code]).toEqual(["tls", "tls_timeout"]);
  });

  it("answers TLS with plain text", async () => {
    const { answer, close } = await visit((socket) => socket.end("HTTP/1.1 400 Bad Request\r\n\r\n"), "", "https");
    const failure = await failureFrom(answer);
    await close();
    expect([failure.step, failure.code]).toEqual(["tls", "tls_error"]);
  });
});

describe("a body beyond the limits is cut, and what came before it is kept", () => {
  const bomb = gzipSync(Buffer.alloc(8 * MIB));
  const layers = (count: number) =>
    Array.from({ length: count }).reduce<Buffer>((body) => gzipSync(body), Buffer.from("deep"));
  const coded = (coding: string, body: Buffer) =>
    Buffer.concat([Buffer.from(`${OK}content-encoding: ${coding}\r\ncontent-length: ${body.length}\r\n\r\n`), body]);
  const cases: [name: string, length: number, isTruncated: boolean, behave: (socket: Socket) => void][] = [
    [
      "without end",
      LIMITS.wireBytes,
      true,
      (socket) => {
        socket.write(`${OK}\r\n`);
        pour(socket, Buffer.alloc(64 * 1024, "z"));
      },
    ],
    [
      "in endless chunks",
      LIMITS.wireBytes,
      true,
      (socket) => {
        socket.write(`${OK}transfer-encoding: chunked\r\n\r\n`);
        pour(socket, `4000\r\n${"z".repeat(0x4000)}\r\n`);
      },
    ],
    ["that is a gzip bomb", LIMITS.decodedBytes, true, (socket) => socket.end(coded("gzip", bomb))],
    [
      "in two codings",
      2,
      false,
      (socket) => socket.end(coded("br, gzip", gzipSync(brotliCompressSync(Buffer.from("ok"))))),
    ],
    ["in five codings", 4, false, (socket) => socket.end(coded("gzip,".repeat(5), layers(5)))],
    ["in six codings", 0, true, (socket) => socket.end(coded("gzip,".repeat(6), layers(6)))],
    ["under a coding it does not have", 0, true, (socket) => socket.end(coded("gzip", Buffer.from("plain")))],
    ["under an unknown coding", 0, true, (socket) => socket.end(coded("constructor", Buffer.from("plain")))],
  ];
  it.each(cases)("a body %s", async (_name, length, isTruncated, behave) => {
    const { answer, close } = await visit(behave);
    const { status, body, bodyTruncated } = await answer;
    await close();
    expect([status, body.length, bodyTruncated]).toEqual([200, length, isTruncated]);
  });

  it("a body of a redirect, much earlier", async () => {
    const { answer, close } = await visit((socket) => socket.end(`HTTP/1.1 302 Found\r\n\r\n${"z".repeat(9_000)}`));
    const { status, body, bodyTruncated } = await answer;
    await close();
    expect([status, body.length, bodyTruncated]).toEqual([302, LIMITS.redirectBytes, true]);
  });
});

it("a bomb in a redirect is cut as early as any other body of one", async () => {
  const bomb = gzipSync(Buffer.alloc(8 * MIB));
  const head = `HTTP/1.1 302 Found\r\ncontent-encoding: gzip\r\ncontent-length: ${bomb.length}\r\n\r\n`;
  await using server = await serveRaw((socket) =>
    socket.once("data", () => socket.end(Buffer.concat([Buffer.from(head), bomb]))),
  );
  const limits = { ...LIMITS, redirectBytes: 64 * 1024 };
  const egress = createEgress(localConfig(), new AbortController().signal, { limits });
  const { body, bodyTruncated } = await egress.request(new URL(`http://127.0.0.1:${server.port}/`));
  await egress.close();
  expect([body.length, bodyTruncated]).toEqual([limits.redirectBytes, true]);
});

it("a hostile answer has no effect on the next request", async () => {
  let turn = 0;
  await using server = await serveRaw((socket) => {
    socket.on("data", () => socket.write(turn++ === 0 ? "garbage\r\n\r\n" : `${OK}content-length: 2\r\n\r\nok`));
  });
  const egress = createEgress(localConfig(), new AbortController().signal, { limits: LIMITS });
  const url = new URL(`http://127.0.0.1:${server.port}/`);
  expect((await failureFrom(egress.request(url))).code).toBe("protocol_error");
  expect((await egress.request(url)).body.toString()).toBe("ok");
  await egress.close();
});
