import { deflateSync } from "node:zlib";
import { describe, expect, it } from "vitest";
import { logoOf } from "./logo.ts";
import { renderPdf } from "./render-pdf.ts";
import { LOGO_JPEG, png } from "./testing/logos.ts";
import { pdfText } from "./testing/pdf-objects.ts";
import { sampleModel } from "./testing/sample-data.ts";

const TIMEOUT = { timeout: 60_000 };

describe("logoOf", () => {
  it("reads the size of a PNG and of a JPEG", () => {
    expect(logoOf(png(30, 20), "image/png")).toMatchObject({ width: 30, height: 20 });
    expect(logoOf(LOGO_JPEG, "image/jpeg")).toMatchObject({ width: 8, height: 4 });
  });

  it.each([
    ["none", null, null],
    ["a side above 4,000 pixels", png(4_001, 1), "image/png"],
    ["a side of nothing", png(0, 10), "image/png"],
    ["a PNG that says it is a JPEG", png(10, 10), "image/jpeg"],
    ["a JPEG that says it is a PNG", LOGO_JPEG, "image/png"],
    ["a PNG cut off in its head", png(10, 10).subarray(0, 20), "image/png"],
    ["a JPEG cut off in its head", LOGO_JPEG.subarray(0, 6), "image/jpeg"],
    ["SVG", new TextEncoder().encode("<svg onload='alert(1)'/>"), "image/png"],
    ["more than a megabyte", new Uint8Array(1_048_577), "image/png"],
    [
      "a JPEG whose segments lead nowhere",
      new Uint8Array([0xff, 0xd8, 0xff, 0xe0, 0, 0, 0xff, 0xe0, 0, 0, 0, 0, 0, 0]),
      "image/jpeg",
    ],
    [
      "a JPEG with a fill byte, behind which others see another frame",
      Buffer.concat([LOGO_JPEG.subarray(0, 2), new Uint8Array([0xff]), LOGO_JPEG.subarray(2)]),
      "image/jpeg",
    ],
  ] as const)("takes no %s", (_what, bytes, type) => {
    expect(logoOf(bytes, type)).toBeNull();
  });
});

describe("a pack with a logo", TIMEOUT, () => {
  it.each([
    ["PNG", logoOf(png(30, 20), "image/png")],
    ["JPEG", logoOf(LOGO_JPEG, "image/jpeg")],
  ])("has it on its cover with a text for those who do not see it: %s", async (_kind, logo) => {
    expect(logo).not.toBeNull();
    const text = pdfText((await renderPdf(sampleModel(), logo)).pdf);
    expect(text).toMatch(/\/Subtype\s*\/Image/);
    expect(text).toContain("Logo of Nordlys Logistics");
  });

  it("is made without it when its pixels cannot be read", async () => {
    const broken = logoOf(png(30, 20, deflateSync(Buffer.alloc(3))), "image/png");
    expect(broken).not.toBeNull();
    const { pdf, pages } = await renderPdf(sampleModel(), broken);
    expect(pages).toBeGreaterThan(10);
    expect(pdfText(pdf)).not.toMatch(/\/Subtype\s*\/Image/);
  });
});
