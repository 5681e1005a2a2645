import { crc32 } from "node:zlib";
import { AppError } from "#lib/errors.ts";

export const LOGO_BYTES_MAX = 256 * 1024;
const PIXELS_MAX = 4_000;

export type Logo = { type: "image/png" | "image/jpeg"; width: number; height: number };

const PNG_START = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a];
const JPEG_START = [0xff, 0xd8, 0xff];

/** What kind of picture it is, by its bytes and never by its name. @throws AppError invalid, on the field `logo` */
export function readLogo(bytes: Uint8Array): Logo {
  if (bytes.length === 0) throw refused("Choose a picture.");
  if (bytes.length > LOGO_BYTES_MAX) throw refused("The picture is larger than 256 KiB.");
  const logo = startsWith(bytes, PNG_START) ? readPng(bytes) : startsWith(bytes, JPEG_START) ? readJpeg(bytes) : null;
  if (!logo) throw refused("Only whole PNG and JPEG pictures can be used.");
  const { width, height } = logo;
  if (width < 1 || height < 1 || width > PIXELS_MAX || height > PIXELS_MAX) {
    throw refused(`The picture may be ${PIXELS_MAX} pixels wide and high at most.`);
  }
  return logo;
}

function refused(message: string): AppError {
  return new AppError("invalid", message, { fieldErrors: { logo: [message] } });
}

const startsWith = (bytes: Uint8Array, start: readonly number[]) => start.every((byte, place) => bytes[place] === byte);
const viewOf = (bytes: Uint8Array) => new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);

/** PNG, 3rd edition, §5.3: chunks of length, type, data and CRC; IHDR first, IEND last, and nothing after it. */
function readPng(bytes: Uint8Array): Logo | null {
  const view = viewOf(bytes);
  let at = PNG_START.length;
  let size: { width: number; height: number } | null = null;
  let hasData = false;
  while (at + 12 <= bytes.length) {
    const length = view.getUint32(at);
    const end = at + 12 + length;
    if (end > bytes.length) return null;
    if (crc32(bytes.subarray(at + 4, end - 4)) !== view.getUint32(end - 4)) return null;
    const type = String.fromCharCode(...bytes.subarray(at + 4, at + 8));
    if ((type === "IHDR") !== (size === null)) return null;
    if (type === "IHDR") {
      if (length !== 13) return null;
      size = { width: view.getUint32(at + 8), height: view.getUint32(at + 12) };
    }
    if (type === "IDAT") hasData = true;
    if (type === "IEND") return size && hasData && end === bytes.length ? { type: "image/png", ...size } : null;
    at = end;
  }
  return null;
}

/** Start-of-frame markers, ITU-T T.81 table B.1, without DHT (C4), JPG (C8) and DAC (CC). */
const isFrame = (marker: number) => marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker);
const START_OF_SCAN = 0xda;
/**
 * Whether a length follows, table B.1. Fill bytes (FF) and the markers that stand alone come between no two segments of
 * a sound file, and other readers see other segments behind them.
 */
const hasLength = (marker: number) => marker >= 0xc0 && marker !== 0xff && (marker < 0xd0 || marker > 0xd9);

/** ITU-T T.81, annex B: segments of a marker and a length, up to the first scan; the end of image ends the file. */
function readJpeg(bytes: Uint8Array): Logo | null {
  if (bytes.at(-2) !== 0xff || bytes.at(-1) !== 0xd9) return null;
  const view = viewOf(bytes);
  let at = 2;
  let size: { width: number; height: number } | null = null;
  while (at + 4 <= bytes.length && view.getUint8(at) === 0xff) {
    const marker = view.getUint8(at + 1);
    const length = view.getUint16(at + 2);
    if (!hasLength(marker)) return null;
    if (length < 2 || at + 2 + length > bytes.length) return null;
    if (marker === START_OF_SCAN) return size && { type: "image/jpeg", ...size };
    if (isFrame(marker)) {
      if (length < 8 || size !== null) return null;
      size = { height: view.getUint16(at + 5), width: view.getUint16(at + 7) };
    }
    at += 2 + length;
  }
  return null;
}
