import type { X509Certificate } from "node:crypto";
import type { SecureVersion } from "node:tls";
import type { PartValue } from "#lib/audits/observation.ts";
import { certificateFacts, namesHost } from "./certificate-facts.ts";
import { checkedAddresses, dialChecked } from "./egress/dial.ts";
import { failureOf } from "./egress/failure-of.ts";
import { handshake } from "./egress/handshake.ts";
import { ProbeFailure } from "./egress/probe-failure.ts";
import { inProcessSlot } from "./egress/slots.ts";
import { secureContext } from "./egress/trust.ts";
import { isLiteral } from "./parse-target.ts";
import type { Probe, ProbeContext } from "./probe.ts";
import { readKnownChain, readSentChain } from "./sent-chain.ts";
import { Tap } from "./tap.ts";

type Version = keyof PartValue<"tls">["versions"];
type Spoken = Omit<PartValue<"tls">, "versions" | "nameMatches" | "chain"> & {
  chain: X509Certificate[];
  isAsSent: boolean;
};

/** Best first. */
const VERSIONS = ["TLSv1.3", "TLSv1.2", "TLSv1.1", "TLSv1"] as const satisfies readonly (Version & SecureVersion)[];
/** What OpenSSL says when it is us who cannot speak a version, which shows nothing about the host. */
const OWN_REFUSAL = /NO_PROTOCOLS_AVAILABLE|NO_CIPHERS_AVAILABLE|NO_CIPHER_MATCH|UNSUPPORTED_PROTOCOL_VERSION/;

/** One handshake per version, all at once; what the best of them shows is the answer. */
export const probeTls: Probe<"tls"> = async (context) => {
  const { host, port } = context.target;
  const { egress } = context;
  const addresses = await checkedAddresses(host, port, egress, egress.signal);
  const tried = await Promise.all(
    VERSIONS.map((version) => inProcessSlot(egress.signal, () => speak(version, addresses, context)).catch(failureOf)),
  );
  const spoken = tried.flatMap((attempt) => (attempt instanceof ProbeFailure ? [] : [attempt]));
  const best = spoken[0];
  if (!best) throw tried[0];
  const leaf = best.chain[0];
  if (!leaf) throw new ProbeFailure("tls", "tls_error", "The host showed no certificate.");
  const asSent = spoken.find((attempt) => attempt.isAsSent && attempt.chain[0]?.fingerprint256 === leaf.fingerprint256);
  const { isAsSent: _, chain: known, ...facts } = best;
  return {
    ...facts,
    nameMatches: namesHost(leaf, host, isLiteral(host)),
    chain: (asSent?.chain ?? known).map(certificateFacts),
    versions: Object.fromEntries(VERSIONS.map((version, index) => [version, wasOffered(tried[index])])) as Record<
      Version,
      boolean | null
    >,
  };
};

function wasOffered(attempt: Spoken | ProbeFailure | undefined): boolean | null {
  if (!(attempt instanceof ProbeFailure)) return attempt !== undefined;
  return attempt.code === "tls_error" && !OWN_REFUSAL.test(attempt.reason) ? false : null;
}

async function speak(
  version: Version,
  addresses: readonly string[],
  { target, egress }: ProbeContext,
): Promise<Spoken> {
  const { config, limits, signal } = egress;
  const deadline = performance.now() + limits.connectMs;
  const socket = await dialChecked(addresses, target, egress, signal);
  // Only up to TLS 1.2 do certificates cross the wire in the clear.
  const tap = version === "TLSv1.3" ? null : new Tap(socket);
  const options = {
    // At any higher level OpenSSL itself refuses old versions and weak keys, which then could not be described.
    secureContext: secureContext(config.extraCa, {
      minVersion: version,
      maxVersion: version,
      ciphers: "DEFAULT@SECLEVEL=0",
    }),
    ALPNProtocols: ["h2", "http/1.1"],
    rejectUnauthorized: false,
    checkServerIdentity: () => undefined,
  };
  const ms = Math.max(1, deadline - performance.now());
  const secured = await handshake(tap ?? socket, target.host, options, { ms, signal });
  try {
    const sent = tap ? readSentChain(tap.received) : [];
    return {
      protocol: secured.getProtocol() ?? version,
      cipher: secured.getCipher().standardName,
      alpn: secured.alpnProtocol || null,
      trusted: secured.authorized,
      trustError: secured.authorized ? null : String(secured.authorizationError),
      isAsSent: sent.length > 0,
      chain: sent.length > 0 ? sent : readKnownChain(secured, config.extraCa),
    };
  } finally {
    secured.destroy();
    socket.destroy();
  }
}
