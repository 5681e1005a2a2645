import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { RULE_TEXTS } from "#lib/roadmap/rule-texts/index.ts";
import { canonicalJson } from "./canonical-json.ts";
import { evaluate, evaluateRule } from "./evaluate.ts";
import { observationSchema, PART_NAMES } from "./observation.ts";
import { RULES, ruleById, rulesFor } from "./registry.ts";
import type { AnyRule } from "./rule.ts";
import { healthyObservation, observationWith } from "./testing/healthy-observation.ts";

const AT = "2026-06-01T12:00:05.000Z";

describe("a healthy observation", () => {
  it("is a valid observation", () => {
    expect(observationSchema.safeParse(healthyObservation()).error).toBeUndefined();
  });

  it("passes every rule", () => {
    const results = evaluate(healthyObservation());
    expect(results.filter(({ verdict }) => verdict !== "pass")).toEqual([]);
    expect(results).toHaveLength(24);
  });
});

describe("the registry", () => {
  it("has a text for every rule and no other, and no id twice", () => {
    const ids = RULES.map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
    expect(Object.keys(RULE_TEXTS).sort()).toEqual(ids.toSorted());
  });

  it("finds rules by id and by check", () => {
    expect(ruleById("edge/hsts")?.check).toBe("https-everywhere");
    expect(ruleById("constructor")).toBeUndefined();
    expect(rulesFor("email-authentication").map(({ id }) => id)).toEqual(["mail/spf", "mail/dmarc"]);
  });

  it("gives each rule something that fails or warns, and a way to pass", () => {
    for (const rule of RULES) {
      const verdicts = Object.values(rule.outcomes).map(({ verdict }) => verdict);
      expect(verdicts, rule.id).toContain("pass");
      expect(
        verdicts.some((verdict) => verdict === "fail" || verdict === "warn"),
        rule.id,
      ).toBe(true);
    }
  });
});

describe("what could not be seen", () => {
  it.each(PART_NAMES)("is inconclusive, with the step that failed, when %s was unreachable", (name) => {
    const part = { state: "unreachable", at: AT, step: "connect", code: "refused", reason: "No.", ms: 3 } as const;
    const rules = RULES.filter(({ needs }) => needs.includes(name));
    const results = evaluate(observationWith({ [name]: part }), rules);
    expect(results.length).toBeGreaterThan(0);
    for (const result of results) {
      expect(result).toMatchObject({
        verdict: "inconclusive",
        code: "refused",
        observedAt: AT,
        summary: "The host refused the connection.",
        evidence: [{ label: "failed step", value: "connect: No." }],
      });
    }
  });

  it("is not run when it was not attempted, and when it is not there yet", () => {
    const { target, startedAt } = healthyObservation();
    const skipped = evaluate(observationWith({ tls: { state: "not_attempted", reason: "the target is plain HTTP" } }));
    expect(skipped.filter(({ verdict }) => verdict === "not_run").map(({ rule }) => rule)).toHaveLength(5);
    expect(evaluate({ target, startedAt, parts: {} }).every(({ verdict }) => verdict === "not_run")).toBe(true);
  });
});

describe("a rule that breaks down", () => {
  const [first] = RULES;
  const broken = (change: Partial<AnyRule>) => ({ ...(first as AnyRule), ...change });

  it.each([
    [
      "throws",
      broken({
        evaluate: () => {
          throw new Error("boom\u202e");
        },
      }),
    ],
    ["answers with an unknown outcome", broken({ evaluate: () => ({ code: "constructor", facts: {}, evidence: [] }) })],
    ["leaves a fact of its sentence out", broken({ evaluate: () => ({ code: "ok", facts: {}, evidence: [] }) })],
    ["has no text", broken({ id: "no/text" })],
  ])("is an error and no crash when it %s", (_, rule) => {
    const result = evaluateRule(rule, healthyObservation());
    expect(result).toMatchObject({ verdict: "error", severity: "info", code: "rule_error" });
    expect(result.evidence[0]?.value).not.toContain("\u202e");
  });

  it("is judged without the line that reproduces it when that breaks", () => {
    const rule = broken({
      reproduce: () => {
        throw new Error("no line");
      },
    });
    expect(evaluateRule(rule, healthyObservation())).toMatchObject({ verdict: "pass", reproduce: "" });
  });
});

describe("replay", () => {
  const headerText = fc.oneof(
    fc.string({ unit: "binary" }),
    fc.string({ unit: "grapheme" }),
    fc.string({ unit: fc.constantFrom(";", ",", "=", '"', "'", " ", "*", "a", "max-age", "\u0000") }),
  );
  const headerName = fc.constantFrom(
    "strict-transport-security",
    "content-security-policy",
    "content-security-policy-report-only",
    "x-frame-options",
    "x-content-type-options",
    "referrer-policy",
    "server",
    "x-powered-by",
    "set-cookie",
  );
  const header = fc.tuple(headerName, headerText);

  it("of a stored observation gives the same bytes, whatever the headers hold, and no rule breaks down", () => {
    fc.assert(
      fc.property(fc.array(header, { maxLength: 12 }), (headers) => {
        const observation = healthyObservation({ page: { response: { headers } } });
        const results = evaluate(observation);
        const again = evaluate(JSON.parse(JSON.stringify(observation)));
        expect(canonicalJson(again)).toBe(canonicalJson(results));
        expect(results.filter(({ verdict }) => verdict === "error")).toEqual([]);
      }),
      { numRuns: 300 },
    );
  });

  it("judges any text in DNS records, files, redirects, CORS answers and documents without breaking down", () => {
    const text = fc.oneof(
      headerText,
      fc.webUrl(),
      fc.constantFrom("v=spf1 ", "v=DMARC1;", "http://", "//x", "0 issue "),
    );
    const texts = fc.array(
      fc.tuple(text, text).map(([a, b]) => a + b),
      { maxLength: 4 },
    );
    fc.assert(
      fc.property(texts, text, (records, other) => {
        const answers = [{ resolver: other, status: "ok" as const, records, ms: 1 }];
        const question = { name: other, type: "TXT", answers };
        const chains = records.map((location) => ({
          start: other,
          hops: [{ url: location, status: 301, location: other }],
          final: location,
          error: null,
        }));
        const results = evaluate(
          healthyObservation({
            dns: { a: question, aaaa: question, cname: question, cnameTarget: question, ns: question, caa: [question] },
            mail: { domain: other, txt: question, dmarc: [question, question] },
            redirects: { chains },
            securityTxt: { url: other, contentType: other, text: records.join("\n") },
            cors: {
              trials: records.map((origin) => ({
                kind: "foreign",
                origin,
                status: 200,
                allowOrigin: other,
                allowCredentials: other,
                vary: null,
              })),
            },
            page: {
              document: { metaCsp: records, references: records.map((url) => ({ kind: "script", url, tag: other })) },
            },
          }),
        );
        expect(results.filter(({ verdict }) => verdict === "error")).toEqual([]);
        for (const { summary, evidence } of results) {
          for (const value of [summary, ...evidence.flatMap((piece) => [piece.label, piece.value])]) {
            expect(value.length).toBeLessThanOrEqual(1024);
            expect(value).not.toMatch(/[\p{Cc}\p{Cf}\p{Cs}]/u);
          }
        }
      }),
      { numRuns: 300 },
    );
  });
});
