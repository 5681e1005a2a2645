import { StatusBadge } from "#components/ui/status-badge.tsx";
import { Time } from "#components/ui/time.tsx";
import type { ProviderRowView } from "#db/queries/owner-views.ts";
import { WAY_IN_MARKS } from "./owner-words.ts";

/** "Tested 12 d ago by Ana", or what keeps it from being so. */
export function WayInState({ wayIn, declared }: Pick<ProviderRowView, "wayIn" | "declared">) {
  return (
    <span className="flex flex-col gap-0.5 text-xs">
      <StatusBadge mark={WAY_IN_MARKS[wayIn]} isQuiet={wayIn === "missing" || wayIn === "never"} />
      {declared?.testedAt && (
        <span className="text-ink-2">
          {wayIn === "stale" && "tested "}
          <Time iso={declared.testedAt} />
          {declared.testedBy !== null && ` by ${declared.testedBy}`}
        </span>
      )}
    </span>
  );
}
