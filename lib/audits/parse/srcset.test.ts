import { describe, expect, it } from "vitest";
import { srcsetUrls } from "./srcset.ts";

describe("srcsetUrls", () => {
  it.each([
    ["a.png", ["a.png"]],
    ["a.png 1x, b.png 2x", ["a.png", "b.png"]],
    ["a.png, b.png", ["a.png", "b.png"]],
    ["a.png 100w,b.png 200w", ["a.png", "b.png"]],
    ["http://x.test/w_1,h_2/a.png 1x, c.png", ["http://x.test/w_1,h_2/a.png", "c.png"]],
    ["data:image/png;base64,AA== 1x, b.png 2x", ["data:image/png;base64,AA==", "b.png"]],
    [" ,\n a.png 1x (a,b) , b.png,, c.png ", ["a.png", "b.png", "c.png"]],
    ["a.png (never, closed", ["a.png"]],
    [",,, ,", []],
  ])("reads %s", (srcset, expected) => {
    expect(srcsetUrls(srcset)).toEqual(expected);
  });

  it("keeps to a hundred candidates of a long list", () => {
    expect(srcsetUrls("a.png 1x, ".repeat(50_000))).toHaveLength(100);
  });
});
