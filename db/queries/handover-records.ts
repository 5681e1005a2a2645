import type { HandoverData } from "#lib/handover/data.ts";
import { CHECK_IDS } from "#lib/roadmap/ids.ts";
import { PROVIDER_KINDS, type Records } from "#lib/roadmap/records/types.ts";
import { CHECKS } from "#lib/roadmap/stages.ts";
import { isHolding } from "#lib/roadmap/standing.ts";
import type { sprints } from "../schema/index.ts";
import type { DerivedProject } from "./derive-project.ts";
import { iso } from "./iso.ts";
import type { ProjectFacts } from "./project-facts.ts";

/** A line for every kind of provider, so that what nobody declared is seen to be missing. */
export function providersOf({ providers, observed }: Records): HandoverData["providers"] {
  return PROVIDER_KINDS.map((kind) => {
    const declared = providers.find((one) => one.kind === kind);
    return {
      kind,
      provider: declared?.provider ?? null,
      link: declared?.consoleUrl ?? null,
      linkState: declared?.console?.state ?? "not_checked",
      owners: (declared?.owners ?? []).map(({ name, contact }) => ({ name, contact })),
      breakGlass: declared?.breakGlass ?? "",
      testedAt: declared?.testedAt ?? null,
      testedBy: declared?.testedBy ?? null,
      observed: observed
        .filter((one) => one.kind === kind)
        .map(({ provider, evidence, observedAt }) => ({ provider, seenBy: evidence, observedAt })),
    };
  });
}

/** With the people who have done each step as it reads now. */
export function runbooksOf({ runbooks }: Records): HandoverData["runbooks"] {
  return runbooks.map(({ kind, platform, title, steps, updatedAt, rehearsals }) => ({
    kind,
    platform,
    title,
    updatedAt,
    steps: steps.map(({ id, text, command }) => ({
      text,
      command,
      people: [...new Set(rehearsals.filter(({ stepIds }) => stepIds.includes(id)).map(({ person }) => person))],
    })),
    rehearsals: rehearsals.map(({ person, isDryRun, stepIds, doneAt }) => ({
      person,
      isDryRun,
      steps: stepIds.length,
      doneAt,
    })),
  }));
}

/** What the newest sprint brought: against its end, or as it stands while it runs. */
export function sprintOf(
  row: typeof sprints.$inferSelect | undefined,
  facts: ProjectFacts,
  derived: DerivedProject,
): HandoverData["sprint"] {
  if (!row) return null;
  const outcome = row.outcome ?? {
    checks: CHECK_IDS.map((id) => ({ id, status: derived.checks[id].status })),
    blockers: derived.blockers.map(({ number }) => number),
    gateHeld: derived.gate.held,
    score: derived.readiness.score,
  };
  const holds = (checks: typeof outcome.checks) =>
    new Set(checks.filter(({ status }) => isHolding({ status, isComplete: true })).map(({ id }) => id));
  const [before, after] = [holds(row.scope.checks), holds(outcome.checks)];
  const name = (number: number) => {
    const risk = facts.risks.find((one) => one.number === number);
    return risk ? `Risk ${number}: ${risk.title}` : `Risk ${number}`;
  };
  return {
    number: row.number,
    goal: row.goal,
    hours: row.hours,
    startedAt: iso(row.startedAt),
    finishedAt: iso(row.finishedAt),
    readiness: { from: row.scope.score, to: outcome.score },
    gateHeld: { from: row.scope.gateHeld, to: outcome.gateHeld },
    delivered: [
      ...[...after].filter((id) => !before.has(id)).map((id) => CHECKS[id].title),
      ...row.scope.blockers.filter((number) => !outcome.blockers.includes(number)).map(name),
    ],
    slipped: row.scope.blockers.filter((number) => outcome.blockers.includes(number)).map(name),
  };
}
