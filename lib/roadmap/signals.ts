import type { SignalId, StageId } from "./ids.ts";

export type SignalState = "lit" | "quiet" | "unknown";
export type SignalView = { id: SignalId; title: string; stage: StageId; state: SignalState; lit: boolean; why: string };
