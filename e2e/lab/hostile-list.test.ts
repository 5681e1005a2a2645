import { spawn } from "node:child_process";
import { once } from "node:events";
import { type AddressInfo, connect, createServer, type Server, type Socket } from "node:net";
import { createServer as createTlsServer } from "node:tls";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { evaluate } from "#lib/audits/evaluate.ts";
import { type Observation, observationSchema, PART_NAMES, type PartName } from "#lib/audits/observation.ts";
import type { Limits } from "#lib/probes/egress/limits.ts";
import { observe } from "#lib/probes/observe.ts";
import { HOSTILE_SERVERS } from "./hostile-servers.ts";
import { labEgress } from "./lab-egress.ts";
import { HOST } from "./names.ts";
import { type Lab, startLab } from "./start-lab.ts";

const MIB = 1024 * 1024;
const NAME = `silent.${HOST}`;
/** Only where a clock is to ring does it run fast, so that a busy machine cannot make another one ring first. */
const FAST: Partial<Limits> = { connectMs: 1_000, headersMs: 300, bodyMs: 300, totalMs: 10_000 };
const TOTAL_MS = 30_000;
const limitsFor = (end: string): Partial<Limits> => (end.includes("timeout") ? FAST : {});
/** A browser costs a second, and has a suite of its own. */
const PARTS = PART_NAMES.filter((part) => (part as string) !== "browser");

let lab: Lab;
const open: Socket[] = [];
const stops: (() => Promise<unknown>)[] = [];
const rejections: unknown[] = [];
const note = (reason: unknown) => rejections.push(reason);

beforeAll(async () => {
  lab = await startLab();
  process.on("unhandledRejection", note);
});
beforeEach(() => void rejections.splice(0));
afterEach(async () => {
  for (const socket of open.splice(0)) socket.destroy();
  for (const stop of stops.splice(0)) await stop();
  expect(rejections).toEqual([]);
  // No effect on the next check.
  const after = await look(lab.origin, ["page", "tls"]);
  expect([endOf(after, "page"), endOf(after, "tls")]).toEqual(["observed", "observed"]);
});
afterAll(async () => {
  process.off("unhandledRejection", note);
  await lab.close();
});

function look(url: string, parts: readonly PartName[], limits: Partial<Limits> = {}): Promise<Observation> {
  return observe({ url }, { egress: labEgress(lab), parts, seams: { limits } });
}

function endOf({ parts }: Observation, name: PartName): string {
  const part = parts[name];
  return part.state === "unreachable" ? `${part.step} ${part.code}` : part.state;
}

/** One whole audit: typed, within its budget, in little memory, and with no rule broken by what it saw. */
async function audit(url: string, end: string): Promise<Observation> {
  const before = process.memoryUsage.rss();
  const observation = await look(url, PARTS, limitsFor(end));
  expect(process.memoryUsage.rss() - before).toBeLessThan(100 * MIB);
  expect(Date.parse(observation.finishedAt) - Date.parse(observation.startedAt)).toBeLessThan(2 * TOTAL_MS);
  expect(observationSchema.safeParse(observation).error).toBeUndefined();
  expect(evaluate(observation).filter(({ verdict }) => verdict === "error")).toEqual([]);
  return observation;
}

async function listen(server: Server): Promise<number> {
  server.on("connection", (socket: Socket) => open.push(socket.on("error", () => {})));
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  stops.push(() => new Promise((done) => server.close(done)));
  return (server.address() as AddressInfo).port;
}

function secureServer(onSocket: (socket: Socket) => void, ALPNProtocols: string[] = ["http/1.1"]): Server {
  const server = createTlsServer({ ...lab.issueCertificate(NAME), ALPNProtocols }, onSocket);
  return server.on("tlsClientError", () => {});
}

