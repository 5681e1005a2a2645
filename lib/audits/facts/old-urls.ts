import type { RedirectHop } from "./redirect-matrix.ts";

/** An old address, where it must lead, and where it was seen to lead. */
export type OldUrlRow = {
  from: string;
  to: string;
  verdict: "ok" | "fault" | "unseen" | "not_run";
  /** In a few words, e.g. "leads to /new?x, not to /new"; empty when all is well. */
  note: string;
  status: number | null;
  final: string | null;
  hops: RedirectHop[];
};
