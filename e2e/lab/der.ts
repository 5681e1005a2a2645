/** The little of ASN.1 DER (X.690) that an X.509 certificate needs. Every function returns one encoded element. */

function length(bytes: number): Buffer {
  if (bytes < 0x80) return Buffer.from([bytes]);
  const digits = Buffer.alloc(4);
  digits.writeUInt32BE(bytes);
  const significant = digits.subarray(digits.findIndex((digit) => digit !== 0));
  return Buffer.concat([Buffer.from([0x80 | significant.length]), significant]);
}

function element(tag: number, ...content: Buffer[]): Buffer {
  const body = Buffer.concat(content);
  return Buffer.concat([Buffer.from([tag]), length(body.length), body]);
}

function base128(value: number): number[] {
  const digits = [value & 0x7f];
  for (let rest = value >>> 7; rest > 0; rest >>>= 7) digits.unshift(0x80 | (rest & 0x7f));
  return digits;
}

export const sequence = (...content: Buffer[]) => element(0x30, ...content);
export const set = (...content: Buffer[]) => element(0x31, ...content);
export const explicit = (tag: number, ...content: Buffer[]) => element(0xa0 | tag, ...content);
export const implicit = (tag: number, content: Buffer) => element(0x80 | tag, content);
export const boolean = (value: boolean) => element(0x01, Buffer.from([value ? 0xff : 0]));
export const utf8String = (text: string) => element(0x0c, Buffer.from(text));
export const octetString = (content: Buffer) => element(0x04, content);
export const bitString = (content: Buffer, unusedBits = 0) => element(0x03, Buffer.from([unusedBits]), content);
/** A non-negative integer from its big-endian bytes. */
export const integer = (bytes: Buffer) =>
  element(0x02, (bytes[0] ?? 0) >= 0x80 ? Buffer.from([0]) : Buffer.of(), bytes);

export function objectIdentifier(dotted: string): Buffer {
  const [first = 0, second = 0, ...rest] = dotted.split(".").map(Number);
  return element(0x06, Buffer.from([first * 40 + second, ...rest.flatMap(base128)]));
}

/** UTCTime, which RFC 5280 §4.1.2.5 asks for up to the year 2049. */
export function time(date: Date): Buffer {
  const digits = date.toISOString().replace(/\.\d+/, "").replace(/[-:T]/g, "");
  return element(0x17, Buffer.from(digits.slice(2)));
}