describe("an audit ends in typed results, within its budget, of a server that", { timeout: 2 * TOTAL_MS }, () => {
  it.each(HOSTILE_SERVERS)("$name ($page)", async ({ behave, isSecure = false, page }) => {
    const serve = (socket: Socket) => void socket.on("error", () => {}).on("data", () => behave(socket));
    const port = await listen(isSecure ? secureServer(serve) : createServer(serve));
    const observation = await audit(`${isSecure ? "https" : "http"}://${NAME}:${port}/`, page);
    expect(endOf(observation, "page")).toBe(page);
  });

  it("never accepts", { skip: process.platform !== "linux" }, async () => {
    const listening = `require("net").createServer().listen({port:0,host:"127.0.0.1",backlog:1},function(){console.log(this.address().port)})`;
    const child = spawn(process.execPath, ["-e", listening], { stdio: ["ignore", "pipe", "ignore"] });
    stops.push(async () => child.kill("SIGKILL"));
    const [line] = await once(child.stdout, "data");
    const port = Number(String(line));
    child.kill("SIGSTOP");
    // The kernel itself accepts what its queue holds: it has to be full.
    for (let count = 0; count < 8; count += 1) open.push(connect(port, "127.0.0.1").on("error", () => {}));
    const end = "connect connect_timeout";
    const observation = await audit(`http://${NAME}:${port}/`, end);
    expect(endOf(observation, "page")).toBe(end);
  });

  it("begins a TLS handshake and falls silent", async () => {
    const real = await listen(secureServer(() => {}));
    const port = await listen(
      createServer((socket) => {
        const upstream = connect(real, "127.0.0.1");
        open.push(upstream.on("error", () => {}));
        socket.pipe(upstream);
        upstream.once("data", (hello: Buffer) => socket.write(hello.subarray(0, 40)));
      }),
    );
    const end = "tls tls_timeout";
    const observation = await audit(`https://${NAME}:${port}/`, end);
    expect([endOf(observation, "page"), endOf(observation, "tls")]).toEqual([end, end]);
  });

  it.each([
    ["speaks SSL 3.0 only", Buffer.from([0x15, 3, 0, 0, 2, 2, 40])],
    ["answers a TLS greeting with text", Buffer.from("HTTP/1.1 400 Bad Request\r\n\r\n")],
    ["answers a TLS greeting with 16 MiB of records", Buffer.alloc(16 * MIB, Buffer.from([0x16, 3, 3, 0x40, 0]))],
  ])("%s", async (_name, answer) => {
    const port = await listen(createServer((socket) => socket.once("data", () => socket.end(answer))));
    const observation = await audit(`https://${NAME}:${port}/`, "");
    expect([endOf(observation, "page"), endOf(observation, "tls")]).toEqual(["tls tls_error", "tls tls_error"]);
  });

  const frame = (type: number, flags: number, stream: number, payload: Buffer) => {
    const head = Buffer.alloc(9);
    head.writeUIntBE(payload.length, 0, 3);
    head.writeUInt8(type, 3);
    head.writeUInt8(flags, 4);
    head.writeUInt32BE(stream, 5);
    return Buffer.concat([head, payload]);
  };
  it.each([
    ["resets HTTP/2 streams without end", frame(3, 0, 1, Buffer.alloc(4))],
    ["sends HTTP/2 settings without end", frame(4, 0, 0, Buffer.alloc(16_380))],
    ["continues HTTP/2 headers without end", frame(9, 0, 1, Buffer.alloc(16_000))],
    ["agrees on HTTP/2 and speaks HTTP/1.1", Buffer.from("HTTP/1.1 200 OK\r\ncontent-length: 0\r\n\r\n")],
  ])("%s", async (_name, piece) => {
    const flood = (socket: Socket) => {
      socket.on("error", () => {});
      const write = () => {
        while (!socket.destroyed && socket.write(piece));
      };
      socket.on("drain", write);
      write();
    };
    const port = await listen(secureServer(flood, ["h2", "http/1.1"]));
    const observation = await audit(`https://${NAME}:${port}/`, "");
    expect(endOf(observation, "tls")).toBe("observed");
  });
});
