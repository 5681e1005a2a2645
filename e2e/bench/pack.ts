import { readFileSync } from "node:fs";
import { NodeCompiler } from "@myriaddreamin/typst-ts-node-compiler";
import { chromium } from "@playwright/test";
import { buildHandover } from "#lib/handover/build-handover.ts";
import type { HandoverData } from "#lib/handover/data.ts";
import { packView } from "#lib/handover/pack-view.ts";
import { FONTS, TEMPLATE, WORKSPACE } from "#lib/handover/pdf-files.ts";
import { pdfView } from "#lib/handover/pdf-view.ts";
import { renderHtml } from "#lib/handover/render-html.ts";
import { renderPdf } from "#lib/handover/render-pdf.ts";
import { bigData } from "#lib/handover/testing/big-data.ts";
import { SAMPLE_NOW, sampleData } from "#lib/handover/testing/sample-data.ts";
import { findBrowser } from "#lib/probes/browser-path.ts";
import { peakMegabytes } from "./peak-memory.ts";
import { ratio, timed } from "./ratio.ts";

/**
 * The handover pack, from the rows' data to the bytes, against the same document laid out by a warm compiler with no
 * process in between, and against printing our own HTML twin with a Chromium that is already running.
 */
async function benchPack(name: string, data: HandoverData, rounds: number): Promise<void> {
  const model = buildHandover(data, SAMPLE_NOW);
  const { pages, pdf } = await renderPdf(model);
  const html = renderHtml(model);
  const size = (bytes: number) => `${(bytes / 1_048_576).toFixed(1)} MB`;
  process.stdout.write(`\n${name}: ${pages} pages, PDF ${size(pdf.length)}, HTML ${size(html.length)}\n`);

  const ours = () => timed(() => renderPdf(buildHandover(data, SAMPLE_NOW)));
  const compiler = NodeCompiler.create({
    workspace: WORKSPACE,
    fontArgs: [{ fontBlobs: FONTS.map((path) => readFileSync(path)) }],
  });
  const mainFileContent = readFileSync(TEMPLATE, "utf8");
  const inputs = { view: JSON.stringify(pdfView(packView(model))), logo: "" };
  const bare = () =>
    timed(async () => {
      const { result } = compiler.compile({ mainFileContent, inputs });
      if (result === null) throw new Error("The bare compiler refused the document.");
      compiler.pdf(result, { pdfStandard: "ua-1" });
      compiler.evictCache(0);
    });
  await ratio("  against bare Typst", ours, bare, { rounds, goal: "≤ 1.25" });

  const executablePath = findBrowser();
  const browser = await chromium.launch({ ...(executablePath ? { executablePath } : {}), args: ["--no-sandbox"] });
  const page = await browser.newPage();
  const printed = () =>
    timed(async () => {
      await page.setContent(html);
      await page.pdf({ format: "A4" });
    });
  await ratio("  against Chromium", ours, printed, { rounds, goal: "≤ 0.20" });
  const [press, chrome] = [peakMegabytes("pdf-worker"), peakMegabytes("chrom")];
  process.stdout.write(`  peak memory: PDF process ${press} MB, Chromium's processes together ${chrome} MB\n`);
  await browser.close();
}

await benchPack("Handover pack, the sample", sampleData(), 7);
await benchPack("Handover pack, 300 risks and 2,000 observations", bigData(), 5);
process.exit(0);
