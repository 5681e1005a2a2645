import { Time } from "#components/ui/time.tsx";
import type { ActivityView } from "#db/queries/views.ts";
import { historyEntry } from "./history-words.ts";

/** Every change of a risk, newest first: who, when, from what to what, and why. */
export function RiskHistory({ activities }: { activities: readonly ActivityView[] }) {
  if (activities.length === 0) return <p className="text-ink-3 text-sm">Nothing has happened yet.</p>;
  return (
    <ol className="flex flex-col text-sm">
      {activities.map((activity) => {
        const { text, changes, why } = historyEntry(activity);
        return (
          <li key={activity.id} className="flex items-baseline gap-2 border-line border-b py-1.5 last:border-b-0">
            <div className="min-w-0 flex-1 text-ink-2 [overflow-wrap:anywhere]">
              <p>
                <span className="text-ink">{activity.actor.name}</span> <span>{text}</span>
              </p>
              {changes.length > 0 && (
                <ul className="text-ink-3 text-xs">
                  {changes.map(({ label, from, to }) => (
                    <li key={label}>
                      {label}: {from} → <span className="text-ink-2">{to}</span>
                    </li>
                  ))}
                </ul>
              )}
              {why !== null && <p className="text-ink-3 text-xs">“{why}”</p>}
            </div>
            <Time iso={activity.at} short className="shrink-0 text-ink-3 text-xs" />
          </li>
        );
      })}
    </ol>
  );
}
