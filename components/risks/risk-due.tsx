import { Time } from "#components/ui/time.tsx";
import type { RiskView } from "#db/queries/views.ts";
import { isUnsettled } from "./risk-views.ts";
import { dueWords } from "./risk-words.ts";

/** When something is owed, or when it was settled. */
export function RiskDue({ risk, now }: { risk: RiskView; now: Date }) {
  if (!isUnsettled(risk)) return risk.closedAt === null ? "" : <Time iso={risk.closedAt} bare />;
  const { text, isOverdue } = dueWords(risk, now);
  return <span className={isOverdue ? "font-medium text-bad" : undefined}>{text}</span>;
}
