import type { CheckId, DeliverableId, SignalId, StageId } from "./ids.ts";
import { listAll } from "./list-all.ts";
import { access } from "./stages/access.ts";
import { audit } from "./stages/audit.ts";
import { edge } from "./stages/edge.ts";
import { handover } from "./stages/handover.ts";
import { monitoring } from "./stages/monitoring.ts";
import { resilience } from "./stages/resilience.ts";
import { secrets } from "./stages/secrets.ts";
import type { Check, Deliverable, Signal, Stage } from "./types.ts";

const LISTED = listAll<StageId>()([audit, access, edge, secrets, resilience, monitoring, handover]);

/** In the order in which a team walks them. */
export const STAGES: readonly Stage[] = LISTED;

const ALL_CHECKS: readonly Check[] = listAll<CheckId>()(LISTED.flatMap((stage) => [...stage.checks]));
export const DELIVERABLES: readonly Deliverable[] = listAll<DeliverableId>()(
  LISTED.flatMap((stage) => [...stage.deliverables]),
);
export const SIGNALS: readonly Signal[] = listAll<SignalId>()(LISTED.flatMap((stage) => [...stage.signals]));

/** The 35 checks by id, in the order of the roadmap. */
export const CHECKS = Object.fromEntries(ALL_CHECKS.map((check) => [check.id, check])) as Readonly<
  Record<CheckId, Check>
>;

const STAGE_OF = new Map<CheckId, Stage>(
  STAGES.flatMap((stage) => stage.checks.map((check) => [check.id, stage] as const)),
);

/** For ids from outside; `CHECKS[id]` is for those that the types know. */
export function checkById(id: string): Check | undefined {
  return Object.hasOwn(CHECKS, id) ? CHECKS[id as CheckId] : undefined;
}

export function stageOf(check: CheckId): Stage {
  const stage = STAGE_OF.get(check);
  if (!stage) throw new Error(`No stage lists the check ${check}`);
  return stage;
}
