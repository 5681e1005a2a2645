import { AUTOMATIONS } from "./automations.ts";
import { GATE_ITEMS } from "./gate-items.ts";
import { GUARDS } from "./guards.ts";
import { STAGES } from "./stages.ts";
import type { Automation, GateItem, Guard, Stage } from "./types.ts";

export type RoadmapDocument = {
  stages: readonly Stage[];
  gate: readonly GateItem[];
  automations: readonly Automation[];
  guards: readonly Guard[];
};

/** The whole roadmap as the public API returns it. */
export function roadmapDocument(): RoadmapDocument {
  return { stages: STAGES, gate: GATE_ITEMS, automations: AUTOMATIONS, guards: GUARDS };
}
