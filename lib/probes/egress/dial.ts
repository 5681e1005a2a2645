import { connect, type Socket } from "node:net";
import { networkInterfaces } from "node:os";
import type { EgressConfig } from "../config.ts";
import { canonicalAddress, findAllow, judgeAddress } from "./address-policy.ts";
import type { AllowEntry } from "./allow.ts";
import { connectFailure } from "./failure-of.ts";
import type { Limits } from "./limits.ts";
import { isWebPort } from "./ports.ts";
import { ProbeFailure } from "./probe-failure.ts";
import type { Resolver } from "./resolver.ts";
import { within } from "./within.ts";

/** Opens one TCP connection to one literal address. Tests put a recorder here. */
export type Dial = (address: string, port: number, signal: AbortSignal) => Promise<Socket>;
export type Dialler = {
  config: EgressConfig;
  limits: Limits;
  resolver: Resolver;
  dial: Dial;
  /** Addresses of this machine, in canonical form. */
  ownAddresses: () => ReadonlySet<string | null>;
};
type To = { host: string; port: number };

const BLOCKED = "The host leads to an address that audits may not reach.";

export const dialTcp: Dial = (address, port, signal) =>
  new Promise((resolve, reject) => {
    const socket = connect({ host: address, port, noDelay: true });
    const onAbort = () => socket.destroy(signal.reason);
    signal.addEventListener("abort", onAbort, { once: true });
    // Stays for the socket's whole life: an error while nobody listens yet must not end the process.
    socket.on("error", reject);
    socket.once("close", () => signal.removeEventListener("abort", onAbort));
    socket.once("connect", () => {
      signal.removeEventListener("abort", onAbort);
      resolve(socket);
    });
  });

/**
 * The addresses of a host, resolved now, all of which a connection to this port may be made to. One bad address refuses
 * the host: whoever answers with it would choose which one is dialled.
 */
export async function checkedAddresses(
  host: string,
  port: number,
  dialler: Dialler,
  signal: AbortSignal,
): Promise<string[]> {
  const addresses = canonicalAddress(host) === null ? await dialler.resolver.addresses(host, signal) : [host];
  for (const address of addresses) checkAddress(address, { host, port }, dialler);
  return addresses;
}

/** A connection to the first of the checked addresses that takes it. */
export async function dialChecked(
  addresses: readonly string[],
  { host, port }: To,
  dialler: Dialler,
  signal: AbortSignal,
): Promise<Socket> {
  const deadline = performance.now() + dialler.limits.connectMs;
  let failure = new ProbeFailure("connect", "no_address", "The host has no address.");
  for (const [index, address] of addresses.entries()) {
    const left = deadline - performance.now();
    if (left <= 0) break;
    const share = Math.max(dialler.limits.addressMs, left / (addresses.length - index));
    try {
      const socket = await dialWithin(address, port, Math.min(share, left), dialler, signal);
      return checkPeer(socket, address, { host, port }, dialler);
    } catch (error) {
      signal.throwIfAborted();
      failure = connectFailure(error);
      if (failure.step === "policy") break;
    }
  }
  throw failure;
}

async function dialWithin(
  address: string,
  port: number,
  ms: number,
  dialler: Dialler,
  signal: AbortSignal,
): Promise<Socket> {
  const stop = new AbortController();
  const dialling = dialler.dial(address, port, AbortSignal.any([signal, stop.signal]));
  try {
    return await within(dialling, {
      ms,
      signal,
      failure: () => new ProbeFailure("connect", "connect_timeout", "The host did not accept a connection in time."),
    });
  } catch (error) {
    stop.abort(error);
    dialling.then((socket) => socket.destroy()).catch(() => undefined);
    throw error;
  }
}

/** The kernel's word on where the connection went has to be the address that was judged. */
function checkPeer(socket: Socket, address: string, to: To, dialler: Dialler): Socket {
  try {
    // Behind a proxy the peer is the proxy, which judges the address itself.
    const peer = dialler.config.proxyUrl === undefined ? socket.remoteAddress : address;
    if (peer === undefined || canonicalAddress(peer) !== canonicalAddress(address)) {
      throw new ProbeFailure("policy", "blocked_address", BLOCKED);
    }
    checkAddress(peer, to, dialler);
    return socket;
  } catch (error) {
    socket.destroy();
    throw error;
  }
}

function checkAddress(address: string, to: To, dialler: Dialler): void {
  const verdict = judgeAddress(address, dialler.config, to);
  if (!verdict.allowed) throw new ProbeFailure("policy", "blocked_address", BLOCKED);
  const entry = verdict.allowedBy ?? exception(address, to, dialler);
  if (entry) dialler.config.onAllowUsed?.({ entry: entry.text, ...to });
}

/** What a public address needs an allow entry for as well: this machine itself, and ports that are not the web's. */
function exception(address: string, to: To, { config, ownAddresses }: Dialler): AllowEntry | null {
  const isWeb = isWebPort(to.port);
  if (isWeb && !ownAddresses().has(canonicalAddress(address))) return null;
  const entries = isWeb ? config.allow : config.allow.filter((entry) => entry.port === to.port);
  const entry = findAllow(address, entries, to);
  if (!entry) throw new ProbeFailure("policy", "blocked_address", BLOCKED);
  return entry;
}

export function interfaceAddresses(): Set<string | null> {
  return new Set(
    Object.values(networkInterfaces()).flatMap((addresses) =>
      (addresses ?? []).map(({ address }) => canonicalAddress(address.replace(/%.*$/, ""))),
    ),
  );
}
