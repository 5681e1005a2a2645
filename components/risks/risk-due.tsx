import { Time } from "#components/ui/time.tsx";
import type { RiskView } from "#db/queries/views.ts";
import { shortDay } from "./risk-words.ts";

/** When something is owed: the due date, the end of a decision, or when it was settled. */
export function RiskDue({ risk, now }: { risk: RiskView; now: Date }) {
  const { state, decision, dueAt, closedAt } = risk;
  if (state === "rechecking") return "re-checking";
  if (state !== "open") return closedAt === null ? "" : <Time iso={closedAt} bare />;
  if (decision?.isInForce && decision.treatment !== "fix_now" && decision.expiresAt) {
    return `until ${shortDay(decision.expiresAt)}`;
  }
  if (dueAt === null) return <span className="max-md:hidden">no date</span>;
  const isOverdue = Date.parse(dueAt) < now.getTime();
  return (
    <span className={isOverdue ? "font-medium text-bad" : undefined}>
      {isOverdue ? `overdue, ${shortDay(dueAt)}` : shortDay(dueAt)}
    </span>
  );
}
