import type { CheckId } from "#lib/roadmap/ids.ts";
import type { CheckEvidence, HandoverModel, Missing, RiskLine, StageChapter } from "./model.ts";

/** A check as the board has it, with all that it rests on. */
export type CheckData = Omit<StageChapter["checks"][number], "number" | "evidence"> & {
  evidence: Omit<CheckEvidence, "ref" | "check">[];
};

type StageData = Pick<StageChapter, "id" | "order" | "title" | "goal" | "exit"> & { checks: CheckData[] };

type Copied =
  | "version"
  | "generatedBy"
  | "project"
  | "answer"
  | "readiness"
  | "branding"
  | "decisions"
  | "signOffs"
  | "signals"
  | "deliverables"
  | "providers"
  | "runbooks"
  | "sprint"
  | "points";

/** What a pack is built from; every moment is ISO 8601. Texts are taken as they are and made safe by `buildHandover`. */
export type HandoverData = Pick<HandoverModel, Copied> & {
  targets: Omit<HandoverModel["targets"][number], "link">[];
  gate: { items: (Omit<HandoverModel["gate"]["items"][number], "checks"> & { checks: readonly CheckId[] })[] };
  stages: StageData[];
  /** All unresolved ones in the published order. */
  risks: RiskLine[];
  links: Omit<HandoverModel["links"][number], "link">[];
  /** What else is not there yet (deliverables, owners); open gate items and unproven checks are added by the builder. */
  missing: Omit<Missing, "kind">[];
  /** The runs that the evidence comes from; those that nothing cites are left out. */
  runs: HandoverModel["runs"];
};
