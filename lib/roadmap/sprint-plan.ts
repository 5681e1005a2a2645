import type { CheckId, DeliverableId, StageId } from "./ids.ts";
import { listAll } from "./list-all.ts";
import { STAGES } from "./stages.ts";

/** Hours of the sprint as the roadmap tells it. */
export const SPRINT_HOURS = 48;

type Window = {
  id: StageId;
  /** Hours of work since the start, of 48. */
  from: number;
  to: number;
  /** What is done in these hours, in one sentence. */
  work: string;
};

/** The seven stages one after another: first look, then close the doors, then make it last, then hand it over. */
const WINDOWS: readonly Window[] = listAll<StageId>()([
  {
    id: "audit",
    from: 0,
    to: 6,
    work: "Run the first audit, list every endpoint and every place with a secret, and decide on each blocker.",
  },
  {
    id: "access",
    from: 6,
    to: 16,
    work: "Try every role against every route, close what is open, and look again.",
  },
  {
    id: "edge",
    from: 16,
    to: 22,
    work: "Put DNS, TLS, redirects, caching and mail in order; most of it is records to publish.",
  },
  {
    id: "secrets",
    from: 22,
    to: 30,
    work: "Move secrets out of code and chat, separate the environments, and rotate what was seen.",
  },
  {
    id: "resilience",
    from: 30,
    to: 37,
    work: "Set limits, timeouts and cache rules, and see that one user cannot run up the bill.",
  },
  {
    id: "monitoring",
    from: 37,
    to: 42,
    work: "Let alerts come before the customers do, and try each one.",
  },
  {
    id: "handover",
    from: 42,
    to: 48,
    work: "Write down owners and runbooks, have a second person follow them, and make the pack.",
  },
]);

export type SprintWindow = Omit<Window, "id"> & {
  stage: StageId;
  title: string;
  checks: readonly CheckId[];
  deliverables: readonly DeliverableId[];
};

/** The windows of a sprint of so many hours, each with what it delivers. */
export function sprintPlan(hours: number = SPRINT_HOURS): SprintWindow[] {
  const scale = (hour: number) => (hour * hours) / SPRINT_HOURS;
  return WINDOWS.flatMap(({ id, from, to, work }) =>
    STAGES.filter((stage) => stage.id === id).map((stage) => ({
      stage: id,
      title: stage.shortTitle,
      from: scale(from),
      to: scale(to),
      work,
      checks: stage.checks.map((check) => check.id),
      deliverables: stage.deliverables.map((deliverable) => deliverable.id),
    })),
  );
}
