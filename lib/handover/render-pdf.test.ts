import { createHash } from "node:crypto";
import { deflateSync } from "node:zlib";
import { describe, expect, it } from "vitest";
import { buildHandover } from "./build-handover.ts";
import type { HandoverModel } from "./model.ts";
import { renderPdf, stopPdf } from "./render-pdf.ts";
import { cleanText } from "./sanitize.ts";
import { formsOf, HOSTILE, hostileData, SECRETS } from "./testing/hostile-data.ts";
import { pdfText, pdfUris } from "./testing/pdf-objects.ts";
import { laidOutText, readPages } from "./testing/pdf-reader.ts";
import { SAMPLE_NOW, sampleData, sampleModel } from "./testing/sample-data.ts";
import { shuffledKeys } from "./testing/shuffled-keys.ts";

/** Machines share their two cores; native layout of hostile rows takes a while on a busy one. */
const TIMEOUT = { timeout: 120_000 };

const span = (from: number, to: number) =>
  Array.from({ length: to - from }, (_, index) => String.fromCharCode(from + index));

const hostile = renderPdf(buildHandover(hostileData(), SAMPLE_NOW));
const hostileWords = hostile.then(({ pdf }) => laidOutText(pdf));
const sample = renderPdf(sampleModel());

describe("a pack as PDF", TIMEOUT, () => {
  it("is tagged PDF/UA-1 with title, language and bookmarks", async () => {
    const { pdf, pages } = await sample;
    const text = pdfText(pdf);
    expect(text.startsWith("%PDF-1.7")).toBe(true);
    expect(text).toContain("<pdfuaid:part>1</pdfuaid:part>");
    expect(text).toMatch(/\/Marked true/);
    expect(text).toMatch(/\/StructTreeRoot/);
    expect(text).toMatch(/\/Lang ?\(en\)/);
    expect(text).toMatch(/\/DisplayDocTitle true/);
    expect(text).toMatch(/\/Outlines/);
    expect(text).toContain("Ops Copilot: handover pack, version 3");
    expect(text).toMatch(new RegExp(`/Count ${pages}\\b`));
  });

  it("gives header cells to its tables", async () => {
    expect(pdfText((await sample).pdf).match(/\/S\s*\/TH\b/g)?.length).toBeGreaterThan(20);
  });

  it("is the same bytes for the same model, whatever the order of its keys, and says their SHA-256", async () => {
    const [first, again] = [await sample, await renderPdf(shuffledKeys(sampleModel()))];
    expect(Buffer.from(again.pdf).equals(Buffer.from(first.pdf))).toBe(true);
    expect(first.sha256).toBe(createHash("sha256").update(again.pdf).digest("hex"));
  });

  it("is other bytes at another time", async () => {
    const later = await renderPdf({ ...sampleModel(), generatedAt: "2026-11-24T09:30:00.000Z" });
    expect(later.sha256).not.toBe((await sample).sha256);
  });

  it("prints the number of pages, every run and the draft mark", async (test) => {
    const { pdf, pages } = await sample;
    const text = laidOutText(pdf);
    if (text === undefined) return test.skip("pdftotext is not installed");
    expect(text).toContain(`${pages} of ${pages}`);
    expect(text).toContain("Run 14");
    expect(text).toContain("23 Nov 2026");
    expect(text).toContain("Draft");
  });

  it("breaks a word that no column holds", async (test) => {
    const model = sampleModel();
    const [row] = model.evidence;
    if (!row) throw new Error("The sample has evidence.");
    const key = `p=${"MIIBIjANBgkqhkiG9w0BAQEFAAOCAQ8A".repeat(12)}`;
    const first = { ...row, verdict: "fail" as const, evidence: [{ label: "TXT", value: key }] };
    const evidence = [first, ...model.evidence.slice(1)];
    const text = laidOutText((await renderPdf({ ...model, evidence })).pdf);
    if (text === undefined) return test.skip("pdftotext is not installed");
    const lines = text.split(/\s+/).filter((word) => /[A-Za-z0-9]{40}/.test(word));
    expect(lines.length).toBeGreaterThan(4);
    // What a line of the column holds in this size.
    expect(Math.max(...lines.map((line) => line.length))).toBeLessThan(70);
  });

  it("has no draft mark once the gate holds", async (test) => {
    const data = sampleData();
    const items = data.gate.items.map((item) => ({ ...item, holds: true, state: "holds" as const }));
    const { pdf } = await renderPdf(buildHandover({ ...data, gate: { items } }, SAMPLE_NOW));
    const text = laidOutText(pdf);
    if (text === undefined) return test.skip("pdftotext is not installed");
    expect(text).not.toMatch(/draft(?! until)/i);
    expect(text).toContain("Final");
  });

  it("can show or name every character that a font may have, with marks, in every place and weight", async () => {
    const model = sampleModel();
    const marks = ["", "\u0301", "\u0323\u0302", "\u20dd"];
    const every = [...span(0, 0x3000), ...span(0xa700, 0xa800), ...span(0xfb00, 0x10000)]
      .map((character) => cleanText(character))
      .filter((character) => character !== "")
      .map((character, index) => `${character}${marks[index % marks.length]}`);
    const texts = Array.from({ length: 64 }, (_, index) => every.filter((_, at) => at % 64 === index).join(" "));
    const [check] = model.stages[0]?.checks ?? [];
    const [row] = model.evidence;
    if (!check || !row) throw new Error("The sample has evidence.");
    const everywhere = texts.map((text, index) => ({
      ...row,
      ref: `E${index + 1}`,
      check: check.id,
      summary: text,
      evidence: [{ label: "every", value: text }],
    }));
    const titles = texts.map((text) => ({ kind: "other" as const, title: text, why: "" }));
    const answer = { ...model.answer, headline: texts.join("") };
    const { pages } = await renderPdf({ ...model, answer, missing: titles, evidence: everywhere });
    expect(pages).toBeGreaterThan(20);
  });

  it("says on every page which of how many it is, and that it is a draft", async (test) => {
    const { pdf, pages } = await sample;
    const texts = readPages(pdf);
    if (texts === undefined) return test.skip("pdftotext is not installed");
    expect(texts).toHaveLength(pages);
    for (const [index, text] of texts.entries()) {
      expect(text).toContain(`Page ${index + 1} of ${pages}`);
      expect(text.replace(/\s/g, "")).toContain("Draft");
    }
  });

  it("has bookmarks, and leads from a reference to its evidence", async () => {
    const text = pdfText((await sample).pdf);
    expect(text.match(/\/Title\s*\(/g)?.length).toBeGreaterThan(40);
    expect(text.match(/\/Subtype\s*\/Link/g)?.length).toBeGreaterThan(60);
  });

  it("describes its charts to those who do not see them", async () => {
    const text = pdfText((await sample).pdf);
    expect(text.match(/\/Alt\s*\(/g)?.length).toBe(3);
  });

  it("fails alone when the compiler's process dies, and the next pack is rendered", async () => {
    const dying = renderPdf(sampleModel());
    stopPdf();
    await expect(dying).rejects.toThrow("The PDF process has ended.");
    expect((await renderPdf(sampleModel())).sha256).toBe((await sample).sha256);
  });

  it("takes a project about which nothing is known", async () => {
    const data = sampleData();
    const empty: HandoverModel = buildHandover(
      {
        ...data,
        project: { name: "", description: "" },
        generatedBy: "",
        targets: [],
        readiness: { score: null, items: [] },
        gate: { items: [] },
        stages: data.stages.map((stage) => ({
          ...stage,
          checks: stage.checks.map((check) => ({ ...check, evidence: [], attestations: [] })),
        })),
        risks: [],
        decisions: [],
        missing: [],
        runs: [],
      },
      SAMPLE_NOW,
    );
    expect((await renderPdf(empty)).pages).toBeGreaterThan(5);
  });
});

describe("hostile text in a PDF", TIMEOUT, () => {
  it("is looked at behind its compression", async () => {
    const text = pdfText((await hostile).pdf);
    expect(text.length).toBeGreaterThan(2 * (await hostile).pdf.length);
    const object = deflateSync("<< /S /JavaScript /JS (app.alert) >>");
    const head = `%PDF-1.7\n1 0 obj\n<< /Type /ObjStm /Length ${object.length} /Filter /FlateDecode >>\nstream\n`;
    expect(pdfText(Buffer.concat([Buffer.from(head), object, Buffer.from("\nendstream\nendobj\n")]))).toContain(
      "/JavaScript",
    );
  });

  it("leaves no way to run or to carry anything", async () => {
    const text = pdfText((await hostile).pdf);
    for (const name of [
      "JS",
      "JavaScript",
      "Launch",
      "OpenAction",
      "AA",
      "EmbeddedFile",
      "SubmitForm",
      "GoToR",
      "ImportData",
    ]) {
      expect(text).not.toMatch(new RegExp(`/${name}\\b`));
    }
  });

  it("opens only http, https and mailto", async () => {
    const uris = pdfUris(pdfText((await sample).pdf));
    expect(uris.length).toBeGreaterThan(3);
    for (const uri of [...uris, ...pdfUris(pdfText((await hostile).pdf))]) expect(uri).toMatch(/^(https?:|mailto:)/);
  });

  it("comes out as text", async (test) => {
    const text = await hostileWords;
    if (text === undefined) return test.skip("pdftotext is not installed");
    expect(text).toContain('#panic("x")');
    expect(text).toContain("=HYPERLINK");
    expect(text).toContain("<script>alert(1)</script>");
    expect(text).not.toMatch(/[\p{Cf}\p{Default_Ignorable_Code_Point}]/u);
    expect(text).not.toContain(HOSTILE.bidi);
  });

  it.each(Object.entries(SECRETS))("holds no planted secret: %s", async (_kind, secret) => {
    const [words, bytes] = [((await hostileWords) ?? "").replace(/\s+/g, ""), pdfText((await hostile).pdf)];
    for (const form of formsOf(secret)) {
      expect(words).not.toContain(form);
      expect(bytes).not.toContain(form);
    }
  });
});
