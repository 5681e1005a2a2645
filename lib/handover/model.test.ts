import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { handoverModelSchema } from "./model.ts";
import { renderHtml } from "./render-html.ts";
import { renderJson } from "./render-json.ts";
import { renderPdf } from "./render-pdf.ts";

/** As version 0.1 stored it. */
const STORED = JSON.parse(readFileSync(new URL("./testing/format-1.json", import.meta.url), "utf8"));

describe("a model of format 1", () => {
  const model = handoverModelSchema.parse(STORED);

  it("still opens, and loses nothing", () => {
    expect(model).toMatchObject({ format: 1, executive: [], providers: [], changes: null, branding: { paper: "a4" } });
    expect(JSON.parse(renderJson(model))).toMatchObject(STORED);
  });

  it("is shown without the chapters that it never had", () => {
    const html = renderHtml(model);
    for (const paragraph of model.summary) expect(html).toContain(paragraph);
    for (const id of ["owners", "runbooks", "signals", "changes", "glossary"]) expect(html).not.toContain(`id="${id}"`);
    expect(html).toContain('id="decisions"');
  });

  it("can still be rendered", { timeout: 60_000 }, async () => {
    expect((await renderPdf(model)).pages).toBeGreaterThan(8);
  });
});
