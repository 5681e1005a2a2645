import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { NodeCompiler } from "@myriaddreamin/typst-ts-node-compiler";
import { type Coverage, displayable } from "./displayable.ts";
import { fontCoverage } from "./font-coverage.ts";
import type { PdfAnswer, PdfRequest } from "./render-pdf.ts";

/** Runs in a process of its own (see render-pdf.ts): the compiler is synchronous native code that may abort. */

const FONTS = [
  "geist-sans/Geist-Regular.ttf",
  "geist-sans/Geist-Medium.ttf",
  "geist-sans/Geist-SemiBold.ttf",
  "geist-mono/GeistMono-Regular.ttf",
];

const here = (path: string) => fileURLToPath(new URL(path, import.meta.url));
const fonts = FONTS.map((path) => readFileSync(new URL(`./fonts/${path}`, import.meta.resolve("geist/font"))));
const template = readFileSync(here("./pack.typ"), "utf8");
const compiler = NodeCompiler.create({ workspace: here("."), fontArgs: [{ fontBlobs: fonts }] });

function coverageOf([mono, ...sans]: readonly Set<number>[]): Coverage {
  const inSans = [...(sans[0] ?? [])].filter((code) => sans.every((weight) => weight.has(code)));
  return { some: new Set([...inSans, ...(mono ?? [])]), all: new Set(inSans.filter((code) => mono?.has(code))) };
}
const coverage = coverageOf(fonts.map(fontCoverage).reverse());

function render(view: string): { pdf: Uint8Array; pages: number } {
  try {
    // Data reaches the template as a string that it decodes; nothing of it is ever markup.
    const compiled = compiler.compile({ mainFileContent: template, inputs: { view: displayable(view, coverage) } });
    const document = compiled.result;
    if (document === null) throw new Error(JSON.stringify(compiled.takeDiagnostics()?.shortDiagnostics));
    return { pdf: new Uint8Array(compiler.pdf(document, { pdfStandard: "ua-1" })), pages: document.numOfPages };
  } finally {
    compiler.evictCache(0);
  }
}

function answer({ id, view }: PdfRequest): PdfAnswer {
  try {
    return { id, ...render(view) };
  } catch (error) {
    return { id, error: error instanceof Error ? error.message : String(error) };
  }
}

// The parent decides when to end; losing it ends this process too.
process.on("SIGINT", () => {});
process.on("disconnect", () => process.exit());
process.on("message", (request: PdfRequest) => process.send?.(answer(request)));
