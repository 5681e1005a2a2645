import ipaddr from "ipaddr.js";
import { malformed } from "./dns-malformed.ts";
import { escapeOctet, readName } from "./dns-name.ts";
import { TYPE_CODES, typeName } from "./dns-records.ts";

/** Reads the data of one record from front to back and never past its end. */
export type Cursor = {
  octet(): number;
  u16(): number;
  u32(): number;
  name(): string;
  take(length: number): Buffer;
  rest(): Buffer;
  left(): number;
};

export function cursorOver(message: Buffer, start: number, end: number): Cursor {
  let offset = start;
  const take = (length: number) => {
    if (offset + length > end) throw malformed("record data is shorter than its type asks for");
    offset += length;
    return message.subarray(offset - length, offset);
  };
  return {
    take,
    octet: () => take(1).readUInt8(0),
    u16: () => take(2).readUInt16BE(0),
    u32: () => take(4).readUInt32BE(0),
    name() {
      const read = readName(message, offset);
      if (read.end > end) throw malformed("a name runs past its record");
      offset = read.end;
      return read.name;
    },
    rest: () => take(end - offset),
    left: () => end - offset,
  };
}

/** A record's data in presentation form (RFC 1035 §5.1); a TXT's strings joined, names without the final dot. */
export function presentData(type: number, data: Cursor): string {
  const read = READERS[type];
  if (!read) return `\\# ${data.left()} ${data.rest().toString("hex")}`;
  const text = read(data);
  if (data.left() > 0) throw malformed("record data is longer than its type allows");
  return text;
}

/** RRSIG's times are seconds since 1970 modulo 2^32 (RFC 4034 §3.1.5); good until 2106. */
const time = (seconds: number) => new Date(seconds * 1000).toISOString().replace(/[-:T]|\.000Z$/g, "");

const atLeastOne = (data: Cursor) => {
  if (data.left() === 0) throw malformed("record data is shorter than its type asks for");
  return data.rest();
};

const READERS: Readonly<Record<number, (data: Cursor) => string>> = {
  [TYPE_CODES.A]: (data) => [...data.take(4)].join("."),
  [TYPE_CODES.AAAA]: (data) => ipaddr.fromByteArray([...data.take(16)]).toString(),
  [TYPE_CODES.NS]: (data) => data.name(),
  [TYPE_CODES.CNAME]: (data) => data.name(),
  [TYPE_CODES.PTR]: (data) => data.name(),
  [TYPE_CODES.MX]: (data) => `${data.u16()} ${data.name()}`,
  [TYPE_CODES.SOA]: (data) =>
    [data.name(), data.name(), data.u32(), data.u32(), data.u32(), data.u32(), data.u32()].join(" "),
  [TYPE_CODES.TXT]: (data) => {
    const strings = [escapeText(data.take(data.octet()))];
    while (data.left() > 0) strings.push(escapeText(data.take(data.octet())));
    return strings.join("");
  },
  [TYPE_CODES.CAA]: (data) => {
    const [flags, tag] = [data.octet(), escapeText(data.take(data.octet()))];
    return `${flags} ${tag} "${escapeText(data.rest(), /["\\]/)}"`;
  },
  [TYPE_CODES.DS]: (data) => `${data.u16()} ${data.octet()} ${data.octet()} ${atLeastOne(data).toString("hex")}`,
  [TYPE_CODES.DNSKEY]: (data) => `${data.u16()} ${data.octet()} ${data.octet()} ${atLeastOne(data).toString("base64")}`,
  [TYPE_CODES.TLSA]: (data) => `${data.octet()} ${data.octet()} ${data.octet()} ${atLeastOne(data).toString("hex")}`,
  [TYPE_CODES.RRSIG]: (data) => {
    const [covered, algorithm, labels, ttl] = [data.u16(), data.octet(), data.octet(), data.u32()];
    const [expires, begins, tag, signer] = [data.u32(), data.u32(), data.u16(), data.name()];
    const signature = atLeastOne(data).toString("base64");
    return [typeName(covered), algorithm, labels, ttl, time(expires), time(begins), tag, signer, signature].join(" ");
  },
  [TYPE_CODES.NSEC]: (data) => [data.name(), ...typeBitmap(data)].join(" "),
  [TYPE_CODES.NSEC3]: (data) => {
    const [hash, flags, rounds] = [data.octet(), data.octet(), data.u16()];
    const salt = data.take(data.octet()).toString("hex") || "-";
    return [hash, flags, rounds, salt, data.take(data.octet()).toString("hex"), ...typeBitmap(data)].join(" ");
  },
};

/** RFC 4034 §4.1.2: windows of 256 types, each with at most 32 octets of bits. */
function typeBitmap(data: Cursor): string[] {
  const types: string[] = [];
  while (data.left() > 0) {
    const [window, length] = [data.octet(), data.octet()];
    if (length < 1 || length > 32) throw malformed("a type bitmap has a wrong length");
    data.take(length).forEach((octet, index) => {
      for (let bit = 0; bit < 8; bit += 1)
        if (octet & (0x80 >> bit)) types.push(typeName(window * 256 + index * 8 + bit));
    });
  }
  return types;
}

/** Everything outside printable ASCII as `\DDD`. */
function escapeText(bytes: Uint8Array, quoted?: RegExp): string {
  let text = "";
  for (const octet of bytes) {
    const char = String.fromCharCode(octet);
    if (octet < 0x20 || octet > 0x7e) text += escapeOctet(octet);
    else text += quoted?.test(char) ? `\\${char}` : char;
  }
  return text;
}
