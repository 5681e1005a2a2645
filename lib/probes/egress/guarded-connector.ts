import type { Socket } from "node:net";
import { checkedAddresses, type Dialler, dialChecked } from "./dial.ts";
import { failureOf } from "./failure-of.ts";
import { handshake } from "./handshake.ts";
import { hostOf, portOf } from "./parse-url.ts";
import { ProbeFailure } from "./probe-failure.ts";
import { secureContext } from "./trust.ts";

/** Where to connect to in place of the URL's own host: a name or an address, judged as any other. */
export type Place = { host: string; port: number };

/** Opens the connection for one origin: resolve, judge every address, dial one of them, then TLS under the original name. */
async function connectGuarded(origin: URL, dialler: Dialler, signal: AbortSignal, at?: Place): Promise<Socket> {
  const to = at ?? { host: hostOf(origin), port: portOf(origin) };
  const addresses = await checkedAddresses(to.host, to.port, dialler, signal);
  const deadline = performance.now() + dialler.limits.connectMs;
  const socket = await dialChecked(addresses, to, dialler, signal);
  const ready =
    origin.protocol === "https:" ? await secure(socket, hostOf(origin), dialler, deadline, signal, !at) : socket;
  if (ready.destroyed) throw new ProbeFailure("connect", "reset", "The host broke the connection off.");
  return ready;
}

function secure(
  socket: Socket,
  host: string,
  { config, limits }: Dialler,
  deadline: number,
  signal: AbortSignal,
  rejectUnauthorized: boolean,
) {
  const ms = Math.min(limits.connectMs, Math.max(1, deadline - performance.now()));
  const options = {
    secureContext: secureContext(config.extraCa),
    ALPNProtocols: ["http/1.1"],
    rejectUnauthorized,
  };
  return handshake(socket, host, options, { ms, signal });
}

type Callback = (...result: [error: null, socket: Socket] | [error: Error, socket: null]) => void;

/** `connectGuarded` as undici wants it; a host that could not be reached once is not knocked at again. */
export function guardedConnector(origin: URL, dialler: Dialler, signal: AbortSignal, at?: Place) {
  const { limits } = dialler;
  // A firewall that drops what does not come from the edge is what ought to be there; it is not waited for as long.
  const own = at
    ? { ...dialler, limits: { ...limits, connectMs: Math.min(limits.connectMs, limits.aroundMs) } }
    : dialler;
  let failure: ProbeFailure | undefined;
  return (_options: unknown, callback: Callback): void => {
    const connecting = failure ? Promise.reject(failure) : connectGuarded(origin, own, signal, at);
    connecting.then(
      (socket) => callback(null, socket),
      (error) => {
        failure = failureOf(error);
        callback(failure, null);
      },
    );
  };
}
