import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { accentOf, contrastOf } from "./accent.ts";

const colour = fc.integer({ min: 0, max: 0xffffff }).map((value) => `#${value.toString(16).padStart(6, "0")}`);

describe("accentOf", () => {
  it("leaves a colour alone that text can be read in", () => {
    expect(accentOf("#0b5cad").light).toBe("#0b5cad");
  });

  it("can be read on every ground of both themes, whatever was chosen", () => {
    fc.assert(
      fc.property(colour, (hex) => {
        const { light, lightInk, dark, darkInk } = accentOf(hex);
        for (const ground of ["#ffffff", "#fbfbfa", "#f6f6f4"])
          expect(contrastOf(light, ground)).toBeGreaterThanOrEqual(4.5);
        for (const ground of ["#111110", "#191918", "#20201e"])
          expect(contrastOf(dark, ground)).toBeGreaterThanOrEqual(4.5);
        expect(contrastOf(lightInk, light)).toBeGreaterThanOrEqual(4.5);
        expect(contrastOf(darkInk, dark)).toBeGreaterThanOrEqual(4.5);
      }),
    );
  });
});
