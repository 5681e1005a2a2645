import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { readCsv } from "./read-csv.ts";

const fieldsOf = (text: string) => readCsv(text).records.map(({ fields }) => fields);

describe("readCsv", () => {
  it.each([
    [
      "lines that end either way",
      "a,b\r\nc,d\ne,f\rg,h",
      [
        ["a", "b"],
        ["c", "d"],
        ["e", "f"],
        ["g", "h"],
      ],
    ],
    ["a byte order mark", "\uFEFFa,b\n", [["a", "b"]]],
    [
      "semicolons",
      "a;b,c\nd;e",
      [
        ["a", "b,c"],
        ["d", "e"],
      ],
    ],
    [
      "tabs",
      "a\tb\nc\td",
      [
        ["a", "b"],
        ["c", "d"],
      ],
    ],
    [
      "quotes, and what they hold",
      '"a ""x"", y","b\nc"\nd,e',
      [
        ['a "x", y', "b\nc"],
        ["d", "e"],
      ],
    ],
    ["a separator that only stands in quotes", '"a;b;c",d\n', [["a;b;c", "d"]]],
    [
      "empty fields and empty lines",
      "a,,\n\n , \n,b",
      [
        ["a", "", ""],
        ["", "b"],
      ],
    ],
    ["a quote inside of a bare field", 'a"b,c', [['a"b', "c"]]],
    ["nothing", "", []],
  ])("reads %s", (_, text, fields) => {
    expect(fieldsOf(text)).toEqual(fields);
    expect(readCsv(text).problems).toEqual([]);
  });

  it("knows the line that a record begins on, also after line breaks in quotes", () => {
    const { records } = readCsv('a,b\n"c\r\n\nd",e\n\nf,g');
    expect(records.map(({ line }) => line)).toEqual([1, 2, 6]);
  });

  it("tells of a quote that is never closed, and of text after one", () => {
    expect(readCsv('a,b\nc,"d\ne').problems).toEqual([{ line: 2, message: "A quote is opened and never closed." }]);
    expect(readCsv('"a"x,b\n').problems).toEqual([{ line: 1, message: "There is text after a closing quote." }]);
    expect(fieldsOf('"a"x,b\nc,d')).toEqual([
      ["a", "b"],
      ["c", "d"],
    ]);
  });

  it("reads back whatever is written as RFC 4180 has it", () => {
    const record = fc.array(fc.string({ unit: fc.constantFrom("a", '"', ",", ";", "\n", "\r", "\t", " ", "é") }), {
      minLength: 1,
      maxLength: 4,
    });
    fc.assert(
      fc.property(fc.array(record, { maxLength: 6 }), (table) => {
        const quoted = table.map((fields) => fields.map((text) => `"${text.replaceAll('"', '""')}"`).join(","));
        const kept = table.filter((fields) => fields.some((text) => text.trim() !== ""));
        const { records, problems } = readCsv(["x,y", ...quoted].join("\r\n"));
        expect(records.slice(1).map(({ fields }) => fields)).toEqual(kept);
        expect(problems).toEqual([]);
      }),
    );
  });

  it("takes time in proportion to its text, however it is quoted", () => {
    const start = performance.now();
    readCsv('"'.repeat(240_000));
    readCsv(`${'"a'.repeat(120_000)}`);
    readCsv(",".repeat(240_000));
    expect(performance.now() - start).toBeLessThan(2_000);
  });
});
