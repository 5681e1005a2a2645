import { describe, expect, it } from "vitest";
import { parseHsts, readHsts } from "./hsts.ts";
import { judgePreload } from "./hsts-preload.ts";

const YEAR = "max-age=31536000";

describe("an HSTS value", () => {
  it.each([
    ["max-age=1", [1, false, false], []],
    ["  MAX-AGE = 1 ;includesubdomains; PRELOAD", [1, true, true], []],
    ['max-age="60"', [60, false, false], []],
    ["max-age=060", [60, false, false], ["max-age-leading-zero"]],
    ["max-age=1;", [1, false, false], ["empty-directive"]],
    ["max-age=1; extra=2", [1, false, false], ["unknown-directive"]],
    ["max-age=1; preload; preload", [1, false, true], ["repeated-preload"]],
    ["max-age=1; preload=1", [1, false, false], []],
    [`max-age=${"9".repeat(40)}`, [2 ** 31, false, false], []],
  ] as const)("%j is taken", (value, [maxAgeSeconds, includeSubDomains, preload], issues) => {
    expect(parseHsts(value)).toEqual({ ok: true, maxAgeSeconds, includeSubDomains, preload });
    expect(readHsts(value).issues).toEqual(issues);
  });

  it.each([
    ["", ["empty", "max-age-missing"]],
    [";", ["empty-directive", "max-age-missing"]],
    ["preload", ["max-age-missing"]],
    ["max-age", ["max-age-without-value"]],
    ["max-age=", ["max-age-empty"]],
    ["max-age=-1", ["max-age-not-digits"]],
    ["max-age=1.5", ["max-age-not-digits"]],
    ['max-age="1', ["max-age-not-digits"]],
    ["max-age=1; max-age=2", ["repeated-max-age"]],
    ["max-age=1; includeSubDomains; includeSubDomains", ["repeated-includesubdomains"]],
  ])("%j is not taken", (value, issues) => {
    expect(parseHsts(value)).toMatchObject({ ok: false });
    expect(readHsts(value).issues).toEqual(issues);
  });
});

describe("the preload list", () => {
  it.each([
    [`${YEAR}; includeSubDomains; preload`, [], []],
    ["max-age=315360001; includeSubDomains; preload", [], ["max-age-above-ten-years"]],
    [YEAR, ["subdomains-missing", "preload-missing"], []],
    ["includeSubDomains; preload", ["max-age-missing"], []],
    ["includeSubDomains; preload; max-age=0", ["max-age-zero"], []],
    ["includeSubDomains; preload; max-age=31535999", ["max-age-below-a-year"], []],
  ])("judges %j", (value, problems, warnings) => {
    expect(judgePreload(value)).toEqual({ problems, warnings });
  });
});
