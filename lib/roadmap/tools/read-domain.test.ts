import { describe, expect, it } from "vitest";
import { evaluate } from "#lib/audits/evaluate.ts";
import type { Observation } from "#lib/audits/observation.ts";
import { PART_NAMES } from "#lib/audits/observation.ts";
import { PUBLIC_RULES } from "#lib/audits/public-rules.ts";
import { buildReport } from "#lib/audits/report.ts";
import { healthyObservation, observationWith, pageWithHeader } from "#lib/audits/testing/healthy-observation.ts";
import { HEALTHY_AT } from "#lib/audits/testing/healthy-values.ts";
import { readDomain } from "./read-domain.ts";

const NOW = new Date(HEALTHY_AT);
const TOOL = { name: "launch-ready", version: "0.0.0", algorithm: 1 };
const read = (observation: Observation) =>
  readDomain(buildReport({ tool: TOOL, observation, results: evaluate(observation, PUBLIC_RULES) }), NOW);

describe("readDomain", () => {
  it("finds nothing that would stop a healthy host", () => {
    const { headline, stoppers, isSeen, gate } = read(healthyObservation());
    expect(headline).toBe("Nothing that shows from outside would stop a launch.");
    expect({ stoppers, isSeen }).toEqual({ stoppers: [], isSeen: true });
    expect(gate.map(({ id }) => id)).toEqual(expect.arrayContaining(["https-everywhere", "dns-correct"]));
    expect(gate.map(({ id }) => id)).not.toContain("safe-logging");
  });

  it("counts what would stop a launch, and puts the worst area and the worst result first", () => {
    const { headline, stoppers, areas, gate } = read(healthyObservation(pageWithHeader("strict-transport-security")));
    expect(headline).toMatch(/^One thing would stop a launch\.$/);
    expect(stoppers).toMatchObject([{ title: "HTTPS everywhere", rule: "edge/hsts" }]);
    expect(areas[0]?.area).toBe("headers");
    expect(areas[0]?.results[0]?.rule).toBe("edge/hsts");
    expect(gate.find(({ id }) => id === "https-everywhere")?.state).toBe("failing");
  });

  it("names a risk that blocks by its rule, and not once more by the item that it fails", () => {
    const answers = [
      { resolver: "1.1.1.1:53", status: "ok" as const, records: ["203.0.113.7"], ms: 1 },
      { resolver: "8.8.8.8:53", status: "nxdomain" as const, records: [], ms: 1 },
    ];
    const { stoppers, gate } = read(healthyObservation({ dns: { a: { answers } } }));
    expect(stoppers.map(({ rule }) => rule)).toEqual(["dns/resolver-agreement"]);
    expect(gate.find(({ id }) => id === "dns-correct")?.state).toBe("failing");
  });

  it("shows every result once", () => {
    const { areas } = read(healthyObservation());
    const shown = areas.flatMap(({ results }) => results.map(({ rule }) => rule));
    expect(shown.toSorted()).toEqual(PUBLIC_RULES.map(({ id }) => id).toSorted());
  });

  it("says so when it saw nothing, and promises nothing", () => {
    const failed = {
      state: "unreachable",
      at: HEALTHY_AT,
      step: "dns",
      code: "nxdomain",
      reason: "none",
      ms: 1,
    } as const;
    const parts = Object.fromEntries(PART_NAMES.map((part) => [part, failed])) as Observation["parts"];
    const { headline, lede, isSeen, gate } = read(observationWith(parts));
    expect({ headline, isSeen }).toEqual({ headline: "Nothing could be seen of this host.", isSeen: false });
    expect(lede).toContain("proves nothing");
    expect(gate.filter(({ holds }) => holds)).toEqual([]);
  });
});
