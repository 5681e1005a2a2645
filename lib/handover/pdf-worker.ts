import { readFileSync } from "node:fs";
import { join } from "node:path";
import { NodeCompiler } from "@myriaddreamin/typst-ts-node-compiler";
import { type Coverage, displayable } from "./displayable.ts";
import { fontCoverage } from "./font-coverage.ts";
import type { PackLogo } from "./logo.ts";
import { FONTS, TEMPLATE, WORKSPACE } from "./pdf-files.ts";
import { pdfView } from "./pdf-view.ts";
import type { PdfAnswer, PdfRequest } from "./render-pdf.ts";

/** Runs in a process of its own (see render-pdf.ts): the compiler is synchronous native code that may abort. */

const fonts = FONTS.map((path) => readFileSync(path));
const template = readFileSync(TEMPLATE, "utf8");
const compiler = NodeCompiler.create({ workspace: WORKSPACE, fontArgs: [{ fontBlobs: fonts }] });

function coverageOf([mono, ...sans]: readonly Set<number>[]): Coverage {
  const inSans = [...(sans[0] ?? [])].filter((code) => sans.every((weight) => weight.has(code)));
  return { some: new Set([...inSans, ...(mono ?? [])]), all: new Set(inSans.filter((code) => mono?.has(code))) };
}
const coverage = coverageOf(fonts.map(fontCoverage).reverse());

/** Where the template finds the cover's picture. */
const LOGO_PATHS = { "image/png": "logo.png", "image/jpeg": "logo.jpg" } as const;

function compile(view: string, logo: PackLogo | null) {
  const name = logo ? LOGO_PATHS[logo.type] : "";
  if (logo) compiler.mapShadow(join(WORKSPACE, name), Buffer.from(logo.bytes));
  try {
    // Data reaches the template as a string that it decodes; nothing of it is ever markup.
    return compiler.compile({ mainFileContent: template, inputs: { view, logo: name } });
  } finally {
    if (logo) compiler.unmapShadow(join(WORKSPACE, name));
  }
}

function render(view: string, logo: PackLogo | null): { pdf: Uint8Array; pages: number } {
  try {
    const shown = JSON.stringify(pdfView(JSON.parse(displayable(view, coverage))));
    const compiled = logo ? compile(shown, logo) : undefined;
    const compiledOrBare = compiled?.result ? compiled : compile(shown, null);
    const document = compiledOrBare.result;
    if (document === null) throw new Error(JSON.stringify(compiledOrBare.takeDiagnostics()?.shortDiagnostics));
    return { pdf: new Uint8Array(compiler.pdf(document, { pdfStandard: "ua-1" })), pages: document.numOfPages };
  } finally {
    compiler.evictCache(0);
  }
}

function answer({ id, view, logo }: PdfRequest): PdfAnswer {
  try {
    return { id, ...render(view, logo) };
  } catch (error) {
    return { id, error: error instanceof Error ? error.message : String(error) };
  }
}

// The parent decides when to end; losing it ends this process too.
process.on("SIGINT", () => {});
process.on("disconnect", () => process.exit());
process.on("message", (request: PdfRequest) => process.send?.(answer(request)));
