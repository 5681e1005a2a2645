import { createHash } from "node:crypto";

/** Digest types of DS records: SHA-1, SHA-256 and SHA-384 (RFC 4034, 4509, 6605). */
const DIGESTS = { 1: "sha1", 2: "sha256", 4: "sha384" } as const;

/** The DS records that would vouch for a DNSKEY, both in presentation form; none where the key cannot be read. */
export function dsOfKey(owner: string, key: string): string[] {
  const match = /^(\d+) (\d+) (\d+) ([A-Za-z0-9+/=]+)$/.exec(key);
  if (!match) return [];
  const [, flags = 0, protocol = 0, algorithm = 0, material = ""] = match;
  const head = Buffer.alloc(4);
  head.writeUInt16BE(Number(flags) & 0xffff);
  head.writeUInt8(Number(protocol) & 0xff, 2);
  head.writeUInt8(Number(algorithm) & 0xff, 3);
  const data = Buffer.concat([head, Buffer.from(material, "base64")]);
  return Object.entries(DIGESTS).map(([type, hash]) => {
    const digest = createHash(hash).update(wireName(owner)).update(data).digest("hex");
    return `${keyTag(data)} ${algorithm} ${type} ${digest}`;
  });
}

/** RFC 4034 §6.2: lower case and uncompressed. */
function wireName(name: string): Buffer {
  const labels = name === "." ? [] : name.toLowerCase().split(".");
  const parts = labels.map((label) => Buffer.concat([Buffer.from([label.length]), Buffer.from(label, "latin1")]));
  return Buffer.concat([...parts, Buffer.from([0])]);
}

/** RFC 4034 appendix B; algorithm 1, which counts differently, is not in use. */
function keyTag(data: Buffer): number {
  let sum = 0;
  data.forEach((octet, index) => {
    sum += index % 2 === 0 ? octet << 8 : octet;
  });
  return (sum + (sum >> 16)) & 0xffff;
}
