import { ruleText } from "#lib/roadmap/rule-texts/index.ts";
import { clip, clipFact, clipLabel } from "./clip.ts";
import type { Observation, PartName, Profile } from "./observation.ts";
import { RULES } from "./registry.ts";
import type { AnyRule } from "./rule.ts";
import type { DnsRecord, Evidence, Result, RuleInput } from "./types.ts";
import { sayWhyNot } from "./why-not.ts";

/** An observation, or what a running one has gathered so far; a part that is not there yet is `not_run`. */
export type Judgeable = Pick<Observation, "target" | "startedAt"> & { parts: Partial<Observation["parts"]> };

/** Judges every rule; the same observation always gives the same results, in the same order. */
export function evaluate(observation: Judgeable, rules: readonly AnyRule[] = RULES): Result[] {
  return rules.map((rule) => evaluateRule(rule, observation));
}

/** Never throws: what could not be seen is `inconclusive`, and a rule that throws is an `error`. */
export function evaluateRule(rule: AnyRule, observation: Judgeable): Result {
  const { target, parts } = observation;
  const base = { rule: rule.id, check: rule.check, severity: "info", publish: [] as DnsRecord[] } as const;
  const reproduce = sayHow(rule, target);
  const seen: Partial<Record<PartName, unknown>> = {};
  let observedAt = observation.startedAt;

  if (rule.profiles && !rule.profiles.includes(target.notes.profile)) {
    const summary = sayOtherProfile(rule.profiles, target.notes.profile);
    return { ...base, evidence: [], verdict: "not_applicable", code: "other_profile", summary, observedAt, reproduce };
  }
  for (const name of rule.needs) {
    const part = parts[name];
    if (part?.state === "observed") {
      seen[name] = part.value;
      if (part.at > observedAt) observedAt = part.at;
      continue;
    }
    if (part?.state === "unreachable") {
      const evidence = clipped([{ label: "failed step", value: `${part.step}: ${part.reason}` }]);
      const summary = sayWhyNot(part);
      return { ...base, evidence, verdict: "inconclusive", code: part.code, summary, observedAt: part.at, reproduce };
    }
    const reason = part ? clipFact(part.reason) : "";
    const summary = reason === "" ? "This has not been looked at yet." : `Not looked at: ${reason}`;
    return { ...base, evidence: [], verdict: "not_run", code: "not_attempted", summary, observedAt, reproduce };
  }

  try {
    const input = { ...seen, target, observedAt } as unknown as RuleInput<PartName>;
    const { code, facts, evidence, publish = [] } = rule.evaluate(input);
    const kind = Object.hasOwn(rule.outcomes, code) ? rule.outcomes[code] : undefined;
    if (!kind) throw new Error(`The rule has no outcome "${code}".`);
    const summary = sayOutcome(rule, code, facts);
    return {
      ...base,
      ...kind,
      code,
      summary,
      evidence: clipped(evidence),
      publish: publish.map(clippedRecord),
      observedAt,
      reproduce,
    };
  } catch (error) {
    const evidence = clipped([{ label: "error", value: error instanceof Error ? error.message : String(error) }]);
    const summary = "This rule broke down on what was seen. The fault is Launch Ready's, not the target's.";
    return { ...base, evidence, verdict: "error", code: "rule_error", summary, observedAt, reproduce };
  }
}

const KINDS = {
  page: "pages for people",
  api: "an API",
  alias: "another name that only leads on",
} as const satisfies Record<Profile, string>;

function sayOtherProfile(profiles: readonly Profile[], own: Profile): string {
  const judged = profiles.map((profile) => KINDS[profile]).join(" or ");
  return `This host is noted as ${KINDS[own]}; the rule judges ${judged}.`;
}

/** Room for the longest address that can be audited; a command that is cut would not run, so it is left out. */
const COMMAND_MAX = 16_384;

function sayHow(rule: AnyRule, target: Observation["target"]): string {
  try {
    const command = rule.reproduce(target);
    return command.length > COMMAND_MAX ? "" : clip(command, COMMAND_MAX);
  } catch {
    return "";
  }
}

/** Fills the sentence of an outcome; throws when it asks for a fact that the rule did not give. */
function sayOutcome(rule: AnyRule, code: string, facts: Record<string, string>): string {
  const sentence = ruleText(rule.id)?.outcomes[code];
  if (sentence === undefined) throw new Error(`There is no sentence for ${rule.id}, outcome "${code}".`);
  return sentence.replaceAll(/\{(\w+)\}/g, (_, name: string) => {
    const fact = Object.hasOwn(facts, name) ? facts[name] : undefined;
    if (fact === undefined) throw new Error(`The sentence for ${rule.id}, "${code}", needs the fact "${name}".`);
    return clipFact(fact);
  });
}

/** A record that is cut would be published wrong, so one that is too long is left out of the value. */
const RECORD_MAX = 4096;

function clippedRecord({ name, type, value }: DnsRecord): DnsRecord {
  return { name: clipFact(name), type: clipFact(type), value: clip(value, RECORD_MAX) };
}

/** At most this many pieces per result; a page can set hundreds of cookies. */
const EVIDENCE_MAX = 20;

function clipped(evidence: readonly Evidence[]): Evidence[] {
  const kept = evidence
    .slice(0, EVIDENCE_MAX)
    .map(({ label, value }) => ({ label: clipLabel(label), value: clip(value) }));
  const left = evidence.length - kept.length;
  return left > 0 ? [...kept, { label: "and more", value: `${left} more` }] : kept;
}
