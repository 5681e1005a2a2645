import { describe, expect, it } from "vitest";
import { readOldUrls } from "./read-old-urls.ts";

const BASE = "https://app.example.com/start";
const read = (csv: string, base: string | null = BASE) =>
  readOldUrls(csv, { base, reasonNotToAudit: (url) => (url.includes("10.0.0.1") ? "Private." : null) });

describe("readOldUrls", () => {
  it.each([
    ["without a first row of names", "https://old.example.com/a,/b\n"],
    ["with one", "from,to\nhttps://old.example.com/a,/b\n"],
    ["with other names", "Old URL;New URL\nold.example.com/a;https://app.example.com/b#top"],
    ["with more columns, in another order", "hits\tnew\told\n7\t/b\thttps://old.example.com/a"],
  ])("reads a table %s", (_, csv) => {
    expect(read(csv)).toEqual({
      rows: [{ from: "https://old.example.com/a", to: "https://app.example.com/b" }],
      problems: [],
      repeated: 0,
    });
  });

  it("takes an old path as one of the product's own", () => {
    expect(read("/about.html?x=1,/about").rows).toEqual([
      { from: "https://app.example.com/about.html?x=1", to: "https://app.example.com/about" },
    ]);
  });

  it("names each row that cannot be used by its line, and keeps the others", () => {
    const csv = [
      "from,to",
      "https://old.example.com/a,/a",
      "ftp://old.example.com/b,/b",
      "https://old.example.com/c",
      "https://10.0.0.1/d,/d",
      "https://old.example.com/a,/elsewhere",
      "https://old.example.com/a,/a",
      "https://user:secret@old.example.com/e,/e",
    ].join("\n");
    const { rows, problems, repeated } = read(csv);
    expect(rows).toEqual([{ from: "https://old.example.com/a", to: "https://app.example.com/a" }]);
    expect(repeated).toBe(1);
    expect(problems).toEqual([
      { line: 3, message: "The old address: Only http and https addresses can be audited." },
      { line: 4, message: "The new address: it is missing." },
      { line: 5, message: "The old address: Private." },
      { line: 6, message: "Line 2 says that this address leads elsewhere." },
      { line: 8, message: expect.stringContaining("The old address") },
    ]);
  });

  it("has no place for a path without an address of the product", () => {
    expect(read("https://old.example.com/a,/b", null).problems).toEqual([
      { line: 1, message: "The new address: a path needs a product address to belong to." },
    ]);
  });
});
