import type { TooltipContentProps } from "recharts";
import type { ReadinessPointView } from "#db/queries/views.ts";
import { minute } from "#lib/handover/view-words.ts";

export function ReadinessTip({ active, payload }: TooltipContentProps) {
  const point = payload?.[0]?.payload as ReadinessPointView | undefined;
  if (!active || !point) return null;
  return (
    <div className="rounded-md border border-line-strong bg-panel px-2.5 py-1.5 text-xs">
      <p className="font-medium">Readiness {point.score}</p>
      <p className="text-ink-2">
        {point.gateHeld} of 9 held, {point.blockers} {point.blockers === 1 ? "blocker" : "blockers"}
      </p>
      <p className="text-ink-3">
        {point.runNumber !== null && `Run ${point.runNumber}, `}
        {minute(point.at)}
      </p>
    </div>
  );
}
