import { StatusBadge } from "#components/ui/status-badge.tsx";
import { Time } from "#components/ui/time.tsx";
import type { LinkCheckView } from "#db/queries/owner-views.ts";
import { LINK_MARKS } from "#lib/handover/view-words.ts";
import { NOT_FOLLOWED } from "./owner-words.ts";

/** That a page is there needs no sentence; that it asks to sign in, or is not there, does. */
const isPlain = ({ state, reason }: LinkCheckView) => state === "reachable" && reason.startsWith("It answers");

/** What following a link showed, and when. */
export function LinkState({ check }: { check: LinkCheckView | null }) {
  if (check === null) return <StatusBadge mark={NOT_FOLLOWED} isQuiet className="text-xs" />;
  return (
    <span className="flex flex-col gap-0.5 text-xs">
      <span className="flex flex-wrap items-center gap-x-1.5">
        <StatusBadge mark={LINK_MARKS[check.state]} />
        <Time iso={check.at} className="text-ink-3" />
      </span>
      {!isPlain(check) && <span className="text-ink-2">{check.reason}</span>}
    </span>
  );
}
