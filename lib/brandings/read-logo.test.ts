import { describe, expect, it } from "vitest";
import { LOGO_BYTES_MAX, readLogo } from "./read-logo.ts";
import { jpeg, png } from "./testing/pictures.ts";

const good = png(40, 20);
const changed = (bytes: Buffer, at: number) => bytes.map((byte, place) => (place === at ? byte ^ 1 : byte));
/** A JPEG with something put before its frame, which is of the size that others see. */
const behind = (extra: readonly number[], seen: Buffer) =>
  Buffer.concat([seen.subarray(0, 2), Buffer.from(extra), seen.subarray(2)]);
const small = [0xff, 0xc0, 0, 11, 8, 0, 8, 0, 8, 1, 1, 0x11, 0];
const svg = '<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>';

function fillBytes(): Buffer {
  const huge = [0xff, 0xc0, 0, 11, 8, 0xea, 0x60, 0xea, 0x60, 1, 1, 0x11, 0];
  // FF FF C0 00 …: as a segment, its length would be C0 00.
  const skipped = Buffer.concat([Buffer.from([0xff, ...huge]), Buffer.alloc(0xc000 - 12, 0x20)]);
  return Buffer.concat([Buffer.from([0xff, 0xd8]), skipped, Buffer.from(small), jpeg(8, 8).subarray(21)]);
}

describe("a logo", () => {
  it("is known by its bytes", () => {
    expect(readLogo(good)).toEqual({ type: "image/png", width: 40, height: 20 });
    expect(readLogo(jpeg(300, 120))).toEqual({ type: "image/jpeg", width: 300, height: 120 });
  });

  it.each<[string, Uint8Array]>([
    ["nothing", new Uint8Array(0)],
    ["an SVG", new TextEncoder().encode(svg)],
    ["a GIF", new TextEncoder().encode("GIF89a\u0001\u0000\u0001\u0000")],
    ["a PNG that is cut off", good.subarray(0, good.length - 1)],
    ["a PNG with something after it", Buffer.concat([good, Buffer.from(svg)])],
    ["a PNG with a broken header", changed(good, 19)],
    ["a PNG with broken data", changed(good, 45)],
    ["no more than the start of a PNG", good.subarray(0, 8)],
    ["a JPEG that is cut off", jpeg(3, 3).subarray(0, -1)],
    ["a JPEG without a frame", Buffer.from([0xff, 0xd8, 0xff, 0xda, 0, 2, 0xff, 0xd9])],
    ["a JPEG with a segment past its end", Buffer.from([0xff, 0xd8, 0xff, 0xe0, 0xff, 0xff, 0xff, 0xd9])],
    ["too wide a picture", png(4001, 1)],
    ["too high a picture", jpeg(10, 4001)],
    ["a picture of no height", jpeg(10, 0)],
    ["a JPEG with two frames", behind(small, jpeg(60_000, 60_000))],
    [
      "a JPEG with two frames, the small one last",
      Buffer.concat([jpeg(60_000, 60_000).subarray(0, 21), Buffer.from(small), jpeg(8, 8).subarray(21)]),
    ],
    // A reader that takes the fill byte for a segment skips the frame that every other reader sees.
    ["a JPEG with fill bytes between its segments", fillBytes()],
    ["a JPEG with a marker that has no length", behind([0xff, 0x01], jpeg(8, 8))],
    ["too large a file", Buffer.concat([good, Buffer.alloc(LOGO_BYTES_MAX)])],
  ])("is not %s", (_name, bytes) => {
    expect(() => readLogo(bytes)).toThrow(expect.objectContaining({ code: "invalid" }));
  });

  it("may be as large as is said", () => {
    expect(readLogo(png(4000, 1))).toMatchObject({ width: 4000 });
    expect(readLogo(png(1, 4000))).toMatchObject({ height: 4000 });
  });
});
