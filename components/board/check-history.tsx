import Link from "next/link";
import { StateIcon } from "#components/ui/state-icon.tsx";
import { Time } from "#components/ui/time.tsx";
import type { CheckHistoryEntry } from "#db/queries/views.ts";
import { VERDICTS } from "#lib/audits/types.ts";
import { VERDICT_MARKS } from "#lib/handover/view-words.ts";
import { paths } from "../paths.ts";

const WORST_FIRST = ["fail", "error", "warn", "inconclusive", "not_run", "pass", "not_applicable"] as const;

/** One line per run that looked. */
export function CheckHistory({ slug, history }: { slug: string; history: readonly CheckHistoryEntry[] }) {
  if (history.length === 0) return <p className="text-ink-3 text-sm">No audit has looked at this yet.</p>;
  return (
    <ol className="flex flex-col text-sm">
      {history.map(({ at, runNumber, verdicts }) => {
        const worst = WORST_FIRST.find((verdict) => (verdicts[verdict] ?? 0) > 0) ?? "not_run";
        const counts = VERDICTS.filter((verdict) => (verdicts[verdict] ?? 0) > 0)
          .map((verdict) => `${verdicts[verdict]} ${VERDICT_MARKS[verdict].word.toLowerCase()}`)
          .join(", ");
        return (
          <li key={runNumber} className="flex items-baseline gap-2 py-1">
            <StateIcon mark={VERDICT_MARKS[worst]} isDecorative className="translate-y-0.5" />
            <Link href={paths.run(slug, runNumber)} className="hover:underline">
              Run {runNumber}
            </Link>
            <span className="min-w-0 flex-1 text-ink-2">{counts}</span>
            <Time iso={at} short className="text-ink-3 text-xs" />
          </li>
        );
      })}
    </ol>
  );
}
