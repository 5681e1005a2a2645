/** The picture on the cover, as its bytes; what it claims to be has been looked at. */
export type PackLogo = { bytes: Uint8Array; type: "image/png" | "image/jpeg"; width: number; height: number };

/** Pixels of a side; a picture is unpacked whole before it is drawn. */
const SIDE_MAX = 4_000;
const BYTES_MAX = 1_048_576;

const PNG = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a];
/** Start of frame, by any coding, without the tables that share the range. */
const isFrame = (marker: number) => marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker);
/** Behind a fill byte, or a marker that stands alone, other readers see other segments. */
const hasLength = (marker: number) => marker >= 0xc0 && marker !== 0xff && (marker < 0xd0 || marker > 0xd9);

/** Null for whatever is no picture of a sound size: a pack without a logo is better than none. */
export function logoOf(bytes: Uint8Array | null, type: PackLogo["type"] | null): PackLogo | null {
  if (bytes === null || type === null || bytes.length > BYTES_MAX) return null;
  const size = type === "image/png" ? pngSize(bytes) : jpegSize(bytes);
  if (size === null || !isSound(size.width) || !isSound(size.height)) return null;
  return { bytes, type, ...size };
}

const isSound = (side: number) => side > 0 && side <= SIDE_MAX;

type Size = { width: number; height: number };

/** From the IHDR, which the format has first. */
function pngSize(bytes: Uint8Array): Size | null {
  if (bytes.length < 33 || PNG.some((byte, index) => bytes[index] !== byte)) return null;
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (view.getUint32(8) !== 13 || view.getUint32(12) !== 0x49484452) return null;
  return { width: view.getUint32(16), height: view.getUint32(20) };
}

/** From the first frame header. */
function jpegSize(bytes: Uint8Array): Size | null {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (bytes.length < 4 || view.getUint16(0) !== 0xffd8) return null;
  let at = 2;
  while (at + 9 < bytes.length) {
    if (view.getUint8(at) !== 0xff) return null;
    const marker = view.getUint8(at + 1);
    if (!hasLength(marker)) return null;
    if (isFrame(marker)) return { height: view.getUint16(at + 5), width: view.getUint16(at + 7) };
    at += 2 + view.getUint16(at + 2);
  }
  return null;
}
