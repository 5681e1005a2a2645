import { describe, expect, it } from "vitest";
import { parseDictionary, parseItem } from "./structured-fields.ts";

describe("a structured item", () => {
  it.each([
    ["same-origin", "token", "same-origin"],
    [' "a \\"b\\" \\\\c" ', "string", 'a "b" \\c'],
    ["-12", "integer", -12],
    ["1.25", "decimal", 1.25],
    [":aGk=:", "bytes", "aGk="],
    ["?0", "boolean", false],
    ["@1659578233", "date", 1659578233],
    ['%"f%c3%bc"', "display", "f%c3%bc"],
    ["*", "token", "*"],
  ])("%s is read", (text, type, value) => {
    expect(parseItem(text)?.value).toEqual({ type, value });
  });

  it("may have parameters", () => {
    const item = parseItem('same-origin; report-to="coop";a=1;b');
    expect([...(item?.parameters ?? [])]).toEqual([
      ["report-to", { type: "string", value: "coop" }],
      ["a", { type: "integer", value: 1 }],
      ["b", { type: "boolean", value: true }],
    ]);
  });

  it.each([
    "",
    "a, b",
    "a b",
    '"open',
    '"tab\t"',
    "1.",
    "1.2345",
    "1234567890123456",
    "a;B=1",
    "?2",
    "(a)",
    "é",
    ":x",
    "a=",
    "\ta",
  ])("%j is refused", (text) => {
    expect(parseItem(text)).toBeNull();
  });
});

describe("a structured dictionary", () => {
  it("has items, lists and flags, and of a repeated key the last", () => {
    const members = parseDictionary('camera=(), a=1 ,\tgeo=(self "https://x.test");r, flag;x, a=2');
    expect([...(members?.keys() ?? [])]).toEqual(["camera", "geo", "flag", "a"]);
    expect(members?.get("camera")).toEqual({ kind: "list", items: [], parameters: new Map() });
    expect(members?.get("geo")).toMatchObject({
      kind: "list",
      items: [{ value: { type: "token", value: "self" } }, { value: { type: "string", value: "https://x.test" } }],
    });
    expect(members?.get("flag")).toMatchObject({ value: { type: "boolean", value: true } });
    expect(members?.get("a")).toMatchObject({ value: { value: 2 } });
  });

  it("may be empty", () => {
    expect(parseDictionary("")?.size).toBe(0);
  });

  it.each([
    "camera 'none'; microphone 'none'",
    "camera=(), ",
    "camera=() microphone=()",
    "Camera=()",
    "camera=(self",
    'camera=(self"https://x.test")',
    "camera=",
    ",a",
    "a=(b(c))",
  ])("%j is refused", (text) => {
    expect(parseDictionary(text)).toBeNull();
  });

  it("ends in time on hostile text", () => {
    const start = performance.now();
    for (const piece of ["(", '"', "a=(", "a;", "\\", "1.", " ", ";a=(", '"\\"']) {
      expect(parseDictionary(`a=${piece.repeat(30_000)}`)).toBeNull();
      parseItem(piece.repeat(30_000));
    }
    expect(performance.now() - start).toBeLessThan(1_000);
  });
});
