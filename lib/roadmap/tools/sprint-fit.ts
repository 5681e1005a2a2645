import { GATE_ITEMS } from "../gate-items.ts";
import { STAGE_IDS, type StageId } from "../ids.ts";
import { SPRINT_HOURS, sprintPlan } from "../sprint-plan.ts";
import { stageOf } from "../stages.ts";
import { capitalised, counted, listed } from "../words.ts";
import { chosen, oneOf, type QueryValues } from "./query-values.ts";

export const USERS = ["none", "invited", "public"] as const;
export const DATA = ["none", "personal", "sensitive"] as const;
export const LOGIN = ["built", "planned", "none"] as const;
export const DEADLINES = ["day", "two_days", "week", "open"] as const;

export type SprintQuery = {
  done: StageId[];
  users: (typeof USERS)[number];
  data: (typeof DATA)[number];
  login: (typeof LOGIN)[number];
  deadline: (typeof DEADLINES)[number];
};

export function readSprintQuery(values: QueryValues): SprintQuery {
  return {
    done: chosen(values, "done", STAGE_IDS),
    users: oneOf(values, "users", USERS, "invited"),
    data: oneOf(values, "data", DATA, "personal"),
    login: oneOf(values, "login", LOGIN, "built"),
    deadline: oneOf(values, "deadline", DEADLINES, "week"),
  };
}

export type SprintStage = { id: StageId; title: string; hours: number; work: string; why: string };
export type SprintFit = {
  kind: "whole" | "part" | "not_yet" | "none";
  headline: string;
  reason: string;
  /** What the sprint is for, in the roadmap's order. */
  stages: SprintStage[];
  /** What it leaves for later. */
  later: SprintStage[];
  hours: number;
};

const HOURS_UNTIL: Readonly<Record<SprintQuery["deadline"], number>> = {
  day: 24,
  two_days: 48,
  week: 7 * 24,
  open: Number.POSITIVE_INFINITY,
};

/** From this share of the 48 hours on, a whole sprint is simpler than a part of one. */
const WHOLE_FROM = 2 / 3;

/** Which sprint fits, from the catalogue's stages and the items of the minimum bar that rest on each. */
export function fitSprint(query: SprintQuery): SprintFit {
  const open = sprintPlan()
    .filter(({ stage }) => !query.done.includes(stage) && !(stage === "access" && query.login === "none"))
    .map(
      ({ stage: id, title, from, to, work }): SprintStage => ({
        id,
        title,
        hours: to - from,
        work,
        why: whyOf(id, query),
      }),
    );
  const needed = open.filter(({ id }) => isNeeded(id, query));
  const available = HOURS_UNTIL[query.deadline];
  const answer = (kind: SprintFit["kind"], headline: string, reason: string, stages: SprintStage[]): SprintFit => ({
    kind,
    headline,
    reason,
    stages,
    later: open.filter((stage) => !stages.includes(stage)),
    hours: hoursOf(stages),
  });

  if (open.length === 0) {
    return answer("none", "No sprint is needed.", "Every stage is done. Keep its evidence fresh until the launch.", []);
  }
  if (query.login === "planned" && open.some(({ id }) => id === "access")) {
    const items = gateItemsOf("access");
    const reason = `Sign-in is planned and not built, and ${counted(items.length, "item")} of the minimum bar (${listed(items)}) would find nothing to test. Build it first; until then the stages below can wait or be prepared.`;
    return answer("not_yet", "Not yet: build sign-in first.", reason, []);
  }
  if (hoursOf(needed) > available) {
    const reason = `What the minimum bar still needs takes about ${hoursOf(needed)} hours, and there are ${available} until the date. Move the date, or launch to fewer people with what is left written down as deferred.`;
    return answer("not_yet", "Not yet: the date is too near.", reason, []);
  }
  const [audit] = open.filter(({ id }) => id === "audit");
  if (audit && query.users === "none" && query.deadline === "open") {
    const reason =
      "Nobody uses it yet and no date presses. The first stage finds out what there is; what the others will take is known after it.";
    return answer("part", `A part of the sprint: ${audit.title}.`, reason, [audit]);
  }
  const fitting = hoursOf(open) <= available ? open : fill(open, needed, available);
  if (hoursOf(fitting) >= WHOLE_FROM * SPRINT_HOURS) {
    const reason = `${capitalised(counted(fitting.length, "stage"))} with about ${hoursOf(fitting)} hours of work ${fitting.length === 1 ? "is" : "are"} open, which is what the ${SPRINT_HOURS} hours are cut for.`;
    return answer("whole", `The whole ${SPRINT_HOURS}-hour sprint.`, reason, fitting);
  }
  const reason = `${capitalised(counted(open.length, "stage"))} ${open.length === 1 ? "is" : "are"} open. ${capitalised(counted(fitting.length, "of them", "of them"))} ${fitting.length === 1 ? "fits" : "fit"} into about ${hoursOf(fitting)} hours, so that a whole sprint would be more than it takes.`;
  return answer("part", `A part of the sprint: ${listed(fitting.map(({ title }) => title))}.`, reason, fitting);
}

/** What the minimum bar rests on, then as much of the rest as there is time for. */
function fill(open: readonly SprintStage[], needed: readonly SprintStage[], available: number): SprintStage[] {
  let left = available - hoursOf(needed);
  return open.filter((stage) => {
    if (needed.includes(stage)) return true;
    if (stage.hours > left) return false;
    left -= stage.hours;
    return true;
  });
}

/** The minimum bar rests on it; with sensitive data, the way in for a second person is needed as well. */
function isNeeded(id: StageId, { data }: SprintQuery): boolean {
  return gateItemsOf(id).length > 0 || (id === "handover" && data === "sensitive");
}

function gateItemsOf(id: StageId): string[] {
  return GATE_ITEMS.filter(({ checks }) => checks.some((check) => stageOf(check).id === id)).map(({ title }) => title);
}

function whyOf(id: StageId, { data }: SprintQuery): string {
  const items = gateItemsOf(id);
  if (items.length > 0) return `The minimum bar rests on it: ${listed(items)}.`;
  return data === "sensitive"
    ? "With sensitive data, a second person must be able to step in."
    : "No item of the minimum bar rests on it; it can follow the launch.";
}

function hoursOf(stages: readonly SprintStage[]): number {
  return stages.reduce((sum, { hours }) => sum + hours, 0);
}
