import { existsSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { type HstsIssue, parseHsts, readHsts } from "./hsts.ts";
import { judgePreload, type PreloadProblem } from "./hsts-preload.ts";

type Vector = {
  header: string;
  maxAge?: number | null;
  includeSubDomains?: boolean;
  preload?: boolean;
  warnings: string[];
  errors: string[];
  suite: "parse" | "preloadable";
};

/** The words of chromium/hstspreload for what we call otherwise; nothing: it has no word, or another place for it. */
const WORDS: Readonly<Record<HstsIssue | PreloadProblem, string | null>> = {
  "max-age-without-value": "header.parse.invalid.max_age.no_value",
  "max-age-empty": "header.parse.max_age.parse_int_error",
  "max-age-not-digits": "header.parse.max_age.non_digit_characters",
  "max-age-leading-zero": "header.parse.max_age.leading_zero",
  "repeated-max-age": "header.parse.repeated.max_age",
  "repeated-includesubdomains": "header.parse.repeated.include_sub_domains",
  "repeated-preload": "header.parse.repeated.preload",
  "unknown-directive": "header.parse.unknown_directive",
  "empty-directive": "header.parse.empty_directive",
  empty: "header.parse.empty",
  "subdomains-missing": "header.preloadable.include_sub_domains.missing",
  "preload-missing": "header.preloadable.preload.missing",
  "max-age-missing": "header.preloadable.max_age.missing",
  "max-age-zero": "header.preloadable.max_age.zero",
  "max-age-below-a-year": "header.preloadable.max_age.below_1_year",
  "max-age-above-ten-years": "header.preloadable.max_age.over_10_years",
};

const inTheirWords = (issues: readonly (HstsIssue | PreloadProblem)[]) =>
  issues.flatMap((issue) => WORDS[issue] ?? []).sort();

const vectorFile = new URL("../../../../shared/vectors/hsts/hsts-header-vectors.json", import.meta.url);

describe.skipIf(!existsSync(vectorFile))("the header vectors of chromium/hstspreload", () => {
  const vectors: Vector[] = existsSync(vectorFile) ? JSON.parse(readFileSync(vectorFile, "utf8")) : [];

  it("are all here", () => {
    expect(vectors).toHaveLength(31);
  });

  it.each(vectors.filter(({ suite }) => suite === "parse"))("reads $header", (vector) => {
    const { issues, ...read } = readHsts(vector.header);
    // That max-age is missing is, there, no matter of parsing.
    const said = inTheirWords(issues.filter((issue) => issue !== "max-age-missing"));
    expect(said).toEqual([...vector.errors, ...vector.warnings].sort());
    if (vector.errors.length > 0) return expect(parseHsts(vector.header)).toMatchObject({ ok: false });
    const { maxAge: maxAgeSeconds, includeSubDomains, preload } = vector;
    expect(read).toEqual({ maxAgeSeconds, includeSubDomains, preload });
  });

  it.each(vectors.filter(({ suite }) => suite === "preloadable"))("judges $header", ({ header, errors, warnings }) => {
    const { problems, warnings: mild } = judgePreload(header);
    const issues = readHsts(header).issues.filter((issue) => issue !== "max-age-missing");
    expect(inTheirWords([...new Set([...issues, ...problems, ...mild])])).toEqual([...errors, ...warnings].sort());
  });
});
