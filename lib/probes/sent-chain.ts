import { X509Certificate } from "node:crypto";
import type { TLSSocket } from "node:tls";
import { storeOf } from "./roots.ts";

/** Certificates leaf first, at most 20 of `total`. */
export type Chain = { certificates: X509Certificate[]; total: number };

const CERTIFICATES_MAX = 20;
const HANDSHAKE_RECORD = 22;
const CERTIFICATE_MESSAGE = 11;

/**
 * The certificates in the bytes that a server sent in a TLS 1.2 handshake, in its order (RFC 5246 §7.4.2). Node itself
 * only tells the chain it sorted and completed. `null` where the bytes do not hold all of them.
 */
export function readSentChain(bytes: Buffer): Chain | null {
  const list = certificateMessage(handshakeMessages(bytes));
  return list && certificates(list.subarray(3), 0);
}

/** The same from the unsealed messages of a TLS 1.3 handshake, where extensions follow each certificate (RFC 8446 §4.4.2). */
export function readUnsealedChain(messages: Buffer): Chain | null {
  const body = certificateMessage(messages);
  const context = body?.[0];
  return body && context !== undefined ? certificates(body.subarray(4 + context), 2) : null;
}

function certificateMessage(messages: Buffer): Buffer | null {
  for (let at = 0; at + 4 <= messages.length; ) {
    const end = at + 4 + messages.readUIntBE(at + 1, 3);
    if (messages[at] === CERTIFICATE_MESSAGE && end <= messages.length) return messages.subarray(at + 4, end);
    at = end;
  }
  return null;
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

function certificates(list: Buffer, extensionLengthBytes: 0 | 2): Chain | null {
  const found: X509Certificate[] = [];
  let total = 0;
  for (let at = 0; at + 3 <= list.length; total += 1) {
    const end = at + 3 + list.readUIntBE(at, 3);
    if (end + extensionLengthBytes > list.length) return null;
    if (found.length < CERTIFICATES_MAX) {
      const certificate = parse(list.subarray(at + 3, end));
      if (!certificate) return null;
      found.push(certificate);
    }
    at = extensionLengthBytes === 0 ? end : end + 2 + list.readUInt16BE(end);
  }
  return total === 0 ? null : { certificates: found, total };
}

function parse(bytes: Buffer): X509Certificate | null {
  try {
    return new X509Certificate(bytes);
  } catch {
    return null;
  }
}

/** The chain as Node sorted and completed it, up to a root where it knows one. */
export function readKnownChain(socket: TLSSocket): X509Certificate[] {
  const found: X509Certificate[] = [];
  let next: { raw?: Buffer | undefined; issuerCertificate?: unknown } | undefined = socket.getPeerCertificate(true);
  while (next?.raw && found.length < CERTIFICATES_MAX) {
    const certificate = new X509Certificate(next.raw);
    if (found.some((other) => other.fingerprint256 === certificate.fingerprint256)) break;
    found.push(certificate);
    next = next.issuerCertificate as typeof next;
  }
  return found;
}

/** The known chain without the root that Node added from the trusted ones. */
export function withoutRoot(chain: X509Certificate[], extraCa: readonly string[]): X509Certificate[] {
  const last = chain.at(-1);
  const isAdded = chain.length > 1 && last?.subject === last?.issuer && last && storeOf(last, extraCa) !== null;
  return isAdded ? chain.slice(0, -1) : chain;
}
