import { ago, dayOf, isFresh } from "./age.ts";
import { cardLine } from "./card-line.ts";
import type { CheckAttestation, Decision, DeriveCheckInput } from "./status.ts";
import { counted } from "./words.ts";

/** A check that no rule looks at: the newest statement that still counts decides. */
export function fromPeople(input: DeriveCheckInput): Decision {
  const standing = input.attestations.filter((one) => one.withdrawnAt === null && !one.isOverride);
  const current = newest(standing.filter((one) => isCurrent(one, input)));
  if (current) {
    return {
      status: "attested",
      source: "attested",
      line: cardLine(current.statement),
      evidenceAt: current.observedAt,
      why: `A person stated this ${ago(current.observedAt, input.now)}; no automated rule looks at it.`,
      isComplete: true,
    };
  }
  const lapsed = newest(standing);
  if (lapsed) {
    return {
      status: "stale",
      source: "attested",
      line: `Stated ${ago(lapsed.observedAt, input.now)}, due again`,
      evidenceAt: lapsed.observedAt,
      why: `What a person stated on ${dayOf(lapsed.observedAt)} counts no more: it has run out or is older than ${counted(input.check.freshDays, "day")}.`,
      isComplete: false,
    };
  }
  return {
    status: "unknown",
    source: "none",
    line: "Nobody has stated this yet",
    evidenceAt: null,
    why: "No automated rule looks at this, and no person has given dated evidence for it yet.",
    isComplete: false,
  };
}

export function isCurrent(attestation: CheckAttestation, { check, now }: DeriveCheckInput): boolean {
  const { observedAt, expiresAt, withdrawnAt } = attestation;
  if (withdrawnAt !== null || !isFresh(observedAt, check.freshDays, now)) return false;
  return expiresAt === null || now.getTime() < Date.parse(expiresAt);
}

export function newest(attestations: readonly CheckAttestation[]): CheckAttestation | undefined {
  return attestations.toSorted((a, b) => Date.parse(a.observedAt) - Date.parse(b.observedAt)).at(-1);
}
