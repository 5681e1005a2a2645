import type { PartName } from "./observation.ts";
import type { DnsRecord, Evidence, Outcome, Outcomes, Rule } from "./types.ts";

/** A rule whose parts and outcomes are not known to the caller, as lists of rules hold it. */
export type AnyRule = Rule;

export type RuleId = `${string}/${string}`;

/** Keeps a rule's id, parts and outcome codes as literal types, so that its texts can be checked against them. */
export function defineRule<const Id extends RuleId, const P extends PartName, const O extends Outcomes>(
  rule: Rule<P, O> & { id: Id },
): Rule<P, O> & { id: Id } {
  return rule;
}

export function outcome<const Code extends string>(
  code: Code,
  facts: Record<string, string> = {},
  evidence: Evidence[] = [],
  publish: DnsRecord[] = [],
): Outcome<Code> {
  return { code, facts, evidence, publish };
}
