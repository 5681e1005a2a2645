import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { RULE_TEXTS } from "#lib/roadmap/rule-texts/index.ts";
import { canonicalJson } from "./canonical-json.ts";
import { evaluate, evaluateRule } from "./evaluate.ts";
import { MAIL_RULES } from "./mail/rules.ts";
import { observationSchema, PART_NAMES, type Profile } from "./observation.ts";
import { RULES, ruleById, rulesFor } from "./registry.ts";
import type { AnyRule } from "./rule.ts";
import { healthyObservation, observationWith } from "./testing/healthy-observation.ts";

const AT = "2026-06-01T12:00:05.000Z";
/** The rules that judge a host of profile `page`, as the healthy one is. */
const PAGE_RULES = RULES.filter(({ profiles }) => !profiles || profiles.includes("page"));

describe("a healthy observation", () => {
  it("is a valid observation", () => {
    expect(observationSchema.safeParse(healthyObservation()).error).toBeUndefined();
  });

  it("passes every rule that applies to it", () => {
    const results = evaluate(healthyObservation());
    const others = results.filter(({ verdict }) => verdict !== "pass" && verdict !== "not_applicable");
    expect(others).toEqual([]);
    expect(results).toHaveLength(RULES.length);
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
    expect(rulesFor("email-authentication").map(({ id }) => id)).toEqual(MAIL_RULES.map(({ id }) => id));
  });

  it("gives each rule a way to pass, and something that fails or warns, or is at least left open", () => {
    for (const rule of RULES) {
      const verdicts = Object.values(rule.outcomes).map(({ verdict }) => verdict);
      expect(verdicts, rule.id).toContain("pass");
      expect(
        verdicts.some((verdict) => ["fail", "warn", "inconclusive"].includes(verdict)),
        rule.id,
      ).toBe(true);
    }
  });
});

describe("what could not be seen", () => {
  it.each(PART_NAMES)("is inconclusive, with the step that failed, when %s was unreachable", (name) => {
    const part = { state: "unreachable", at: AT, step: "connect", code: "refused", reason: "No.", ms: 3 } as const;
    const rules = PAGE_RULES.filter(({ needs }) => needs.includes(name));
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
    const onTls = PAGE_RULES.filter(({ needs }) => needs.includes("tls")).map(({ id }) => id);
    expect(skipped.filter(({ verdict }) => verdict === "not_run").map(({ rule }) => rule)).toEqual(onTls);
    const unseen = evaluate({ target, startedAt, parts: {} }, PAGE_RULES);
    expect(unseen.every(({ verdict }) => verdict === "not_run")).toBe(true);
  });
});

describe("a host of another profile", () => {
  const judged = (profile: Profile) => {
    const { target } = healthyObservation();
    return evaluate(healthyObservation({}, { notes: { ...target.notes, profile } }));
  };
  const skipped = (profile: Profile) => judged(profile).filter(({ code }) => code === "other_profile");

  it("is not judged by rules for pages, and is told so", () => {
    expect(skipped("api").find(({ rule }) => rule === "edge/csp")).toMatchObject({
      verdict: "not_applicable",
      severity: "info",
      summary: "This host is noted as an API; the rule judges pages for people.",
    });
  });

  it("keeps the rules that hold for it too", () => {
    const named = (profile: Profile) => skipped(profile).map(({ rule }) => rule);
    for (const rule of ["edge/hsts", "edge/nosniff", "edge/server-banner", "edge/cors", "edge/cookie-flags"]) {
      expect(named("api")).not.toContain(rule);
    }
    expect(named("alias")).not.toContain("edge/hsts");
    expect(named("alias")).toEqual(expect.arrayContaining(["edge/csp", "edge/cors", "edge/nosniff"]));
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
    "x-xss-protection",
    "permissions-policy",
    "cross-origin-opener-policy",
    "cross-origin-embedder-policy",
    "cross-origin-resource-policy",
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
            oldUrls: { items: chains.map((chain) => ({ from: other, to: chain.start, chain })) },
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
              document: {
                metaCsp: records,
                metaReferrer: records,
                references: records.map((url) => ({ kind: "script", url, tag: other, integrity: other })),
              },
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
