const SEQUENCE = 0x30;
const INTEGER = 0x02;
const BIT_STRING = 0x03;
/** rsaEncryption, 1.2.840.113549.1.1.1 */
const RSA_OID = [0x06, 0x09, 0x2a, 0x86, 0x48, 0x86, 0xf7, 0x0d, 0x01, 0x01, 0x01];

/** Bits of the modulus of a SubjectPublicKeyInfo, or of a bare RSAPublicKey, which verifiers take too (RFC 8017 §A.1.1). */
export function rsaBits(der: Uint8Array): number | null {
  const outer = readValue(der, SEQUENCE);
  if (!outer || outer.rest.length > 0) return null;
  const algorithm = readValue(outer.value, SEQUENCE);
  if (!algorithm) return modulusBits(der);
  if (!RSA_OID.every((byte, index) => algorithm.value[index] === byte)) return null;
  const bits = readValue(algorithm.rest, BIT_STRING)?.value;
  return bits?.[0] === 0 ? modulusBits(bits.subarray(1)) : null;
}

function modulusBits(key: Uint8Array): number | null {
  const numbers = readValue(key, SEQUENCE)?.value;
  const modulus = numbers && readValue(numbers, INTEGER);
  const exponent = modulus && readValue(modulus.rest, INTEGER);
  if (!modulus || !exponent) return null;
  const first = modulus.value.findIndex((byte) => byte !== 0);
  if (first < 0) return null;
  return 8 * (modulus.value.length - first) - Math.clz32(modulus.value[first] ?? 0) + 24;
}

/** One DER value of this type, and what follows it; `null` where there is none or it is cut off. */
function readValue(bytes: Uint8Array, tag: number): { value: Uint8Array; rest: Uint8Array } | null {
  if (bytes[0] !== tag) return null;
  const first = bytes[1] ?? 0;
  const lengthBytes = first < 0x80 ? 0 : first & 0x7f;
  if (lengthBytes > 3) return null;
  const length =
    lengthBytes === 0 ? first : bytes.subarray(2, 2 + lengthBytes).reduce((sum, byte) => 256 * sum + byte, 0);
  const start = 2 + lengthBytes;
  if (start + length > bytes.length) return null;
  return { value: bytes.subarray(start, start + length), rest: bytes.subarray(start + length) };
}
