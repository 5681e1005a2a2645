import type { DeliverableId, StageId } from "./ids.ts";

export type DeliverableState = "complete" | "incomplete" | "no_data";
export type DeliverableView = {
  id: DeliverableId;
  title: string;
  stage: StageId;
  state: DeliverableState;
  why: string;
};
