import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { RULES } from "#lib/audits/registry.ts";
import { GUARDS } from "./guards.ts";
import { CHECK_IDS, SEVERITIES } from "./ids.ts";
import { type OverbuildQuestion, proposeFor } from "./overbuild.ts";
import { OVERBUILD_WORDS } from "./overbuild-words.ts";

const WISH: OverbuildQuestion = {
  title: "A wish",
  description: "",
  rule: null,
  checkId: "handover-review",
  severity: "medium",
};

function guardFor(title: string, change: Partial<OverbuildQuestion> = {}) {
  return proposeFor({ ...WISH, title, ...change })?.guardId ?? null;
}

describe("proposeFor", () => {
  it("has words for each of the seven guards, and for nothing else", () => {
    expect(Object.keys(OVERBUILD_WORDS).toSorted()).toEqual(GUARDS.map(({ id }) => id).toSorted());
  });

  it.each([
    ["Multi-region active-active deployment", "multi-region"],
    ["We do not deploy to a second region", "multi-region"],
    ["Ensure that cross-region replication is on", "multi-region"],
    ["No SOC 2 report yet", "full-soc2"],
    ["Map all controls to SOC2", "full-soc2"],
    ["WAF rules tuning is missing from the plan", null],
    ["WAF rule tuning", "custom-waf"],
    ["Write our own WAF rules", "custom-waf"],
    ["Fine-grained permissions for each team", "complex-rbac"],
    ["Build a policy engine", "complex-rbac"],
    ["Custom roles per customer", "complex-rbac"],
    ["No observability platform", "heavy-observability"],
    ["Distributed tracing across all services", "heavy-observability"],
    ["Introduce a prompt orchestration layer", "prompt-orchestration"],
    ["Adopt LangChain", "prompt-orchestration"],
    ["Improve the cache hit rate", "perfect-caching"],
    ["Multi-layer caching of every page", "perfect-caching"],
  ])("reads “%s” as %s", (title, guard) => {
    expect(guardFor(title)).toBe(guard);
  });

  it.each([
    "Uptime is monitored from one region only, not multi-region",
    "Backups are kept in two regions, restore untested in multiple regions",
    "The hosting provider's SOC 2 report has expired",
    "The web application firewall is disabled; custom WAF rules removed",
    "Complex RBAC lets a viewer bypass the admin check",
    "The observability stack is exposed to the internet",
    "LangChain 0.1 is vulnerable; migrate to LangChain 0.3",
    "Perfect caching serves personal answers to other users",
    "The API key has fine-grained scopes that nobody reviewed",
    "No rate limit on the chat",
    "Deploying takes one person",
  ])("says nothing of “%s”, which is a fault or another matter", (title) => {
    expect(guardFor(title)).toBeNull();
  });

  it("says nothing where the description tells of harm, or the check is about harm", () => {
    const description = "Last week a tenant's data leaked through it.";
    expect(guardFor("Build a permission engine", { description })).toBeNull();
    expect(guardFor("Advanced caching", { checkId: "cache-safety" })).toBeNull();
  });

  it.each(["critical", "high"] as const)(
    "leaves what a scanner weighed %s alone, and a person's weight aside",
    (severity) => {
      expect(guardFor("Cross-region replication is off", { severity, rule: "CKV_AWS_144" })).toBeNull();
      expect(guardFor("Cross-region replication is off", { severity })).toBe("multi-region");
    },
  );

  it("takes a scanner's lesser remark, but never a finding of our own rules", () => {
    expect(guardFor("Cross-region replication is off", { rule: "CKV_AWS_144", severity: "low" })).toBe("multi-region");
    for (const { id } of RULES) expect(guardFor("Advanced caching", { rule: id, severity: "low" })).toBeNull();
  });

  it("gives the guard's own reason and a day to look again", () => {
    for (const { id, title, why, revisit } of GUARDS) {
      const words = OVERBUILD_WORDS[id];
      expect(words?.reviewInDays).toBeGreaterThanOrEqual(30);
      expect(proposeFor({ ...WISH, title })).toEqual({
        guardId: id,
        title,
        why,
        revisit,
        reviewInDays: words?.reviewInDays,
      });
    }
  });

  it("takes any text, at length, in no time", () => {
    const anyText = fc.oneof(
      fc.string({ maxLength: 400 }),
      fc.constantFrom("soc 2 ".repeat(2000), "multi-".repeat(4000)),
    );
    const anyRisk = fc.record({
      title: anyText,
      description: anyText,
      rule: fc.option(fc.string()),
      checkId: fc.constantFrom(...CHECK_IDS),
      severity: fc.constantFrom(...SEVERITIES),
    });
    const startedAt = performance.now();
    fc.assert(
      fc.property(
        anyRisk,
        (risk) => proposeFor(risk) === null || GUARDS.some(({ id }) => id === proposeFor(risk)?.guardId),
      ),
    );
    expect(performance.now() - startedAt).toBeLessThan(2000);
  });
});
