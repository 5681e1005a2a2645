import { describe, expect, it } from "vitest";
import { type DeriveChecksInput, deriveChecks } from "./derive-checks.ts";
import { CHECK_IDS } from "./ids.ts";
import { NOW, sampleAttestation, sampleResult } from "./testing/samples.ts";

const EMPTY: DeriveChecksInput = {
  results: [],
  attestations: [],
  notApplicable: [],
  rulesFor: (check) => (check === "https-everywhere" ? [{ id: "edge/hsts" }] : []),
  now: NOW,
};

describe("deriveChecks", () => {
  it("gives every check of the roadmap, unknown in an empty project", () => {
    const derived = deriveChecks(EMPTY);
    expect(Object.keys(derived)).toEqual([...CHECK_IDS]);
    expect(new Set(Object.values(derived).map(({ status }) => status))).toEqual(new Set(["unknown"]));
  });

  it("hands each row to its own check", () => {
    const derived = deriveChecks({
      ...EMPTY,
      results: [{ ...sampleResult(), checkId: "https-everywhere" }],
      attestations: [{ ...sampleAttestation(), checkId: "backup-access" }],
      notApplicable: [{ checkId: "legacy-redirects", reason: "There was no site before." }],
    });
    expect(derived["https-everywhere"].status).toBe("verified");
    expect(derived["backup-access"].status).toBe("attested");
    expect(derived["legacy-redirects"].status).toBe("not_applicable");
    expect(derived["handover-review"].status).toBe("unknown");
  });

  it("wants a target that was never audited to be audited", () => {
    const results = [{ ...sampleResult({ target: "one" }), checkId: "https-everywhere" as const }];
    expect(deriveChecks({ ...EMPTY, results, targets: ["one", "two"] })["https-everywhere"].status).toBe("unknown");
  });
});
