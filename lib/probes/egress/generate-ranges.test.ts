import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { generateRanges, readCsv, readRegistry } from "./generate-ranges.ts";

describe("the table of special ranges", () => {
  it("is what the generator makes of the registries", () => {
    const stored = readFileSync(new URL("./ranges.generated.ts", import.meta.url), "utf8");
    expect(generateRanges()).toBe(stored);
  });

  it("takes only a plain True as reachable and drops footnotes from blocks", () => {
    const text =
      'Address Block,Name,Globally Reachable\n"1.0.0.0/8 [2], 2.0.0.0/8",a,True\n3.0.0.0/8,b,True [1]\n4.0.0.0/8,c,\n';
    expect(readRegistry(text)).toEqual([
      { cidr: "1.0.0.0/8", name: "a", reachable: true },
      { cidr: "2.0.0.0/8", name: "a", reachable: true },
      { cidr: "3.0.0.0/8", name: "b", reachable: false },
      { cidr: "4.0.0.0/8", name: "c", reachable: false },
    ]);
  });
});

it("reads quoted CSV fields with commas, quotes and line ends in them", () => {
  expect(readCsv('a,"b, ""c""\nd",e\r\n,,f')).toEqual([
    ["a", 'b, "c"\nd', "e"],
    ["", "", "f"],
  ]);
});
