import type { CheckId, Severity } from "#lib/roadmap/ids.ts";
import type { Observation, PartName, PartValue, Profile } from "./observation.ts";

export const VERDICTS = ["pass", "warn", "fail", "inconclusive", "error", "not_applicable", "not_run"] as const;
export type Verdict = (typeof VERDICTS)[number];

/** One observed fact that a verdict rests on. The value is hostile text from the target, already clipped. */
export type Evidence = { label: string; value: string };

/** A DNS record to publish, in presentation form; a TXT's value without quotes. */
export type DnsRecord = { name: string; type: string; value: string };

/** `inconclusive`: the part was observed, but not the one fact in it that the rule turns on. */
type OutcomeVerdict = "pass" | "warn" | "fail" | "not_applicable" | "inconclusive";

/** What a rule may answer with, as a closed set: outcome code → verdict and severity. */
export type Outcomes = Record<string, { verdict: OutcomeVerdict; severity: Severity }>;

/** A rule's answer. `facts` fill the `{placeholders}` of the outcome's sentence in the catalogue. */
export type Outcome<Code extends string = string> = {
  code: Code;
  facts: Record<string, string>;
  evidence: Evidence[];
  /** The exact records that would mend the fault, where the fault is one of DNS and they can be known. */
  publish?: DnsRecord[] | undefined;
};

/** What a rule sees: the target, when it was observed, and the values of the parts that it needs. */
export type RuleInput<P extends PartName> = {
  target: Observation["target"];
  /** ISO 8601; the only clock a rule has. */
  observedAt: string;
} & { [K in P]: PartValue<K> };

/** A pure test that feeds one check. `evaluate` runs only when every part in `needs` was observed. */
export type Rule<P extends PartName = PartName, O extends Outcomes = Outcomes> = {
  /** What a finding is about: this host, or the domain that several hosts share (one finding for all of them). Default: the host. */
  subject?: "host" | "domain" | undefined;
  /** Which hosts it judges, by their profile; for the others it is `not_applicable`. Default: all. */
  profiles?: readonly Profile[] | undefined;
  /** `area/name`, as SARIF's ruleId; stable, since it is stored. */
  id: `${string}/${string}`;
  check: CheckId;
  needs: readonly P[];
  outcomes: O;
  evaluate(input: RuleInput<P>): Outcome<Extract<keyof O, string>>;
  /** The one line that reproduces what was seen (`curl …`, `dig …`). */
  reproduce(target: Observation["target"]): string;
};

export type Result = {
  rule: string;
  check: CheckId;
  verdict: Verdict;
  severity: Severity;
  /** Outcome code of the rule, or the code of the step that failed (`dns_error`, `timeout`, …). */
  code: string;
  /** One plain sentence. */
  summary: string;
  evidence: Evidence[];
  /** Records to put into DNS, ready to paste; empty where none would mend it. */
  publish: DnsRecord[];
  /** ISO 8601. */
  observedAt: string;
  reproduce: string;
};
