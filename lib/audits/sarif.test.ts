import type { Log } from "sarif";
import { describe, expect, it } from "vitest";
import { evaluate } from "./evaluate.ts";
import type { Observation } from "./observation.ts";
import { RULES, ruleById } from "./registry.ts";
import { buildReport } from "./report.ts";
import { toSarif } from "./sarif.ts";
import { healthyObservation, observationWith, pageWithHeader } from "./testing/healthy-observation.ts";

function sarif(observation: Observation) {
  const tool = { name: "launch-ready", version: "1.2.3", algorithm: 1 };
  const log = toSarif(buildReport({ tool, observation, results: evaluate(observation) }));
  // Its shapes are those of SARIF's own types.
  log satisfies Log;
  const [run] = log.runs;
  if (!run) throw new Error("The log has no run.");
  return { log, rules: run.tool.driver.rules, results: run.results };
}

describe("the SARIF log", () => {
  it("says its version and schema, and gives every rule its help and a severity", () => {
    const { log, rules } = sarif(healthyObservation());
    expect(log).toMatchObject({ version: "2.1.0", $schema: "https://json.schemastore.org/sarif-2.1.0.json" });
    expect(rules).toHaveLength(RULES.length);
    for (const rule of rules) {
      expect(rule.help.text.length, rule.id).toBeGreaterThan(80);
      expect(rule.shortDescription.text, rule.id).not.toBe(rule.id);
      expect(rule.helpUri, rule.id).toMatch(/^https:/);
      const canFail = Object.values(ruleById(rule.id)?.outcomes ?? {}).some(({ verdict }) => verdict === "fail");
      if (canFail) expect(Number(rule.properties["security-severity"]), rule.id).toBeGreaterThan(0);
    }
    expect(rules.find(({ id }) => id === "edge/cors")).toMatchObject({
      defaultConfiguration: { level: "error" },
      properties: {
        "security-severity": "9.5",
        tags: ["security", "external/cwe/cwe-942", "ASVS V3.4.2", "OWASP API8:2023"],
      },
    });
  });

  it("gives each result the index of its own rule, a place and a fingerprint", () => {
    const { rules, results } = sarif(healthyObservation());
    for (const result of results) {
      expect(rules[result.ruleIndex]?.id).toBe(result.ruleId);
      expect(result.locations[0]?.physicalLocation.artifactLocation.uri).toBe("https://example.com/");
      expect(result.partialFingerprints).toEqual({
        "launchReady/v1": expect.stringMatching(/^v1\|[a-z]+\/[a-z0-9-]+\|example\.com(?::443)?$/),
      });
    }
  });

  it("has a level only for what fails, by verdict and severity", () => {
    const part = {
      state: "unreachable",
      at: "2026-06-01T12:00:00.000Z",
      step: "dns",
      code: "nxdomain",
      reason: "x",
      ms: 1,
    } as const;
    const { results } = sarif(
      observationWith({
        ...healthyObservation({ ...pageWithHeader("x-content-type-options"), ...pageWithHeader("set-cookie", "sid=1") })
          .parts,
        mail: part,
        tls: { state: "not_attempted", reason: "x" },
      }),
    );
    const of = (rule: string) => results.find(({ ruleId }) => ruleId === rule);
    expect(of("edge/cookie-flags")).toMatchObject({ kind: "fail", level: "error" });
    expect(of("mail/spf")).toMatchObject({ kind: "open", level: "none" });
    expect(of("edge/hsts")).toMatchObject({ kind: "pass", level: "none" });
    expect(of("edge/tls-name")).toBeUndefined();
  });

  it("takes placeholders and links out of a target's text", () => {
    const { results } = sarif(healthyObservation(pageWithHeader("server", "x/1.0 {0} [click](http://evil.example)")));
    const message = results.find(({ ruleId }) => ruleId === "edge/server-banner")?.message.text;
    expect(message).toContain("{{0}} \\[click\\](http://evil.example)");
  });
});
