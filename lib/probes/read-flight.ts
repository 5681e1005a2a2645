import type { TargetFacts } from "#lib/audits/observation.ts";
import type { Egress } from "./egress/create-egress.ts";
import { dialChecked } from "./egress/dial.ts";
import { ProbeFailure } from "./egress/probe-failure.ts";
import { within } from "./egress/within.ts";
import { type Chain, readSentChain } from "./sent-chain.ts";

/** A target and its judged addresses. */
export type Place = { addresses: readonly string[]; target: TargetFacts; egress: Egress };

/** Room for a certificate of 10,000 names. */
const BYTES_MAX = 1024 * 1024;
const SILENCE_MS = 1_000;

/** The certificates with which the server answers a ClientHello, read without a client that would break off. */
export async function readFlight(
  hello: Buffer,
  { addresses, target, egress }: Place,
  ms: number,
): Promise<Chain | null> {
  const socket = await dialChecked(addresses, target, egress, egress.signal);
  const { promise, resolve } = Promise.withResolvers<Chain | null>();
  const chunks: Buffer[] = [];
  let size = 0;
  // Read again only once it has grown by a tenth, so that a drip of single bytes does not cost the square of its size.
  let readAt = 0;
  socket.on("data", (chunk: Buffer) => {
    chunks.push(chunk);
    size += chunk.length;
    if (size > BYTES_MAX) return resolve(null);
    if (size < readAt) return;
    readAt = size * 1.1;
    const chain = readSentChain(Buffer.concat(chunks));
    if (chain) resolve(chain);
  });
  // The host waits for our next message, so what it sent is whole once it says nothing more.
  socket.setTimeout(SILENCE_MS, () => resolve(readSentChain(Buffer.concat(chunks))));
  socket.once("close", () => resolve(readSentChain(Buffer.concat(chunks))));
  socket.write(hello);
  const failure = () => new ProbeFailure("tls", "tls_timeout", "The host did not finish the TLS handshake in time.");
  try {
    return await within(promise, { ms, signal: egress.signal, failure });
  } finally {
    socket.destroy();
  }
}
