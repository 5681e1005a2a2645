import { createDecipheriv, createHmac } from "node:crypto";

/** RFC 8446 §B.4: what seals the records under each suite. */
const SUITES: Readonly<
  Record<string, { cipher: "aes-128-gcm" | "aes-256-gcm" | "chacha20-poly1305"; hash: string; keyBytes: number }>
> = {
  TLS_AES_128_GCM_SHA256: { cipher: "aes-128-gcm", hash: "sha256", keyBytes: 16 },
  TLS_AES_256_GCM_SHA384: { cipher: "aes-256-gcm", hash: "sha384", keyBytes: 32 },
  TLS_CHACHA20_POLY1305_SHA256: { cipher: "chacha20-poly1305", hash: "sha256", keyBytes: 32 },
};
const APPLICATION_DATA = 23;
const HANDSHAKE = 22;
const HEADER_BYTES = 5;
const TAG_BYTES = 16;
const IV_BYTES = 12;
const RECORDS_MAX = 64;

/** The line of a key log (RFC 9850) that unseals what the server says until the handshake is over. */
export function serverSecretOf(keyLogLine: Buffer): Buffer | null {
  const match = /^SERVER_HANDSHAKE_TRAFFIC_SECRET [0-9a-f]+ ([0-9a-f]+)\s*$/i.exec(keyLogLine.toString("latin1"));
  return match?.[1] === undefined ? null : Buffer.from(match[1], "hex");
}

/**
 * The handshake messages in the bytes that a server sent in a TLS 1.3 handshake of ours, up to the first record that was
 * sealed with another key (RFC 8446 §5.2, §7.3).
 */
export function unsealHandshake(bytes: Buffer, secret: Buffer, suiteName: string): Buffer {
  const suite = SUITES[suiteName];
  if (!suite) return Buffer.of();
  const key = expandLabel(secret, "key", suite.keyBytes, suite.hash);
  const iv = expandLabel(secret, "iv", IV_BYTES, suite.hash);
  const messages: Buffer[] = [];
  let sequence = 0;
  for (let at = 0; at + HEADER_BYTES <= bytes.length && sequence < RECORDS_MAX; ) {
    const end = at + HEADER_BYTES + bytes.readUInt16BE(at + 3);
    if (end > bytes.length) break;
    if (bytes[at] === APPLICATION_DATA) {
      const header = bytes.subarray(at, at + HEADER_BYTES);
      const content = unseal(suite.cipher, key, nonce(iv, sequence), header, bytes.subarray(at + HEADER_BYTES, end));
      if (content === null || content.at(-1) !== HANDSHAKE) break;
      messages.push(content.subarray(0, -1));
      sequence += 1;
    }
    at = end;
  }
  return Buffer.concat(messages);
}

/** The content of a record, its type last; `null` where it was sealed with another key. */
function unseal(
  cipher: (typeof SUITES)[string]["cipher"],
  key: Buffer,
  iv: Buffer,
  header: Buffer,
  sealed: Buffer,
): Buffer | null {
  if (sealed.length <= TAG_BYTES) return null;
  const length = sealed.length - TAG_BYTES;
  try {
    // The types tell GCM and ChaCha20-Poly1305 apart; the calls are the same.
    const decipher = createDecipheriv(cipher as "aes-128-gcm", key, iv, { authTagLength: TAG_BYTES });
    decipher.setAAD(header, { plaintextLength: length }).setAuthTag(sealed.subarray(length));
    const content = Buffer.concat([decipher.update(sealed.subarray(0, length)), decipher.final()]);
    let padded = content.length;
    while (padded > 0 && content[padded - 1] === 0) padded -= 1;
    return content.subarray(0, padded);
  } catch {
    return null;
  }
}

function nonce(iv: Buffer, sequence: number): Buffer {
  const own = Buffer.from(iv);
  own.writeUInt32BE((own.readUInt32BE(IV_BYTES - 4) ^ sequence) >>> 0, IV_BYTES - 4);
  return own;
}

/** HKDF-Expand-Label (RFC 8446 §7.1) without a context, for outputs of one block. */
function expandLabel(secret: Buffer, label: string, length: number, hash: string): Buffer {
  const name = Buffer.from(`tls13 ${label}`);
  const info = Buffer.concat([Buffer.from([0, length, name.length]), name, Buffer.from([0, 1])]);
  return createHmac(hash, secret).update(info).digest().subarray(0, length);
}
