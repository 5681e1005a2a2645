import { existsSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { parseAllDocuments } from "yaml";
import { isSpfRecord, parseSpf } from "./spf.ts";

type Entry = string | Record<string, string | string[]>;
type Suite = {
  tests: Record<string, { helo: string; mailfrom: string; result: string | string[] }>;
  zonedata: Record<string, Entry[]>;
};

/** Permanent errors that come from other records, or from limits met on the way; the record itself is well formed. */
const BEYOND_SYNTAX = new Set([
  "include-permerror",
  "include-none",
  "redirect-none",
  "redirect-loop",
  "include-loop",
  "mx-limit",
  "mech-over-limit",
  "include-over-limit",
  "void-over-limit",
]);
const file = new URL("../../../../shared/vectors/spf/rfc7208-tests.pyspf.yml", import.meta.url);

function records({ zonedata }: Suite, domain: string): string[] {
  const entries = Object.entries(zonedata).find(([name]) => name.toLowerCase() === domain)?.[1] ?? [];
  const of = (type: string) =>
    entries.flatMap((entry) => (typeof entry === "object" && type in entry ? [[entry[type]].flat().join("")] : []));
  return (of("TXT").length > 0 ? of("TXT") : of("SPF")).filter(isSpfRecord);
}

function vectors() {
  if (!existsSync(file)) return [];
  const suites = parseAllDocuments(readFileSync(file, "utf8")).map((document) => document.toJS() as Suite | null);
  return suites.flatMap((suite) =>
    Object.entries(suite?.tests ?? {}).flatMap(([name, { helo, mailfrom, result }]) => {
      const domain = (mailfrom.split("@").at(-1) || helo).toLowerCase();
      const [text, ...more] = suite ? records(suite, domain) : [];
      const results = [result].flat();
      // Where the suite allows two results, the syntax decides neither.
      if (text === undefined || more.length > 0 || results.length > 1) return [];
      return [{ name, text, ok: results[0] !== "permerror" || BEYOND_SYNTAX.has(name) }];
    }),
  );
}

describe.skipIf(!existsSync(file))("the RFC 7208 suite's records", () => {
  it.each(vectors())("$name: $text", ({ text, ok }) => {
    expect(parseSpf(text).ok).toBe(ok);
  });
});
