import { ChangeMark } from "#components/ui/change-mark.tsx";
import { WAITING } from "#components/ui/marks.ts";
import { StateIcon } from "#components/ui/state-icon.tsx";
import type { AreaCell, Standing } from "#db/queries/domain-views.ts";
import { VERDICT_MARKS } from "#lib/handover/view-words.ts";
import { changeOf, shortWord } from "./standing.ts";

const wordOf = (standing: Standing) => (standing === null ? "not seen" : VERDICT_MARKS[standing.verdict].word);

/** How an area of a host stands, and which way it went. */
export function AreaStanding({ cell }: { cell: AreaCell }) {
  const { now, before } = cell;
  return (
    <span className="inline-flex items-baseline gap-1.5 whitespace-nowrap" title={wordOf(now)}>
      <StateIcon mark={now ? VERDICT_MARKS[now.verdict] : WAITING} isDecorative className="translate-y-0.5" />
      <span className={now?.verdict === "fail" ? "text-bad" : "text-ink-2"}>{shortWord(now)}</span>
      <ChangeMark change={changeOf(cell)} from={wordOf(before).toLowerCase()} to={wordOf(now).toLowerCase()} />
    </span>
  );
}
