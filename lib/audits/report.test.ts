import { describe, expect, it } from "vitest";
import published from "../../public/schemas/audit-report.schema.json" with { type: "json" };
import { evaluate } from "./evaluate.ts";
import { RULES } from "./registry.ts";
import { auditReportSchema, buildReport, reportJsonSchema, toText } from "./report.ts";
import { healthyObservation, observationWith, pageWithHeader } from "./testing/healthy-observation.ts";

const tool = { name: "launch-ready", version: "1.2.3", algorithm: 1 };
const report = (observation = healthyObservation()) =>
  buildReport({ tool, observation, results: evaluate(observation) });

describe("the report", () => {
  it("is what its schema says, and holds no more than that", () => {
    const built = report();
    expect(auditReportSchema.parse(built)).toEqual(built);
  });

  it("counts every verdict, also those that did not occur", () => {
    const { pass, not_applicable, ...others } = report().counts;
    expect(pass + not_applicable).toBe(RULES.length);
    expect(others).toEqual({ warn: 0, fail: 0, inconclusive: 0, error: 0, not_run: 0 });
  });

  it("has its JSON Schema published as it is (node e2e/schemas/generate.ts writes it)", () => {
    expect(published).toEqual(reportJsonSchema());
  });
});

describe("the text for a terminal", () => {
  const faulty = healthyObservation(pageWithHeader("server", "evil\u001b]0;x\u0007/1.0"));

  it("shows what failed first, with evidence, fix and the line that shows it", () => {
    const unreachable = {
      state: "unreachable",
      at: "2026-06-01T12:00:00.000Z",
      step: "dns",
      code: "nxdomain",
      reason: "x",
      ms: 1,
    } as const;
    const text = toText(
      report(
        observationWith({ ...healthyObservation(pageWithHeader("x-content-type-options")).parts, mail: unreachable }),
      ),
      { color: false },
    );
    const [, , first] = text.split("\n");
    expect(first).toMatch(/^FAIL {4}edge\/nosniff .*X-Content-Type-Options is not sent\.$/);
    expect(text).toContain("x-content-type-options: not sent");
    expect(text).toContain("Fix: Send `X-Content-Type-Options: nosniff`");
    expect(text).toContain("See it: curl -sSL -D - -o /dev/null https://example.com/");
    expect(text).toMatch(/OPEN {4}mail\/spf .*NXDOMAIN/);
    expect(text.trimEnd().split("\n").at(-1)).toMatch(/^1 failed, \d+ inconclusive, \d+ passed, \d+ not applicable\.$/);
  });

  it("puts the more severe of two failures first", () => {
    const both = healthyObservation({ ...pageWithHeader("x-content-type-options"), tls: { nameMatches: false } });
    const lines = toText(report(both), { color: false })
      .split("\n")
      .filter((line) => line.startsWith("FAIL"));
    expect(lines.map((line) => line.split(/\s+/)[1])).toEqual(["edge/tls-name", "edge/nosniff"]);
  });

  it("holds no control character but line ends, unless colour is asked for", () => {
    const control = /(?!\n)\p{Cc}/u;
    expect(toText(report(faulty), { color: false })).not.toMatch(control);
    const colored = toText(report(faulty), { color: true });
    // biome-ignore lint/suspicious/noControlCharactersInRegex: our own colour codes are what is taken out
    expect(colored.replaceAll(/\u001b\[[\d;]+m/g, "")).not.toMatch(control);
    expect(colored).toContain("\u001b[33mWARN");
  });
});
