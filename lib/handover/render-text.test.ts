import { describe, expect, it } from "vitest";
import { buildHandover } from "./build-handover.ts";
import { handoverModelSchema } from "./model.ts";
import { renderHtml } from "./render-html.ts";
import { renderJson } from "./render-json.ts";
import { formsOf, HOSTILE, hostileData, SECRETS } from "./testing/hostile-data.ts";
import { SAMPLE_NOW, sampleModel } from "./testing/sample-data.ts";
import { shuffledKeys } from "./testing/shuffled-keys.ts";

const hostile = buildHandover(hostileData(), SAMPLE_NOW);

describe.each([
  ["HTML", renderHtml],
  ["JSON", renderJson],
])("%s", (_name, render) => {
  it("gives the same bytes for the same model, whatever the order of its keys", () => {
    expect(render(shuffledKeys(sampleModel()))).toBe(render(sampleModel()));
  });

  it.each(Object.entries(SECRETS))("holds no planted secret: %s", (_kind, secret) => {
    const text = render(hostile);
    for (const form of formsOf(secret)) expect(text).not.toContain(form);
  });

  it("has no character that hides or reorders text, and no tag from outside", () => {
    const text = render(hostile);
    expect(text).not.toMatch(/(?!\n)[\p{Cc}\p{Cf}\p{Default_Ignorable_Code_Point}]/u);
    expect(text).not.toMatch(/<script|<img|<\/script/i);
    expect(text).not.toContain(HOSTILE.long.slice(0, 3_000));
  });
});

describe("HTML", () => {
  const html = renderHtml(hostile);
  const tags = [...html.matchAll(/<([a-z][a-z0-9]*)\b([^<>]*)>/gi)];

  it("is made of the elements and attributes of its own templates only", () => {
    const names = new Set(tags.map((match) => match[1]));
    for (const name of ["script", "img", "iframe", "object", "embed", "form", "base", "link"])
      expect(names).not.toContain(name);
    for (const [tag] of tags) expect(tag.replace(/"[^"]*"/g, "")).not.toMatch(/\son\w+=|style=|src=/i);
  });

  it("links only to http, https, mailto and itself", () => {
    const links = [...html.matchAll(/href="([^"]*)"/g)].map((match) => match[1] ?? "");
    expect(links.length).toBeGreaterThan(10);
    for (const link of links) expect(link).toMatch(/^(#|https?:|mailto:)/);
  });

  it("asks nobody for anything", () => {
    expect(html).toContain("default-src 'none'");
    expect(html).not.toMatch(/@import|url\(/);
  });

  it("has one h1, no skipped level, a language, a title and header cells in every table", () => {
    const levels = tags.filter(([, name]) => /^h[1-6]$/.test(name ?? "")).map(([, name]) => Number(name?.slice(1)));
    expect(levels.filter((level) => level === 1)).toHaveLength(1);
    for (const [index, level] of levels.entries()) expect(level - (levels[index - 1] ?? 0)).toBeLessThanOrEqual(1);
    expect(html).toContain('<html lang="en">');
    expect(renderHtml(sampleModel())).toContain("<title>Ops Copilot: handover pack, version 3</title>");
    expect(html.match(/<table>/g)).toHaveLength(html.match(/<thead><tr><th scope="col"/g)?.length ?? 0);
  });

  it("prints hostile text as text", () => {
    expect(html).toContain("#panic(&quot;x&quot;)");
    expect(html).toContain("&lt;/script&gt;");
  });

  it("leads every one of its own references to a place in it", () => {
    const ids = [...html.matchAll(/ id="([^"]*)"/g)].map((match) => match[1]);
    expect(new Set(ids).size).toBe(ids.length);
    for (const [, to] of html.matchAll(/href="#([^"]*)"/g)) expect(ids).toContain(to);
  });

  it("has the sections of the pages in their order", () => {
    const titles = [...renderHtml(sampleModel()).matchAll(/<section id="([^"]*)"/g)].map((match) => match[1]);
    expect(titles).toEqual([
      ...["summary", "glance", "changes", "gate", "audit", "access", "edge", "secrets", "resilience", "monitoring"],
      ...["handover", "signals", "decisions", "sign-offs", "risks", "owners", "runbooks", "recovery", "links"],
      ...["deliverables", "sprint", "missing", "glossary", "evidence", "register", "runs", "readiness"],
    ]);
  });

  it("says who signed off which earlier version", () => {
    const html = renderHtml(sampleModel());
    for (const text of ["Jonas Berg, Nordlager AB", "Received and accepted", "SHA-256 9f2c7d1e04b6a853"]) {
      expect(html).toContain(text);
    }
  });

  it("carries the logo inside itself", () => {
    const logo = { bytes: new Uint8Array([1, 2, 3]), type: "image/png" as const, width: 30, height: 20 };
    const text = renderHtml(sampleModel(), logo);
    expect(text).toContain('<img class="logo" src="data:image/png;base64,AQID" alt="Logo of Nordlys Logistics"');
  });

  it("says draft until the gate holds, then final", () => {
    const model = sampleModel();
    expect(renderHtml(model)).toContain('<span class="chip warn">Draft</span>');
    expect(renderHtml({ ...model, isDraft: false })).toContain('<span class="chip ok">Final</span>');
    expect(renderHtml({ ...model, isDraft: false })).not.toContain("Draft</span>");
    expect(renderHtml(model)).toContain('<main class="draft">');
    expect(renderHtml({ ...model, isDraft: false })).toContain("<main>");
  });
});

describe("JSON", () => {
  it("is the model without loss", () => {
    expect(handoverModelSchema.parse(JSON.parse(renderJson(hostile)))).toEqual(hostile);
  });
});
