import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { deliverableMarkdown } from "./deliverable-markdown.ts";
import { sampleDetail, sampleSheetRisk } from "./testing/sheet-samples.ts";

const register = (title: string) =>
  sampleDetail({ kind: "register", blockers: [sampleSheetRisk({ title })], blockersTotal: 1, totals: [] });

describe("deliverableMarkdown", () => {
  it("says what it is, how it stands, what it lacks, and of when", () => {
    const what = "Rate limits: nobody has stated this yet.";
    const missing = [{ what, place: { kind: "check", id: "rate-limits" } as const }];
    const text = deliverableMarkdown({ ...register("No HSTS"), missing });
    expect(text).toContain("# Risk register\n\nOps Copilot, as of 10 Mar 2026, 12:00 UTC. The last audit is run 2 of");
    expect(text).toContain("**Incomplete.** Something is open.");
    expect(text).toContain(`## What is missing\n\n- ${what}`);
    expect(text).toContain("| Severity | Risk | Check | Owner | Found on | Proof |\n| --- |");
    expect(text).toContain("| High<br>3 × 4 = 12 | 1. No HSTS<br>example.com |");
  });

  it("links each claim where it is told where things are", () => {
    const text = deliverableMarkdown(register("No HSTS"), ({ kind }) => `https://app.example/${kind}`);
    expect(text).toContain("[Run 2](https://app.example/run)");
  });

  it("writes records into a fence that no value can close", () => {
    const publish = [{ name: "_dmarc.example.com", type: "TXT", value: "v=DMARC1 ``` p=none" }];
    const row = { mechanism: "DMARC" as const, inPlace: [], publish, result: null };
    const domain = {
      domain: "example.com",
      hosts: ["example.com"],
      runNumber: 1,
      observedAt: "2026-03-09T12:00:00.000Z",
    };
    const text = deliverableMarkdown(sampleDetail({ kind: "mail", domains: [{ ...domain, rows: [row] }] }));
    expect(text).toContain("````\n_dmarc.example.com TXT v=DMARC1 ``` p=none\n````");
  });

  it("lets no text of a target become markup or break the table", () => {
    const cells = (text: string) => text.split("\n").filter((line) => line.startsWith("| High"));
    const hostile = "a | b\n# c <img src=x> [d](javascript:e) `f` **g** &lt;";
    const [line, ...others] = cells(deliverableMarkdown(register(hostile)));
    expect(others).toEqual([]);
    expect(line).toContain("1. a \\| b \\# c \\<img src=x\\> \\[d\\](javascript:e) \\`f\\` \\*\\*g\\*\\* \\&lt;");
    fc.assert(
      fc.property(fc.string(), (title) => {
        const found = cells(deliverableMarkdown(register(title)));
        expect(found).toHaveLength(1);
        expect(found[0]?.replaceAll("\\\\", "").replaceAll("\\|", "").split("|")).toHaveLength(8);
      }),
    );
  });
});
