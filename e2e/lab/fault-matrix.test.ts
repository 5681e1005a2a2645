import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { evaluate } from "#lib/audits/evaluate.ts";
import { PART_NAMES } from "#lib/audits/observation.ts";
import { RULES } from "#lib/audits/registry.ts";
import type { AnyRule } from "#lib/audits/rule.ts";
import type { Result, Verdict } from "#lib/audits/types.ts";
import { findBrowser } from "#lib/probes/browser-path.ts";
import { observe } from "#lib/probes/observe.ts";
import type { Fault } from "./faults/fault.ts";
import { FAULTS } from "./faults.ts";
import { labEgress } from "./lab-egress.ts";
import { type Lab, startLab } from "./start-lab.ts";

let lab: Lab;
beforeAll(async () => {
  lab = await startLab();
});
afterAll(() => lab.close());

const needsBrowser = ({ needs }: AnyRule) => needs.includes("browser");
const BROWSER_RULES: ReadonlySet<string> = new Set(RULES.filter(needsBrowser).map(({ id }) => id));

/** A browser takes longer than all the rest, so it runs only where its rules are what is tried. */
async function audit(withBrowser: boolean): Promise<Result[]> {
  const parts = PART_NAMES.filter((part) => withBrowser || part !== "browser");
  const rules = RULES.filter((rule) => withBrowser || !needsBrowser(rule));
  return evaluate(await observe(lab.target(), { egress: labEgress(lab), parts }), rules);
}
const hasBrowser = findBrowser() !== undefined;

const TRIPPED: readonly Verdict[] = ["warn", "fail"];
const findings = (results: readonly Result[]) => results.filter(({ verdict }) => TRIPPED.includes(verdict));
const tripped = (results: readonly Result[]) => findings(results).map(({ rule }) => rule);

/** What the product could not see or got wrong; a fault may hide something, but never break a rule. */
const byVerdict = (results: readonly Result[], ...verdicts: Verdict[]) =>
  results
    .filter(({ verdict }) => verdicts.includes(verdict))
    .map(({ rule, code, summary }) => `${rule} ${code}: ${summary}`);

describe("the list of faults", () => {
  it("breaks each rule at least once, and names only rules that there are", () => {
    const named = new Set<string>(FAULTS.flatMap(({ rules }) => rules));
    // What only ever "was seen" or "was not" has no fault that could be told.
    const breakable = RULES.filter(({ outcomes }) =>
      Object.values(outcomes).some(({ verdict }) => TRIPPED.includes(verdict)),
    );
    expect([...named].sort()).toEqual(breakable.map(({ id }) => id).sort());
  });

  it("gives each fault its own name and at least one rule", () => {
    expect(new Set(FAULTS.map(({ name }) => name)).size).toBe(FAULTS.length);
    const faults: readonly Fault[] = FAULTS;
    expect(faults.filter(({ rules }) => rules.length === 0)).toEqual([]);
  });
});

describe("the fault matrix", () => {
  it("with no fault on, every rule passes or does not apply", async () => {
    const results = await audit(hasBrowser);
    expect(results).toHaveLength(RULES.length - (hasBrowser ? 0 : BROWSER_RULES.size));
    expect(byVerdict(results, "warn", "fail", "inconclusive", "error", "not_run")).toEqual([]);
  });

  it.each(FAULTS)("$name trips exactly its rules", async ({ name, rules }) => {
    const withBrowser = rules.some((id) => BROWSER_RULES.has(id));
    if (withBrowser && !hasBrowser) return;
    lab.faults.set(name, true);
    try {
      const results = await audit(withBrowser);
      expect(tripped(results).sort()).toEqual([...rules].sort());
      // Not only that a rule trips, but over what.
      expect(
        findings(results).map(({ rule, verdict, severity, code }) => `${rule} ${verdict} ${severity}: ${code}`),
      ).toMatchSnapshot();
      expect(byVerdict(results, "error", "not_run")).toEqual([]);
    } finally {
      lab.faults.set(name, false);
    }
  });

  it("with every fault switched off again, the lab is healthy as before", async () => {
    expect(tripped(await audit(false))).toEqual([]);
  });
});
