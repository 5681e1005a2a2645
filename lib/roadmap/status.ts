import type { Verdict } from "#lib/audits/types.ts";
import { dayOf } from "./age.ts";
import { cardLine } from "./card-line.ts";
import type { CheckId, Severity } from "./ids.ts";
import { fromPeople, isCurrent, newest } from "./status-from-people.ts";
import { fromRules } from "./status-from-rules.ts";
import type { Check } from "./types.ts";
import { unstopped } from "./words.ts";

export const CHECK_STATUSES = [
  "verified",
  "attested",
  "warning",
  "failing",
  "unknown",
  "stale",
  "not_applicable",
  "overridden",
] as const;
export type CheckStatus = (typeof CHECK_STATUSES)[number];

/** The newest result of one rule at one target. Moments are ISO 8601. */
export type CheckResult = {
  rule: string;
  /** Whatever names the target; only compared. */
  target: string;
  verdict: Verdict;
  severity: Severity;
  summary: string;
  observedAt: string;
};

/** What a person states, dated. */
export type CheckAttestation = {
  statement: string;
  /** Stands against what the rules say. */
  isOverride: boolean;
  /** When what is stated was true. */
  observedAt: string;
  expiresAt: string | null;
  withdrawnAt: string | null;
};

export type DerivedCheck = {
  id: CheckId;
  status: CheckStatus;
  source: "automatic" | "attested" | "none";
  /** For a card: a few words, clipped. */
  line: string;
  /** The moment of the evidence that decided; for passes the oldest, as the chain's weakest link. */
  evidenceAt: string | null;
  /** One sentence. */
  why: string;
  /** All evidence is there and recent. A warning without that earns nothing and opens no gate. */
  isComplete: boolean;
};

export type DeriveCheckInput = {
  check: Pick<Check, "id" | "freshDays">;
  results: readonly CheckResult[];
  attestations: readonly CheckAttestation[];
  notApplicableReason: string | null;
  /** The rules that feed the check; none means that only people can show it. */
  ruleIds: readonly string[];
  /** What the team's own records say, for the checks that they show; null where nothing is written down yet. */
  fromRecords?: Decision | null | undefined;
  /** The targets that each rule must have seen; without it, those that the results name. */
  targets?: readonly string[] | undefined;
  now: Date;
};

export type DerivedById = Readonly<Record<CheckId, DerivedCheck>>;

/** What `deriveCheck` decides, before it is bound to a check. */
export type Decision = Omit<DerivedCheck, "id">;

/** What is known of one check. The worst verdict decides; what could not be seen never counts as passed. */
export function deriveCheck(input: DeriveCheckInput): DerivedCheck {
  return { id: input.check.id, ...decide(input) };
}

function decide(input: DeriveCheckInput): Decision {
  const byEvidence = input.ruleIds.length > 0 ? fromRules(input) : (input.fromRecords ?? fromPeople(input));
  if (input.notApplicableReason !== null) return setAside(input.notApplicableReason, byEvidence);
  return fromOverride(input, byEvidence) ?? byEvidence;
}

function setAside(reason: string, byEvidence: Decision): Decision {
  const despite =
    byEvidence.status === "failing" ? `, although the last audit found: ${unstopped(byEvidence.line)}` : "";
  return {
    status: "not_applicable",
    source: "attested",
    line: cardLine(`Does not apply: ${reason}`),
    evidenceAt: null,
    why: `The team says that this does not apply: ${unstopped(reason)}${despite}.`,
    isComplete: true,
  };
}

function fromOverride(input: DeriveCheckInput, byEvidence: Decision): Decision | null {
  if (byEvidence.status === "verified") return null;
  const override = newest(input.attestations.filter((one) => one.isOverride && isCurrent(one, input)));
  if (!override) return null;
  const end = override.expiresAt === null ? "" : ` until ${dayOf(override.expiresAt)}`;
  return {
    status: "overridden",
    source: "attested",
    line: cardLine(`Overridden: ${override.statement}`),
    evidenceAt: override.observedAt,
    why: `Overridden by hand${end}: ${unstopped(override.statement)}; without that it would read: ${unstopped(byEvidence.line)}.`,
    isComplete: true,
  };
}
