import type { CheckId, GateId } from "./ids.ts";

export const PLACE_PAGES = ["audits", "domains", "risks", "owners", "runbooks", "handover", "settings"] as const;

/** Where in the app something is settled or proven; the pages know its address. */
export type Place =
  | { kind: "check"; id: CheckId }
  | { kind: "gate"; id: GateId }
  | { kind: "risk"; number: number }
  | { kind: "run"; number: number }
  | { kind: "host"; target: string }
  | { kind: "pack"; version: number }
  | { kind: "runbook"; id: string }
  | { kind: "page"; page: (typeof PLACE_PAGES)[number] };
