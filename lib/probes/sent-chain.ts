import { X509Certificate } from "node:crypto";
import { getCACertificates, type TLSSocket } from "node:tls";

const CERTIFICATES_MAX = 20;
const HANDSHAKE_RECORD = 22;
const CERTIFICATE_MESSAGE = 11;

/**
 * The certificates in the bytes that a server sent in a TLS 1.2 handshake, in its order (RFC 5246 §7.4.2). Node itself
 * only tells the chain it sorted and completed. Empty where the bytes hold none.
 */
export function readSentChain(bytes: Buffer): X509Certificate[] {
  const messages = handshakeMessages(bytes);
  for (let at = 0; at + 4 <= messages.length; ) {
    const end = at + 4 + messages.readUIntBE(at + 1, 3);
    if (messages[at] === CERTIFICATE_MESSAGE && end <= messages.length)
      return certificates(messages.subarray(at + 7, end));
    at = end;
  }
  return [];
}

function handshakeMessages(bytes: Buffer): Buffer {
  const fragments: Buffer[] = [];
  for (let at = 0; at + 5 <= bytes.length && bytes[at] === HANDSHAKE_RECORD; ) {
    const end = at + 5 + bytes.readUInt16BE(at + 3);
    fragments.push(bytes.subarray(at + 5, end));
    at = end;
  }
  return Buffer.concat(fragments);
}

function certificates(list: Buffer): X509Certificate[] {
  const found: X509Certificate[] = [];
  for (let at = 0; at + 3 <= list.length && found.length < CERTIFICATES_MAX; ) {
    const end = at + 3 + list.readUIntBE(at, 3);
    found.push(new X509Certificate(list.subarray(at + 3, end)));
    at = end;
  }
  return found;
}

/** The chain as Node knows it, without the root that it added from the trusted ones. */
export function readKnownChain(socket: TLSSocket, extraCa: readonly string[]): X509Certificate[] {
  const found: X509Certificate[] = [];
  let next: { raw?: Buffer | undefined; issuerCertificate?: unknown } | undefined = socket.getPeerCertificate(true);
  while (next?.raw && found.length < CERTIFICATES_MAX) {
    const certificate = new X509Certificate(next.raw);
    if (found.some((other) => other.fingerprint256 === certificate.fingerprint256)) break;
    found.push(certificate);
    next = next.issuerCertificate as typeof next;
  }
  const last = found.at(-1);
  const isAdded = found.length > 1 && last?.subject === last?.issuer && last !== undefined && isRoot(last, extraCa);
  return isAdded ? found.slice(0, -1) : found;
}

function isRoot(certificate: X509Certificate, extraCa: readonly string[]): boolean {
  return [...extraCa, ...getCACertificates("default")].some((pem) =>
    new X509Certificate(pem).raw.equals(certificate.raw),
  );
}
