import { connect, type Socket } from "node:net";
import type { Dial } from "./dial.ts";
import { ProbeFailure } from "./probe-failure.ts";

const ANSWER_BYTES_MAX = 16 * 1024;

/**
 * Dials by CONNECT through the operator's proxy, a second wall at the network. It is asked for the judged address, never
 * for the name, so that it cannot resolve to another one.
 */
export function dialThroughProxy(proxy: URL): Dial {
  return (address, port, signal) =>
    new Promise((resolve, reject) => {
      const socket = connect({
        host: proxy.hostname.replace(/^\[|\]$/g, ""),
        port: Number(proxy.port || 80),
        noDelay: true,
      });
      const onAbort = () => socket.destroy(signal.reason);
      const fail = (reason: string) => {
        reject(new ProbeFailure("connect", "proxy_refused", reason));
        socket.destroy();
      };
      signal.addEventListener("abort", onAbort, { once: true });
      socket.on("error", reject);
      socket.once("close", () => {
        signal.removeEventListener("abort", onAbort);
        fail("The egress proxy closed the connection.");
      });
      socket.once("connect", () => {
        const to = address.includes(":") ? `[${address}]:${port}` : `${address}:${port}`;
        socket.write(`CONNECT ${to} HTTP/1.1\r\nHost: ${to}\r\n${credentials(proxy)}\r\n`);
        readAnswer(socket, (status) => {
          if (status !== 200) return fail(`The egress proxy refused the connection (${status ?? "no HTTP"}).`);
          signal.removeEventListener("abort", onAbort);
          resolve(socket);
        });
      });
    });
}

function credentials({ username, password }: URL): string {
  if (username === "") return "";
  const pair = `${decodeURIComponent(username)}:${decodeURIComponent(password)}`;
  return `Proxy-Authorization: Basic ${Buffer.from(pair).toString("base64")}\r\n`;
}

/** Takes the answer's head off the connection; what follows it stays there for the next reader. */
function readAnswer(socket: Socket, done: (status: number | null) => void): void {
  let head = Buffer.alloc(0);
  const onReadable = () => {
    for (let chunk = socket.read(); chunk !== null; chunk = socket.read()) {
      head = Buffer.concat([head, chunk]);
      const end = head.indexOf("\r\n\r\n");
      if (end === -1 && head.length < ANSWER_BYTES_MAX) continue;
      socket.off("readable", onReadable);
      if (end !== -1 && head.length > end + 4) socket.unshift(head.subarray(end + 4));
      const status = /^HTTP\/1\.[01] (\d{3})/.exec(head.toString("latin1"))?.[1];
      return done(status === undefined || end === -1 ? null : Number(status));
    }
  };
  socket.on("readable", onReadable);
}
