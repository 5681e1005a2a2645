import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { openHoles } from "../edge/csp-holes.ts";
import { cspDirectives, headerPolicies, metaPolicies, parseCspPolicy } from "./csp.ts";
import { enforce } from "./csp-permits.ts";
import { cspSyntaxFaults } from "./csp-syntax.ts";

const NAME = "content-security-policy";
const SELF = new URL("https://example.com/");

describe("a policy", () => {
  it("keeps the first of repeated directives, splits at any space and ignores empty parts", () => {
    const policy = parseCspPolicy(";; Script-Src\t'self'\n https://a.example ;script-src *;");
    expect([...policy]).toEqual([["script-src", ["'self'", "https://a.example"]]]);
  });

  it("loses a directive that is not ASCII, and does not split at other spaces", () => {
    expect([...parseCspPolicy("script-src 'self' \u00e9.example; img-src *")]).toEqual([["img-src", ["*"]]]);
    expect([...parseCspPolicy("script-src\u00a0'self'")]).toEqual([]);
    expect([...parseCspPolicy("script-src\v'self'")]).toEqual([["script-src\v'self'", []]]);
  });

  it("of several comes one per header and per comma", () => {
    const policies = headerPolicies([
      [NAME, "a b, c d"],
      [NAME, ""],
      [NAME, "e"],
    ]);
    expect(policies).toHaveLength(3);
  });

  it("in a <meta> element has no directives that only count in headers", () => {
    expect(metaPolicies(["frame-ancestors 'none'; img-src *", "sandbox"]).map((policy) => [...policy])).toEqual([
      [["img-src", ["*"]]],
    ]);
  });

  it("in a <meta> element is one, commas or not", () => {
    expect(metaPolicies(["default-src 'self', script-src *"])).toHaveLength(1);
  });

  it("is cut where nobody writes one", () => {
    expect(cspDirectives("a b;".repeat(5000))).toHaveLength(200);
  });
});

describe("whatever is sent", () => {
  const odd = fc.constantFrom(
    "constructor",
    "__proto__",
    "toString",
    "*",
    "*.",
    ":",
    "://",
    "'",
    "''",
    "https://[",
    "*:99999",
  );
  const word = fc.oneof(
    odd,
    fc.string({ maxLength: 12 }),
    fc.constantFrom("script-src", "base-uri", "'nonce-", "data:"),
  );
  const text = fc.array(word, { maxLength: 12 }).map((words) => words.join(" "));
  const policy = fc.array(text, { maxLength: 6 }).map((parts) => parts.join(";"));

  it("is judged without breaking down", () => {
    fc.assert(
      fc.property(fc.array(policy, { maxLength: 3 }), (texts) => {
        openHoles(enforce(texts.map(parseCspPolicy), SELF));
        texts.forEach((one) => void cspSyntaxFaults(one));
      }),
      { numRuns: 500, seed: 20_261_125 },
    );
  });

  it.each([
    ["hosts", `script-src ${"*.a.example:* ".repeat(600)}`],
    ["wildcards with paths", `script-src ${Array.from({ length: 600 }, (_, index) => `*:${index}/a/`).join(" ")}`],
    ["a long path", `script-src https://a.example/${"%61".repeat(2700)}`],
    ["directives", "a;".repeat(4000)],
  ])("costs little: %s", (_, one) => {
    const before = performance.now();
    openHoles(enforce(Array(20).fill(parseCspPolicy(one)), SELF));
    cspSyntaxFaults(one);
    expect(performance.now() - before).toBeLessThan(2000);
  });

  it("is less when there are more policies: a hole must be open in each", () => {
    fc.assert(
      fc.property(policy, policy, (one, other) => {
        const policies = [one, other].map(parseCspPolicy);
        const kinds = ["unsafe-inline", "any-script-source", "data-scripts", "any-base", "unsafe-eval"];
        const both = openHoles(enforce(policies, SELF)).map(({ code }) => code);
        for (const each of policies) {
          const alone: string[] = openHoles(enforce([each], SELF)).map(({ code }) => code);
          for (const kind of kinds) if (both.some((code) => code === kind)) expect(alone).toContain(kind);
        }
      }),
      { numRuns: 300, seed: 20_261_126 },
    );
  });
});
