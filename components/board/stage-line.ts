import type { StageView } from "#db/queries/views.ts";

export type StagePart = { text: string; isBad: boolean };

/** "4 of 5", then what stands out: failing, being checked again, warnings, or without evidence. */
export function stageLine(
  stage: Pick<StageView, "done" | "total" | "failing" | "warnings" | "unproven" | "checks">,
): StagePart[] {
  const rechecking = stage.checks.filter((check) => check.isRechecking).length;
  const counts = [
    { text: `${stage.failing} failing`, count: stage.failing, isBad: true },
    { text: `${rechecking} re-checking`, count: rechecking, isBad: false },
    { text: `${stage.warnings} ${stage.warnings === 1 ? "warning" : "warnings"}`, count: stage.warnings, isBad: false },
    { text: `${stage.unproven} unproven`, count: stage.unproven, isBad: false },
  ];
  const done = { text: `${stage.done} of ${stage.total}`, isBad: false };
  if (stage.total > 0 && stage.done === stage.total) return [done, { text: "all done", isBad: false }];
  const first = counts.filter(({ count }) => count > 0).slice(0, 1);
  return [done, ...first.map(({ text, isBad }) => ({ text, isBad }))];
}
