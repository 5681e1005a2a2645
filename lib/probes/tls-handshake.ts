import type { X509Certificate } from "node:crypto";
import type { SecureVersion, TLSSocket } from "node:tls";
import type { PartValue } from "#lib/audits/observation.ts";
import { readChildren, readElement } from "./der.ts";
import { dialChecked } from "./egress/dial.ts";
import { handshake } from "./egress/handshake.ts";
import { ProbeFailure } from "./egress/probe-failure.ts";
import { secureContext } from "./egress/trust.ts";
import { type Place, readFlight } from "./read-flight.ts";
import { storeOf } from "./roots.ts";
import { type Chain, readKnownChain, readSentChain, readUnsealedChain, withoutRoot } from "./sent-chain.ts";
import { Tap } from "./tap.ts";
import { serverSecretOf, unsealHandshake } from "./unseal-handshake.ts";

export type Version = keyof PartValue<"tls">["versions"] & SecureVersion;
/** What one handshake showed. */
export type Spoken = Pick<
  PartValue<"tls">,
  "protocol" | "cipher" | "alpn" | "trusted" | "trustError" | "root" | "ocspStapled"
> & { chain: Chain; isAsSent: boolean };

/** Certificates above this are more than OpenSSL, and with it most clients, take (SSL_MAX_CERT_LIST_DEFAULT, 100 KiB). */
const TOO_LARGE = "EXCESSIVE_MESSAGE_SIZE";
const ENUMERATED_TAG = 0x0a;

/** One handshake with one version. Throws ProbeFailure where there is none. */
export async function speak(version: Version, where: Place): Promise<Spoken> {
  const { target, egress, addresses } = where;
  const { config, limits, signal } = egress;
  const deadline = performance.now() + limits.connectMs;
  const socket = await dialChecked(addresses, target, egress, signal);
  const tap = new Tap(socket);
  let secured: TLSSocket | undefined;
  let ocspStapled = false;
  let secret: Buffer | null = null;
  const options = {
    // At any higher level OpenSSL itself refuses old versions and weak keys, which then could not be described.
    secureContext: secureContext(config.extraCa, {
      minVersion: version,
      maxVersion: version,
      ciphers: "DEFAULT@SECLEVEL=0",
    }),
    ALPNProtocols: ["h2", "http/1.1"],
    rejectUnauthorized: false,
    requestOCSP: true,
    checkServerIdentity: () => undefined,
  };
  const ms = () => Math.max(1, deadline - performance.now());
  const onStart = (starting: TLSSocket) => {
    starting.on("OCSPResponse", (answer: Buffer | null) => {
      ocspStapled = isAnswer(answer);
    });
    starting.on("keylog", (line: Buffer) => {
      secret ??= serverSecretOf(line);
    });
  };
  try {
    secured = await handshake(tap, target.host, options, { ms: ms(), signal, onStart });
    const known = readKnownChain(secured);
    const suite = secured.getCipher().standardName;
    // Only up to TLS 1.2 do certificates cross the wire in the clear.
    const sent = secret ? readUnsealedChain(unsealHandshake(tap.received, secret, suite)) : readSentChain(tap.received);
    const shown = withoutRoot(known, config.extraCa);
    return {
      protocol: secured.getProtocol() ?? version,
      cipher: suite,
      alpn: secured.alpnProtocol || null,
      trusted: secured.authorized,
      trustError: secured.authorized ? null : String(secured.authorizationError),
      root: secured.authorized ? rootOf(known, config.extraCa) : null,
      ocspStapled,
      isAsSent: sent !== null,
      chain: sent ?? { certificates: shown, total: shown.length },
    };
  } catch (error) {
    const isReadable = isTooLarge(error) && version !== "TLSv1.3" && tap.opening !== null;
    const chain = isReadable ? await readFlight(tap.opening, where, ms()).catch(() => null) : null;
    if (!chain) throw error;
    const nothing = { cipher: "none", alpn: null, root: null, ocspStapled: false } as const;
    return { ...nothing, protocol: version, trusted: false, trustError: TOO_LARGE, isAsSent: true, chain };
  } finally {
    secured?.destroy();
    socket.destroy();
  }
}

/** Whether the handshake ended only because no client takes so much. */
export function isTooLarge(error: unknown): boolean {
  return error instanceof ProbeFailure && error.reason.includes(TOO_LARGE);
}

function rootOf(chain: readonly X509Certificate[], extraCa: readonly string[]): Spoken["root"] {
  const last = chain.at(-1);
  const store = last && storeOf(last, extraCa);
  return last && store ? { subject: last.subject.split("\n").join(", "), store } : null;
}

/** RFC 6960 §4.2.1: an OCSP answer that is no error begins with the status 0. */
function isAnswer(answer: Buffer | null): boolean {
  const status = readChildren(readElement(answer ?? Buffer.of())?.content ?? Buffer.of())[0];
  return status?.tag === ENUMERATED_TAG && status.content[0] === 0;
}
