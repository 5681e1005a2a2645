import type { Socket } from "node:net";
import { checkedAddresses, type Dialler, dialChecked } from "./dial.ts";
import { failureOf } from "./failure-of.ts";
import { handshake } from "./handshake.ts";
import { hostOf, portOf } from "./parse-url.ts";
import { ProbeFailure } from "./probe-failure.ts";
import { secureContext } from "./trust.ts";

/** Opens the connection for one origin: resolve, judge every address, dial one of them, then TLS under the original name. */
async function connectGuarded(origin: URL, dialler: Dialler, signal: AbortSignal): Promise<Socket> {
  const to = { host: hostOf(origin), port: portOf(origin) };
  const addresses = await checkedAddresses(to.host, to.port, dialler, signal);
  const deadline = performance.now() + dialler.limits.connectMs;
  const socket = await dialChecked(addresses, to, dialler, signal);
  const ready = origin.protocol === "https:" ? await secure(socket, to.host, dialler, deadline, signal) : socket;
  if (ready.destroyed) throw new ProbeFailure("connect", "reset", "The host broke the connection off.");
  return ready;
}

function secure(socket: Socket, host: string, { config, limits }: Dialler, deadline: number, signal: AbortSignal) {
  const ms = Math.min(limits.connectMs, Math.max(1, deadline - performance.now()));
  const options = {
    secureContext: secureContext(config.extraCa),
    ALPNProtocols: ["http/1.1"],
    rejectUnauthorized: true,
  };
  return handshake(socket, host, options, { ms, signal });
}

type Callback = (...result: [error: null, socket: Socket] | [error: Error, socket: null]) => void;

/** `connectGuarded` as undici wants it; a host that could not be reached once is not knocked at again. */
export function guardedConnector(origin: URL, dialler: Dialler, signal: AbortSignal) {
  let failure: ProbeFailure | undefined;
  return (_options: unknown, callback: Callback): void => {
    const connecting = failure ? Promise.reject(failure) : connectGuarded(origin, dialler, signal);
    connecting.then(
      (socket) => callback(null, socket),
      (error) => {
        failure = failureOf(error);
        callback(failure, null);
      },
    );
  };
}
