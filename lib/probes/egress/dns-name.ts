import { malformed } from "./dns-malformed.ts";

const NAME_OCTETS_MAX = 255;
const JUMPS_MAX = 128;
const POINTER = 0xc0;

/**
 * The name that starts at an offset, without its final dot (the root is `.`), and where it ends (RFC 1035 §4.1.4).
 * A pointer may only lead back, to before the piece that holds it, so that no name goes round in a circle.
 */
export function readName(bytes: Uint8Array, start: number): { name: string; end: number } {
  let name = "";
  let octets = 1;
  let offset = start;
  let pieceStart = start;
  let end = -1;
  for (let jumps = 0; ; ) {
    const length = octetAt(bytes, offset);
    if (length === 0) return { name: name === "" ? "." : name, end: end === -1 ? offset + 1 : end };
    if (length < 64) {
      octets += length + 1;
      if (octets > NAME_OCTETS_MAX) throw malformed("a name is longer than 255 octets");
      if (offset + 1 + length > bytes.length) throw malformed("a label runs past the end");
      name += `${name === "" ? "" : "."}${presentLabel(bytes.subarray(offset + 1, offset + 1 + length))}`;
      offset += 1 + length;
      continue;
    }
    if (length < POINTER) throw malformed("a label has a reserved type");
    const to = ((length & 0x3f) << 8) | octetAt(bytes, offset + 1);
    jumps += 1;
    if (to >= pieceStart || jumps > JUMPS_MAX) throw malformed("a name points forward or to itself");
    if (end === -1) end = offset + 2;
    offset = to;
    pieceStart = to;
  }
}

/** Whether a name can be put into a question: labels of 1 to 63 octets of printable ASCII, none of them escaped. */
export function isAskable(name: string): boolean {
  if (name === ".") return true;
  if (name.length > NAME_OCTETS_MAX - 2 || !/^[\x20-\x5b\x5d-\x7e]+$/.test(name)) return false;
  return name.split(".").every((label) => label.length > 0 && label.length < 64);
}

/** An askable name as `readName` would give it back. */
export function presentName(name: string): string {
  return name.replaceAll(" ", escapeOctet(0x20));
}

/** RFC 1035 §5.1: what is not printable as `\DDD`, a dot or backslash inside a label behind a backslash. */
function presentLabel(label: Uint8Array): string {
  let text = "";
  for (const octet of label) {
    if (octet === 0x2e || octet === 0x5c) text += `\\${String.fromCharCode(octet)}`;
    else text += octet > 0x20 && octet < 0x7f ? String.fromCharCode(octet) : escapeOctet(octet);
  }
  return text;
}

export function escapeOctet(octet: number): string {
  return `\\${String(octet).padStart(3, "0")}`;
}

function octetAt(bytes: Uint8Array, offset: number): number {
  const octet = bytes[offset];
  if (octet === undefined) throw malformed("a name runs past the end");
  return octet;
}
