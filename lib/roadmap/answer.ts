import type { GateId } from "./ids.ts";

/** One thing that stands in the way, to be linked. */
export type Obstacle =
  | { kind: "risk"; number: number; title: string }
  | { kind: "gate"; gateId: GateId; title: string };

export type LaunchAnswer = { ready: boolean; headline: string; lede: string; obstacles: Obstacle[] };
