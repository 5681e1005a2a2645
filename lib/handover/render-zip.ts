import { strToU8, type Zippable, zipSync } from "fflate";
import { writeCsv } from "#lib/csv/write-csv.ts";
import { csvFiles } from "./csv-files.ts";
import type { PackLogo } from "./logo.ts";
import type { HandoverModel } from "./model.ts";
import { renderHtml } from "./render-html.ts";
import { renderJson } from "./render-json.ts";
import { renderRunbooks } from "./render-runbooks.ts";
import { minute } from "./view-words.ts";

/** The first moment that the format can tell, in UTC: a date of ours would make other bytes of the same pack. */
const NO_DATE = "1980-01-01T00:00:00";
/** Of deflate. The PDF is compressed inside and gains nothing. */
const LEVEL = 6;

type Files = [name: string, bytes: Uint8Array][];

type ZipParts = { pdf: Uint8Array; logo: PackLogo | null; sha256: (bytes: Uint8Array) => string };

/** All forms of a pack in one archive with their sums. The same model and PDF give the same bytes. */
export function renderZip(model: HandoverModel, { pdf, logo, sha256 }: ZipParts): Uint8Array {
  const files: Files = [
    ["handover.pdf", pdf],
    ["handover.html", strToU8(renderHtml(model, logo))],
    ["handover.json", strToU8(renderJson(model))],
    ...csvFiles(model).map(({ name, header, rows }): Files[number] => [name, strToU8(writeCsv(header, rows))]),
    ...(model.runbooks.length === 0 ? [] : [["runbooks.md", strToU8(renderRunbooks(model))] satisfies Files[number]]),
    ["README.txt", strToU8(readMe(model))],
  ];
  const sums = files.toSorted(([a], [b]) => (a < b ? -1 : 1)).map(([name, bytes]) => `${sha256(bytes)}  ${name}\n`);
  const all: Files = [...files, ["SHA256SUMS", strToU8(sums.join(""))]];
  const entries: Zippable = {};
  for (const [name, bytes] of all.toSorted(([a], [b]) => (a < b ? -1 : 1))) {
    entries[name] = [bytes, { level: name.endsWith(".pdf") ? 0 : LEVEL }];
  }
  return zipSync(entries, { mtime: NO_DATE, os: 3, attrs: 0o644 << 16 });
}

function readMe(model: HandoverModel): string {
  return `${model.project.name}: handover pack, version ${model.version} (${model.isDraft ? "draft" : "final"})
Made ${minute(model.generatedAt)} by ${model.generatedBy}.

handover.pdf    the document, to read, print and file
handover.html   the same document for a screen; it loads nothing from anywhere
handover.json   all of it as data
risks.csv       every open risk
decisions.csv   what people decided, with names, reasons and ends
evidence.csv    every observation with its run, its date and the command that repeats it
owners.csv      who runs what, who owns it, and the other way in
${model.runbooks.length === 0 ? "" : "runbooks.md     how things are done, step by step\n"}SHA256SUMS      to prove that nothing was changed: sha256sum -c SHA256SUMS

A cell of a CSV file that begins with an apostrophe does so on purpose: without it a spreadsheet would run the text.
`;
}
