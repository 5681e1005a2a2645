import { execFileSync } from "node:child_process";
import { createHash } from "node:crypto";
import { describe, expect, it } from "vitest";
import { buildHandover } from "./build-handover.ts";
import type { HandoverData } from "./data.ts";
import type { HandoverModel } from "./model.ts";
import { renderPdf } from "./render-pdf.ts";
import { bigData } from "./testing/big-data.ts";
import { hostileData } from "./testing/hostile-data.ts";
import { readPages, wordBoxes } from "./testing/pdf-reader.ts";
import { SAMPLE_NOW, sampleData, sampleModel } from "./testing/sample-data.ts";

/** Machines share their two cores; the largest pack takes a while on a busy one. */
const TIMEOUT = { timeout: 120_000 };
/** Millimetres of the margins at the sides, and of the narrower one above and below, in points. */
const [SIDE, EDGE] = [(24 / 25.4) * 72, (9 / 25.4) * 72];

function on(paper: "a4" | "letter", data: HandoverData): HandoverModel {
  return buildHandover({ ...data, branding: { ...data.branding, paper } }, SAMPLE_NOW, sampleModel());
}

/** Without the large mark across the pages, whose turned letters stand where no text does. */
const final = (model: HandoverModel): HandoverModel => ({ ...model, isDraft: false });

const wide = (data: HandoverData, long = "Wm".repeat(200)): HandoverData => ({
  ...data,
  project: { name: long, description: `${long} ${long}` },
  branding: { ...data.branding, clientName: long },
  generatedBy: long,
  risks: data.risks.map((risk) => ({
    ...risk,
    title: long,
    owner: long,
    target: `https://${long}.test/`,
    isBlocking: true,
  })),
  decisions: data.decisions.map((one) => ({
    ...one,
    subject: long,
    decider: long,
    owner: long,
    askedBy: long,
    reason: long,
  })),
  providers: data.providers.map((one) => ({
    ...one,
    provider: long,
    breakGlass: long,
    owners: [{ name: long, contact: long }],
  })),
  links: data.links.map((one) => ({ ...one, title: long, url: `https://${long}.test/${long}`, owner: long })),
  runs: data.runs.map((run) => ({ ...run, startedBy: long, targets: [long, long] })),
  signals: data.signals.map((one) => ({ ...one, title: long, why: long })),
  missing: [{ title: long, why: long }],
});

const CASES = {
  "the sample": sampleData,
  "hostile text": hostileData,
  "words that no column holds": () => wide(sampleData()),
  "letters that no font has": () => wide(sampleData(), "漢a".repeat(200)),
  "300 risks and 2,000 observations": bigData,
};

describe("pages", () => {
  it.for([
    ["the sample", "a4"],
    ["hostile text", "letter"],
    ["words that no column holds", "a4"],
    ["words that no column holds", "letter"],
    ["letters that no font has", "letter"],
    ["300 risks and 2,000 observations", "letter"],
  ] as const)("keep within their margins: %s, %s", TIMEOUT, async ([name, paper], test) => {
    const boxes = wordBoxes((await renderPdf(final(on(paper, CASES[name]())))).pdf);
    if (boxes === undefined) return test.skip("pdftotext is not installed");
    expect(Math.round(boxes.width)).toBe(paper === "a4" ? 595 : 612);
    const outside = boxes.words.filter(
      ({ xMin, xMax, yMin, yMax }) =>
        xMin < SIDE - 2 || xMax > boxes.width - SIDE + 2 || yMin < EDGE || yMax > boxes.height - EDGE,
    );
    expect(outside.slice(0, 5)).toEqual([]);
    expect(boxes.words.length).toBeGreaterThan(1_000);
  });

  it.for([
    ["the sample", "a4"],
    ["hostile text", "letter"],
    ["words that no column holds", "a4"],
    ["words that no column holds", "letter"],
    ["letters that no font has", "letter"],
    ["300 risks and 2,000 observations", "letter"],
  ] as const)("give the executive summary one page: %s, %s", TIMEOUT, async ([name, paper], test) => {
    const whole = on(paper, CASES[name]());
    const short = { ...whole, evidence: [], stages: whole.stages.map((stage) => ({ ...stage, checks: [] })) };
    const pages = readPages((await renderPdf(short)).pdf);
    if (pages === undefined) return test.skip("pdftotext is not installed");
    const first = pages.findIndex((page) => /What this is/.test(page));
    expect(pages.filter((page) => /What this is|What happens next/.test(page))).toHaveLength(1);
    expect(pages[first + 1]).toMatch(/At a glance/);
  });
});

describe("reading order", TIMEOUT, () => {
  it("is that of the executive page, and of a row from its first cell to its last", async (test) => {
    const pages = readPages((await renderPdf(sampleModel())).pdf);
    if (pages === undefined) return test.skip("pdftotext is not installed");
    const flat = pages.map((page) => page.replace(/\s+/g, " "));
    const executive = flat.find((page) => page.includes("What this is")) ?? "";
    const titles = [
      "What this is",
      "Can it launch?",
      "What was checked, and how",
      "What stands in the way",
      "Who decided what",
      "What happens next",
    ];
    const places = titles.map((title) => executive.indexOf(title));
    expect(places.every((place) => place > 0)).toBe(true);
    expect(places).toEqual(places.toSorted((a, b) => a - b));
    expect(flat.join(" ")).toMatch(/Alerts come first The last drill reached two people in 38 seconds\. 6\.3 Holds/);
  });
});

describe("bytes", TIMEOUT, () => {
  it("are the same from another process", async () => {
    const script = `
      import { renderPdf } from ${JSON.stringify(new URL("./render-pdf.ts", import.meta.url).href)};
      import { sampleModel } from ${JSON.stringify(new URL("./testing/sample-data.ts", import.meta.url).href)};
      console.log((await renderPdf(sampleModel())).sha256);`;
    const other = execFileSync(process.execPath, ["--input-type=module", "-e", script]).toString().trim();
    const { pdf, sha256 } = await renderPdf(sampleModel());
    expect(other).toBe(sha256);
    expect(createHash("sha256").update(pdf).digest("hex")).toBe(sha256);
  });
});
