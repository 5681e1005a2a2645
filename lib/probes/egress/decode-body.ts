import { Readable, type Transform } from "node:stream";
import { createBrotliDecompress, createGunzip, createInflate, createZstdDecompress } from "node:zlib";
import type { Limits } from "./limits.ts";

const DECODERS: Readonly<Record<string, () => Transform>> = {
  gzip: createGunzip,
  "x-gzip": createGunzip,
  deflate: createInflate,
  br: createBrotliDecompress,
  zstd: createZstdDecompress,
};
const CHUNK = 16 * 1024;

export type Decoded = { body: Buffer; isWhole: boolean };

/**
 * The body with its content codings taken off, last applied first (RFC 9110 §8.4). Stops at `decodedBytes`; a coding
 * that is unknown, one too many or not what the bytes are ends it where it stands.
 */
export async function decodeBody(wire: Buffer, contentEncoding: string, limits: Limits): Promise<Decoded> {
  const codings = contentEncoding
    .toLowerCase()
    .split(",")
    .map((coding) => coding.trim())
    .filter((coding) => coding !== "" && coding !== "identity");
  if (codings.length > limits.codings || codings.some((coding) => !Object.hasOwn(DECODERS, coding))) {
    return { body: Buffer.alloc(0), isWhole: wire.length === 0 };
  }
  const decoders = codings.reverse().flatMap((coding) => DECODERS[coding]?.() ?? []);
  return wire.length === 0 ? { body: wire, isWhole: true } : collect(wire, decoders, limits.decodedBytes);
}

async function collect(wire: Buffer, decoders: Transform[], max: number): Promise<Decoded> {
  const source = Readable.from(slices(wire), { objectMode: false, highWaterMark: CHUNK });
  const last = decoders.reduce<Readable>((stream, decoder) => {
    stream.once("error", (error) => decoder.destroy(error));
    return stream.pipe(decoder);
  }, source);
  const chunks: Buffer[] = [];
  let size = 0;
  let isWhole = true;
  try {
    for await (const chunk of last as AsyncIterable<Buffer>) {
      chunks.push(chunk);
      size += chunk.length;
      if (size > max) break;
    }
  } catch {
    isWhole = false;
  } finally {
    for (const stream of [source, ...decoders]) stream.destroy();
  }
  return { body: Buffer.concat(chunks).subarray(0, max), isWhole: isWhole && size <= max };
}

function* slices(bytes: Buffer): Generator<Buffer> {
  for (let at = 0; at < bytes.length; at += CHUNK) yield bytes.subarray(at, at + CHUNK);
}
