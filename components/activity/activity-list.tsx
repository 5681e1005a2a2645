import { Time } from "#components/ui/time.tsx";
import type { ActivityView } from "#db/queries/views.ts";
import { activityWords } from "./activity-words.ts";

/** Who did what and when, newest first. */
export function ActivityList({ activities }: { activities: readonly ActivityView[] }) {
  if (activities.length === 0) return <p className="text-ink-3 text-sm">Nothing has happened yet.</p>;
  return (
    <ol className="flex flex-col text-sm">
      {activities.map((activity) => (
        <li key={activity.id} className="flex items-baseline gap-2 py-1">
          <span className="min-w-0 flex-1 text-ink-2">
            <span className="text-ink">{activity.actor.name}</span> {activityWords(activity)}
          </span>
          <Time iso={activity.at} short className="shrink-0 text-ink-3 text-xs" />
        </li>
      ))}
    </ol>
  );
}
