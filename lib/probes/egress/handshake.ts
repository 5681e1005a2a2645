import type { Duplex } from "node:stream";
import { type ConnectionOptions, connect, type TLSSocket } from "node:tls";
import { canonicalAddress } from "./address-policy.ts";
import { tlsFailure } from "./failure-of.ts";
import { ProbeFailure } from "./probe-failure.ts";
import { within } from "./within.ts";

/** TLS over an open connection, named and verified for the original host. Destroys the connection when it fails. */
export async function handshake(
  socket: Duplex,
  host: string,
  options: Pick<
    ConnectionOptions,
    "secureContext" | "ALPNProtocols" | "rejectUnauthorized" | "checkServerIdentity" | "requestOCSP"
  >,
  { ms, signal, onStart }: { ms: number; signal: AbortSignal; onStart?: (secured: TLSSocket) => void },
): Promise<TLSSocket> {
  const { promise, resolve, reject } = Promise.withResolvers<TLSSocket>();
  // RFC 6066 §3: a literal address is never sent as the server's name.
  const name = canonicalAddress(host) === null ? { servername: host } : {};
  const secured = connect({ ...options, ...name, socket, host });
  onStart?.(secured);
  secured.on("error", reject);
  secured.once("close", () => reject(new ProbeFailure("tls", "tls_error", "The host closed the TLS handshake.")));
  secured.once("secureConnect", () => resolve(secured));
  try {
    return await within(promise, {
      ms,
      signal,
      failure: () => new ProbeFailure("tls", "tls_timeout", "The host did not finish the TLS handshake in time."),
    });
  } catch (error) {
    secured.destroy();
    socket.destroy();
    signal.throwIfAborted();
    throw tlsFailure(error);
  }
}
