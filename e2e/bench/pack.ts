import { chromium } from "@playwright/test";
import { renderHtml } from "#lib/handover/render-html.ts";
import { renderPdf } from "#lib/handover/render-pdf.ts";
import { sampleModel } from "#lib/handover/testing/sample-data.ts";
import { findBrowser } from "#lib/probes/browser-path.ts";
import { ratio, timed } from "./ratio.ts";

/** The handover pack against printing our own HTML twin with Chromium, its process already running. */
async function benchPack(): Promise<void> {
  const executablePath = findBrowser();
  const browser = await chromium.launch({ ...(executablePath ? { executablePath } : {}), args: ["--no-sandbox"] });
  const page = await browser.newPage();
  const model = sampleModel();
  const html = renderHtml(model);
  await ratio(
    "Handover pack as PDF, against Chromium",
    () => timed(() => renderPdf(model)),
    () =>
      timed(async () => {
        await page.setContent(html);
        await page.pdf({ format: "A4" });
      }),
    { goal: "≤ 0.20" },
  );
  await browser.close();
}

await benchPack();
process.exit(0);
