import type { Socket } from "node:net";
import type { Duplex } from "node:stream";
import { checkedAddresses, type Dialler, dialChecked } from "./egress/dial.ts";
import { failureOf } from "./egress/failure-of.ts";
import { hostOf, parseUrl, portOf } from "./egress/parse-url.ts";
import { ProbeFailure } from "./egress/probe-failure.ts";

/** Of one visit: bytes from all hosts together, and connections to them. */
export type DialLimits = { bytes: number; connections: number };

/** Connections on a browser's behalf, judged and dialled as those of every other probe, within the budget of one visit. */
export function createBrowserDial(dialler: Dialler, limits: DialLimits, signal: AbortSignal) {
  const sockets = new Set<Duplex>();
  const failures = new Map<string, ProbeFailure>();
  const used = { bytes: 0, connections: 0, refused: 0 };
  let isClosed = false;
  const isSpent = () => used.bytes > limits.bytes || used.connections > limits.connections;

  /** Ends with the visit at the latest. */
  function keep(socket: Duplex): void {
    socket.on("error", () => socket.destroy());
    if (isClosed) return void socket.destroy();
    sockets.add(socket);
    socket.once("close", () => sockets.delete(socket));
  }
  function endAll(): void {
    for (const socket of sockets) socket.destroy();
  }
  async function connect(url: URL): Promise<Socket> {
    if (isSpent()) throw new ProbeFailure("browser", "too_large", "The page loads more than a visit may.");
    const checked = parseUrl(url.href, dialler.config);
    const to = { host: hostOf(checked), port: portOf(checked) };
    return dialChecked(await checkedAddresses(to.host, to.port, dialler, signal), to, dialler, signal);
  }

  return {
    keep,
    isSpent,
    async dial(url: URL): Promise<Socket> {
      used.connections += 1;
      try {
        const socket = await connect(url);
        keep(socket);
        return socket;
      } catch (error) {
        const failure = failureOf(error);
        if (failure.step === "policy" || isSpent()) used.refused += 1;
        if (failures.size < limits.connections) failures.set(hostOf(url), failure);
        throw failure;
      }
    },
    count(chunk: Buffer): void {
      used.bytes += chunk.length;
      if (isSpent()) endAll();
    },
    /** Why the last connection to this host was not made. */
    failureAt: (host: string): ProbeFailure | undefined => failures.get(host),
    /** Connections that the address policy or the budget refused. */
    refused: () => used.refused,
    close(): void {
      isClosed = true;
      endAll();
    },
  };
}
export type BrowserDial = ReturnType<typeof createBrowserDial>;
