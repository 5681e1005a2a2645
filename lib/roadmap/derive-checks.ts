import { CHECK_IDS, type CheckId } from "./ids.ts";
import { CHECKS } from "./stages.ts";
import { type CheckAttestation, type CheckResult, type DerivedById, type DerivedCheck, deriveCheck } from "./status.ts";

export type DeriveChecksInput = {
  /** The newest result per rule and target, of all checks. */
  results: readonly (CheckResult & { checkId: CheckId })[];
  attestations: readonly (CheckAttestation & { checkId: CheckId })[];
  notApplicable: readonly { checkId: CheckId; reason: string }[];
  /** The rules that feed a check. */
  rulesFor: (check: CheckId) => readonly { id: string }[];
  targets?: readonly string[] | undefined;
  now: Date;
};

/** All checks of the roadmap, from one project's rows. */
export function deriveChecks(input: DeriveChecksInput): DerivedById {
  const { targets, now } = input;
  const results = Map.groupBy(input.results, (result) => result.checkId);
  const attestations = Map.groupBy(input.attestations, (attestation) => attestation.checkId);
  const reasons = new Map(input.notApplicable.map(({ checkId, reason }) => [checkId, reason]));
  const derive = (id: CheckId): DerivedCheck =>
    deriveCheck({
      check: CHECKS[id],
      results: results.get(id) ?? [],
      attestations: attestations.get(id) ?? [],
      notApplicableReason: reasons.get(id) ?? null,
      ruleIds: input.rulesFor(id).map((rule) => rule.id),
      targets,
      now,
    });
  return Object.fromEntries(CHECK_IDS.map((id) => [id, derive(id)])) as Record<CheckId, DerivedCheck>;
}
