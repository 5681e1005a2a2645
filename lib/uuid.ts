import { randomBytes } from "node:crypto";

const last = { at: 0, sequence: 0 };

/**
 * UUIDv7 (RFC 9562 §5.7): 48 bits of Unix milliseconds, 12 of a counter, 62 at random. Those of one process sort in the
 * order they were made in, within a millisecond too (§6.2, method 1), so that rows written together keep their order.
 */
export function uuidv7(): string {
  const { at, sequence } = next(Date.now());
  const bytes = randomBytes(16);
  bytes.writeUIntBE(at, 0, 6);
  bytes.writeUInt16BE(0x7000 | sequence, 6);
  bytes.writeUInt8((bytes.readUInt8(8) & 0x3f) | 0x80, 8);
  const hex = bytes.toString("hex");
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`;
}

/** A clock that was set back, or a counter that is full, borrows from the millisecond after the last. */
function next(now: number): { at: number; sequence: number } {
  if (now > last.at) {
    last.at = now;
    // From the lower half, so that there is room to count.
    last.sequence = randomBytes(2).readUInt16BE() & 0x7ff;
  } else if (last.sequence === 0xfff) {
    last.at += 1;
    last.sequence = 0;
  } else {
    last.sequence += 1;
  }
  return last;
}
