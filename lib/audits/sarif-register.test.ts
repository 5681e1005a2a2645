import { describe, expect, it } from "vitest";
import { type RegisterRisk, registerToSarif } from "./sarif-register.ts";

const AT = "2026-06-01T12:00:00.000Z";

function risk(more: Partial<RegisterRisk> = {}): RegisterRisk {
  return {
    number: 1,
    name: "v1|edge/hsts|example.com:443",
    title: "HSTS is missing",
    description: "",
    checkId: "https-everywhere",
    stage: "edge",
    rule: "edge/hsts",
    tool: null,
    location: null,
    targetUrl: "https://example.com/",
    severity: "high",
    likelihood: 4,
    impact: 4,
    state: "open",
    isBlocking: true,
    owner: { name: "Mira" },
    dueAt: null,
    decision: null,
    proposal: null,
    createdAt: AT,
    updatedAt: AT,
    closedAt: null,
    ...more,
  };
}

const decision = {
  treatment: "defer" as const,
  reason: "After the pilot.",
  compensatingControl: "",
  owner: null,
  askedBy: { name: "Jonas" },
  decider: { name: "Mira" },
  expiresAt: AT,
  isInForce: true,
};

function exported(...risks: RegisterRisk[]) {
  const [run] = registerToSarif({ slug: "shop", version: "1.2.3" }, risks).runs;
  return { tool: run?.tool, rules: run?.tool.driver.rules ?? [], results: run?.results ?? [] };
}
const resultOf = (more: Partial<RegisterRisk>) => exported(risk(more)).results[0];

describe("the register as SARIF", () => {
  it("says its version, its driver, and gives every result the index of its own rule", () => {
    const risks = [risk(), risk({ number: 2, rule: "Semgrep/x", tool: "Semgrep" }), risk({ number: 3, rule: null })];
    const log = registerToSarif({ slug: "shop", version: "1.2.3" }, risks);
    expect(log).toMatchObject({ version: "2.1.0", $schema: "https://json.schemastore.org/sarif-2.1.0.json" });
    const { tool, rules, results } = exported(...risks);
    expect(tool?.driver).toMatchObject({ name: "launch-ready" });
    expect(results.map(({ ruleId }) => ruleId)).toEqual(["edge/hsts", "Semgrep/x", "register/https-everywhere"]);
    for (const { ruleId, ruleIndex } of results) expect(rules[ruleIndex as number]?.id).toBe(ruleId);
    for (const rule of rules) expect(rule).toMatchObject({ help: { text: expect.stringMatching(/\w{3}/) } });
  });

  it.each([
    ["critical", "error", "9.5"],
    ["high", "error", "8.0"],
    ["medium", "warning", "5.5"],
    ["low", "note", "3.0"],
    ["info", "note", "0.0"],
  ] as const)("gives what is %s the level %s", (severity, level, score) => {
    const run = exported(risk({ severity, rule: null }));
    expect(run.results[0]).toMatchObject({ kind: "fail", level, properties: { severity, "security-severity": score } });
    expect(run.rules[0]).toMatchObject({ properties: { "security-severity": score } });
  });

  it("says of what is settled that it is not there any more", () => {
    expect(resultOf({ state: "rechecking" })).toMatchObject({ kind: "fail", level: "error" });
    expect(resultOf({ state: "verified" })).toMatchObject({ kind: "pass", level: "none", baselineState: "absent" });
    expect(resultOf({ state: "closed" })).toMatchObject({
      kind: "informational",
      level: "none",
      baselineState: "absent",
    });
  });

  it("suppresses what is put off and in force; what is asked for is under review", () => {
    const accepted = [{ kind: "external", status: "accepted", justification: "After the pilot." }];
    expect(resultOf({ decision })).toMatchObject({ suppressions: accepted });
    expect(resultOf({ decision: { ...decision, compensatingControl: "It is off." } })).toMatchObject({
      suppressions: [{ justification: "After the pilot. Meanwhile: It is off." }],
    });
    expect(resultOf({ proposal: decision })).toMatchObject({ suppressions: [{ status: "underReview" }] });
    for (const none of [
      { decision: { ...decision, isInForce: false } },
      { decision: { ...decision, treatment: "fix_now" as const } },
      { decision, state: "verified" as const },
      { proposal: { ...decision, treatment: "fix_now" as const } },
    ]) {
      expect(resultOf(none)).not.toHaveProperty("suppressions");
    }
  });

  it("places a finding by file and line, by address, or nowhere", () => {
    const at = (more: Partial<RegisterRisk>) => resultOf(more)?.locations;
    expect(at({})).toEqual([{ physicalLocation: { artifactLocation: { uri: "https://example.com/" } } }]);
    expect(at({ location: { uri: "src/a.js", line: 7 } })).toEqual([
      { physicalLocation: { artifactLocation: { uri: "src/a.js" }, region: { startLine: 7 } } },
    ]);
    expect(at({ targetUrl: null })).toEqual([]);
  });

  it("takes placeholders and links out of a message, and keeps the words as they are beside it", () => {
    const title = "{0} [x](y) \\";
    expect(resultOf({ title })).toMatchObject({ message: { text: "{{0}} \\[x\\](y) \\\\" }, properties: { title } });
    expect(resultOf({ description: "More." })).toMatchObject({ message: { text: "More." } });
  });
});
