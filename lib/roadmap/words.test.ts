import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { capitalised, clipped, counted, inWords, listed, unstopped } from "./words.ts";

describe("words", () => {
  it("writes numbers out up to twelve", () => {
    expect([0, 1, 3, 12, 13, 168].map(inWords)).toEqual(["no", "one", "three", "twelve", "13", "168"]);
  });

  it("counts in the singular and the plural", () => {
    expect([counted(1, "thing"), counted(3, "thing"), counted(2, "reply", "replies")]).toEqual([
      "one thing",
      "three things",
      "two replies",
    ]);
  });

  it("joins with commas and a last and", () => {
    expect([listed([]), listed(["a"]), listed(["a", "b"]), listed(["a", "b", "c"])]).toEqual([
      "",
      "a",
      "a and b",
      "a, b and c",
    ]);
  });

  it("starts a sentence and takes its end away", () => {
    expect(capitalised("three things")).toBe("Three things");
    expect(unstopped(" It fails. ")).toBe("It fails");
  });

  it("cuts at a word and shows that it did", () => {
    expect(clipped("The certificate ends in nine days", 20)).toBe("The certificate…");
    expect(clipped("Short", 20)).toBe("Short");
  });

  it("never gives more characters than asked for, nor half of one", () => {
    fc.assert(
      fc.property(fc.string({ unit: "grapheme" }), fc.integer({ min: 2, max: 80 }), (text, max) => {
        const cut = clipped(text, max);
        expect(Array.from(cut).length).toBeLessThanOrEqual(max);
        expect(cut.isWellFormed()).toBe(true);
      }),
    );
  });
});
