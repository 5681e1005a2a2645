import { chromium } from "@playwright/test";
import { startLab } from "#lab/start-lab.ts";
import { PART_NAMES, type PartName } from "#lib/audits/observation.ts";
import { findBrowser } from "#lib/cli/browser.ts";
import { renderHtml } from "#lib/handover/render-html.ts";
import { renderPdf } from "#lib/handover/render-pdf.ts";
import { sampleModel } from "#lib/handover/testing/sample-data.ts";
import { egressConfigFromEnv, parseAllow } from "#lib/probes/config.ts";
import { observe } from "#lib/probes/observe.ts";
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

/** The whole passive audit of the lab against its slowest single probe. */
async function benchAudit(): Promise<void> {
  const lab = await startLab({});
  const egress = {
    ...egressConfigFromEnv({}),
    dns: { servers: [`127.0.0.1:${lab.dnsPort}`], zones: {} },
    allow: [parseAllow("127.0.0.0/8")],
    extraCa: [lab.caPem],
  };
  const audit = (parts: PartName[]) => timed(() => observe({ url: lab.origin }, { egress, parts }));
  await ratio(
    "Whole passive audit, against its slowest single probe",
    () => audit(PART_NAMES),
    async () => {
      const single: number[] = [];
      for (const part of PART_NAMES) single.push(await audit([part]));
      return Math.max(...single);
    },
    { goal: "≤ 1.3" },
  );
  await lab.close();
}

await benchPack();
await benchAudit();
process.exit(0);
