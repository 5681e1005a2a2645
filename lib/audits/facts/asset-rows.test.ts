import { describe, expect, it } from "vitest";
import { HEALTHY_ASSETS } from "../testing/healthy-content.ts";
import { assetRows } from "./asset-rows.ts";

describe("assetRows", () => {
  it("says of each file how long it lives and what each answer shows of a cache", () => {
    expect(assetRows(HEALTHY_ASSETS)).toEqual([
      {
        url: "https://example.com/assets/app.3f9ab2c1d4e5.js",
        cacheControl: "public, max-age=31536000, immutable",
        first: "cf-cache-status: MISS",
        second: "cf-cache-status: HIT",
        verdict: "ok",
      },
    ]);
  });

  it("tells a fault from what was not seen", () => {
    const file = { url: "https://example.com/a.js", kind: "script" };
    const files = [
      { ...file, first: { status: 200, headers: [] }, second: { status: 200, headers: [] } },
      { ...file, first: { status: 503, headers: [] }, second: null },
    ];
    expect(assetRows({ ...HEALTHY_ASSETS, files })).toMatchObject([
      { cacheControl: "no Cache-Control", first: "no header tells", verdict: "fault" },
      { first: "status 503", second: "no answer", verdict: "unseen" },
    ]);
  });
});
