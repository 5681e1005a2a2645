import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { renderHtml } from "../render-html.ts";
import { renderJson } from "../render-json.ts";
import { renderPdf } from "../render-pdf.ts";
import { sampleModel } from "./sample-data.ts";

// node lib/handover/testing/render-sample.ts <folder>
const folder = process.argv[2];
if (folder === undefined) throw new Error("Say which folder to write to.");
mkdirSync(folder, { recursive: true });
const model = sampleModel();
const { pdf, pages, sha256 } = await renderPdf(model);
writeFileSync(join(folder, "pack.pdf"), pdf);
writeFileSync(join(folder, "pack.html"), renderHtml(model));
writeFileSync(join(folder, "pack.json"), renderJson(model));
console.log(`${pages} pages, ${pdf.length} bytes, SHA-256 ${sha256}`);
