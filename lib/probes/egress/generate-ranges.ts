import { readFileSync, writeFileSync } from "node:fs";
import type { SpecialRange } from "./special-range.ts";

const REGISTRIES = ["iana-ipv4-special-registry-1.csv", "iana-ipv6-special-registry-1.csv"];
const OUTPUT = new URL("./ranges.generated.ts", import.meta.url);

/** Rows of an RFC 4180 file; quoted fields may span lines. */
export function readCsv(text: string): string[][] {
  const rows: string[][] = [];
  let row: string[] = [];
  for (const [, quoted, bare = "", end] of text.matchAll(/(?:"((?:[^"]|"")*)"|([^",\r\n]*))(,|\r?\n|$)/g)) {
    row.push(quoted === undefined ? bare : quoted.replaceAll('""', '"'));
    if (end === ",") continue;
    if (row.length > 1) rows.push(row);
    row = [];
  }
  return rows;
}

/** Footnote marks such as `[2]` are dropped from blocks, and make "Globally Reachable" something other than True. */
export function readRegistry(text: string): SpecialRange[] {
  const [header = [], ...rows] = readCsv(text);
  const at = (row: string[], column: string) => row[header.indexOf(column)] ?? "";
  return rows.flatMap((row) =>
    at(row, "Address Block")
      .replaceAll(/\s*\[\d+\]/g, "")
      .split(/,\s*/)
      .map((cidr) => ({
        cidr,
        name: at(row, "Name").replaceAll('"', ""),
        reachable: at(row, "Globally Reachable") === "True",
      })),
  );
}

export function generateRanges(): string {
  const ranges = REGISTRIES.flatMap((file) =>
    readRegistry(readFileSync(new URL(`./iana/${file}`, import.meta.url), "utf8")),
  );
  const lines = ranges.map(
    ({ cidr, name, reachable }) =>
      `  { cidr: ${JSON.stringify(cidr)}, name: ${JSON.stringify(name)}, reachable: ${reachable} },`,
  );
  return [
    'import type { SpecialRange } from "./special-range.ts";',
    "",
    "/** Written by generate-ranges.ts from the IANA special-purpose registries in iana/ (CC0). */",
    "export const SPECIAL_RANGES: readonly SpecialRange[] = [",
    ...lines,
    "];",
    "",
  ].join("\n");
}

if (import.meta.main) writeFileSync(OUTPUT, generateRanges());
