import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { evaluate } from "#lib/audits/evaluate.ts";
import { RULES } from "#lib/audits/registry.ts";
import type { Result, Verdict } from "#lib/audits/types.ts";
import { defaultEgressConfig, parseAllow } from "#lib/probes/config.ts";
import { observe } from "#lib/probes/observe.ts";
import type { Fault } from "./faults/fault.ts";
import { FAULTS } from "./faults.ts";
import { type Lab, startLab } from "./start-lab.ts";

let lab: Lab;
beforeAll(async () => {
  lab = await startLab();
});
afterAll(() => lab.close());

async function audit(): Promise<Result[]> {
  const egress = {
    ...defaultEgressConfig(),
    dns: { servers: lab.dnsPorts.map((port) => `127.0.0.1:${port}`), zones: {} },
    allow: [parseAllow("127.0.0.0/8")],
    extraCa: [lab.caPem],
  };
  return evaluate(await observe({ url: lab.origin }, { egress }));
}

const TRIPPED: readonly Verdict[] = ["warn", "fail"];
const tripped = (results: readonly Result[]) =>
  results.filter(({ verdict }) => TRIPPED.includes(verdict)).map(({ rule }) => rule);

/** What the product could not see or got wrong; a fault may hide something, but never break a rule. */
const byVerdict = (results: readonly Result[], ...verdicts: Verdict[]) =>
  results
    .filter(({ verdict }) => verdicts.includes(verdict))
    .map(({ rule, code, summary }) => `${rule} ${code}: ${summary}`);

describe("the list of faults", () => {
  it("breaks each rule at least once, and names only rules that there are", () => {
    const named = new Set<string>(FAULTS.flatMap(({ rules }) => rules));
    expect([...named].sort()).toEqual(RULES.map(({ id }) => id).sort());
  });

  it("gives each fault its own name and at least one rule", () => {
    expect(new Set(FAULTS.map(({ name }) => name)).size).toBe(FAULTS.length);
    const faults: readonly Fault[] = FAULTS;
    expect(faults.filter(({ rules }) => rules.length === 0)).toEqual([]);
  });
});

describe("the fault matrix", () => {
  it("with no fault on, every rule passes or does not apply", async () => {
    const results = await audit();
    expect(results).toHaveLength(RULES.length);
    expect(byVerdict(results, "warn", "fail", "inconclusive", "error", "not_run")).toEqual([]);
  });

  it.each(FAULTS)("$name trips exactly its rules", async ({ name, rules }) => {
    lab.faults.set(name, true);
    try {
      const results = await audit();
      expect(tripped(results).sort()).toEqual([...rules].sort());
      expect(byVerdict(results, "error", "not_run")).toEqual([]);
    } finally {
      lab.faults.set(name, false);
    }
  });

  it("with every fault switched off again, the lab is healthy as before", async () => {
    expect(tripped(await audit())).toEqual([]);
  });
});
