import { CHECK_IDS } from "#lib/roadmap/ids.ts";
import type { Db } from "../client.ts";
import type { SprintScope } from "../schema/index.ts";
import { deriveProject } from "./derive-project.ts";
import { loadFacts } from "./project-facts.ts";

/** How the board stands now, as a sprint keeps it. */
export async function loadSprintState(db: Db, projectId: string, now: Date): Promise<SprintScope> {
  const facts = (await loadFacts(db, [projectId], now))(projectId);
  const { checks, gate, readiness, blockers } = deriveProject(facts, now);
  return {
    checks: CHECK_IDS.map((id) => ({ id, status: checks[id].status })),
    blockers: blockers.map(({ number }) => number),
    gateHeld: gate.held,
    score: readiness.score,
  };
}
