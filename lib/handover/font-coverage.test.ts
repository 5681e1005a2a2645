import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { displayable } from "./displayable.ts";
import { fontCoverage } from "./font-coverage.ts";

const geist = readFileSync(new URL("./fonts/geist-sans/Geist-Regular.ttf", import.meta.resolve("geist/font")));

describe("fontCoverage", () => {
  it("knows what a font can show", () => {
    const covered = fontCoverage(geist);
    for (const character of "Aaé–…Žж×") expect(covered.has(character.codePointAt(0) ?? 0), character).toBe(true);
    for (const character of "漢😀ع") expect(covered.has(character.codePointAt(0) ?? 0), character).toBe(false);
  });

  it("refuses what is no font", () => {
    expect(() => fontCoverage(new Uint8Array(64))).toThrow("no cmap table");
  });
});

describe("displayable", () => {
  const codes = (text: string) => new Set(Array.from(text, (character) => character.codePointAt(0) ?? 0));
  const covered = { some: codes("é…\u0301\u0302"), all: codes("é\u0301") };

  it("leaves what can be shown, and names the rest by code point", () => {
    expect(displayable("Café… #1", covered)).toBe("Café… #1");
    expect(displayable("é漢字é 😀", covered)).toBe("é[U+6F22 U+5B57]é [U+1F600]");
  });

  it("composes accents, and keeps a mark only where every font has it", () => {
    expect(displayable("Cafe\u0301 x\u0301 x\u0302", covered)).toBe("Café x\u0301 x[U+0302]");
  });

  it("names no more than four of a run", () => {
    expect(displayable("漢字漢字漢字", covered)).toBe("[U+6F22 U+5B57 U+6F22 U+5B57 and 2 more]");
  });
});
