import { connect, type Socket } from "node:net";
import { connect as connectTls } from "node:tls";
import { afterAll, afterEach, beforeAll, expect, it } from "vitest";
import { GARBAGE_HTML, type HostileListener, startFlood, startGarbagePage, startSilentHost } from "./hostile.ts";
import { type Lab, startLab } from "./start-lab.ts";

let lab: Lab;
let listener: HostileListener | undefined;
beforeAll(async () => {
  lab = await startLab();
});
afterEach(() => listener?.close());
afterAll(() => lab.close());

/** Everything that comes until the other side ends. */
async function readAll(socket: Socket): Promise<Buffer> {
  socket.write("GET / HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n");
  return Buffer.concat(await socket.toArray());
}

it("the flood is 10 MiB without a header", async () => {
  listener = await startFlood();
  const bytes = await readAll(connect(listener.port, "127.0.0.1"));
  expect(bytes.length).toBe(10 * 1024 * 1024);
  expect(bytes.includes("\n")).toBe(false);
});

it("the garbage page comes as HTML, over TLS too, with a certificate of the lab", async () => {
  const certificate = lab.issueCertificate("garbage.ops-copilot.test");
  listener = await startGarbagePage({ certificate });
  const servername = "garbage.ops-copilot.test";
  const bytes = await readAll(connectTls({ host: "127.0.0.1", port: listener.port, servername, ca: lab.caPem }));
  expect(bytes.includes(GARBAGE_HTML.subarray(0, 64))).toBe(true);
});

it("the silent host finishes the handshake, says nothing, and can still be closed", async () => {
  const certificate = lab.issueCertificate("silent.ops-copilot.test");
  const silent = await startSilentHost({ certificate });
  const servername = "silent.ops-copilot.test";
  const socket = connectTls({ host: "127.0.0.1", port: silent.port, servername, ca: lab.caPem });
  socket.on("error", () => {});
  await new Promise((done) => socket.once("secureConnect", done));
  const everything = readAll(socket);
  await silent.close();
  expect((await everything.catch(() => Buffer.alloc(0))).length).toBe(0);
});
