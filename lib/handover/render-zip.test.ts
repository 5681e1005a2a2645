import { createHash } from "node:crypto";
import { strFromU8, unzipSync } from "fflate";
import { describe, expect, it } from "vitest";
import { readCsv } from "#lib/csv/read-csv.ts";
import { buildHandover } from "./build-handover.ts";
import { renderHtml } from "./render-html.ts";
import { renderJson } from "./render-json.ts";
import { renderZip } from "./render-zip.ts";
import { formsOf, hostileData, SECRETS } from "./testing/hostile-data.ts";
import { SAMPLE_NOW, sampleModel } from "./testing/sample-data.ts";
import { shuffledKeys } from "./testing/shuffled-keys.ts";

const sha256 = (bytes: Uint8Array) => createHash("sha256").update(bytes).digest("hex");
const PDF = new TextEncoder().encode("%PDF-1.7 not really");
const parts = { pdf: PDF, logo: null, sha256 };

const model = sampleModel();
const archive = renderZip(model, parts);
const files = unzipSync(archive);
const text = (name: string) => strFromU8(files[name] ?? new Uint8Array());

describe("a pack as ZIP", () => {
  it("holds every form of it, by name", () => {
    expect(Object.keys(files)).toEqual([
      ...["README.txt", "SHA256SUMS", "decisions.csv", "evidence.csv", "handover.html", "handover.json"],
      ...["handover.pdf", "owners.csv", "risks.csv", "runbooks.md"],
    ]);
    expect(files["handover.pdf"]).toEqual(PDF);
    expect(text("handover.html")).toBe(renderHtml(model));
    expect(text("handover.json")).toBe(renderJson(model));
  });

  it("says the sum of each file as sha256sum checks it", () => {
    const sums = text("SHA256SUMS").trimEnd().split("\n");
    expect(sums).toHaveLength(Object.keys(files).length - 1);
    for (const line of sums) {
      const [sum, name = ""] = line.split("  ");
      expect(sum).toBe(sha256(files[name] ?? new Uint8Array()));
    }
  });

  it("is the same bytes for the same model, whatever the order of its keys and the time", () => {
    expect(sha256(renderZip(shuffledKeys(sampleModel()), parts))).toBe(sha256(archive));
  });

  it("has a line for every risk, decision, observation and kind of provider", () => {
    const rows = (name: string) => readCsv(text(name)).records.length - 1;
    expect(rows("risks.csv")).toBe(model.risks.length);
    expect(rows("decisions.csv")).toBe(model.decisions.length);
    expect(rows("evidence.csv")).toBe(model.evidence.length);
    expect(rows("owners.csv")).toBe(7);
  });
});

describe("hostile text in a ZIP", () => {
  const hostile = unzipSync(renderZip(buildHandover(hostileData(), SAMPLE_NOW), parts));

  it.each(Object.entries(SECRETS))("holds no planted secret in any file: %s", (_kind, secret) => {
    for (const bytes of Object.values(hostile)) {
      for (const form of formsOf(secret)) expect(strFromU8(bytes)).not.toContain(form);
    }
  });

  it("runs in no spreadsheet", () => {
    for (const [name, bytes] of Object.entries(hostile)) {
      if (!name.endsWith(".csv")) continue;
      for (const { fields } of readCsv(strFromU8(bytes)).records) {
        for (const field of fields) if (!/^-?\d+$/.test(field)) expect(field).not.toMatch(/^\s*[=+\-@]/);
      }
    }
  });

  it("is no markup in the runbooks", () => {
    const book = strFromU8(hostile["runbooks.md"] ?? new Uint8Array());
    expect(book.replace(/^ *`{3,}[\s\S]*?^ *`{3,}$/gm, "")).not.toMatch(/(?<!\\)<script|(?<!\\)\]\(/);
  });
});
