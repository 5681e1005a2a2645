import { clsx } from "clsx";
import Link from "next/link";
import { paths } from "#components/paths.ts";
import { Segments } from "#components/ui/segments.tsx";
import { StatusBadge } from "#components/ui/status-badge.tsx";
import type { SprintStage } from "#lib/roadmap/sprint.ts";
import { DELIVERABLES } from "#lib/roadmap/stages.ts";
import { CheckLinks } from "./check-links.tsx";
import { FINISHED_MARKS, STAGE_MARKS } from "./sprint-marks.ts";
import { windowWords } from "./sprint-words.ts";

const FILL: Record<SprintStage["state"], string> = {
  done: "bg-ok-tint border-ok-line text-ok",
  late: "bg-bad-tint border-bad-line text-bad",
  now: "bg-info-tint border-info-line text-info",
  later: "bg-sunk border-line-strong text-ink-3",
};

/** Every window as long as its hours, and where the clock is. For the eye only: the list below says it all. */
function Bar({ stages, hoursWorked }: { stages: readonly SprintStage[]; hoursWorked: number }) {
  const total = stages.at(-1)?.to ?? 1;
  return (
    <div aria-hidden className="relative pt-1 pb-2 max-sm:hidden">
      <div className="flex gap-0.5">
        {stages.map(({ stage, title, from, to, state }) => (
          <span
            key={stage}
            className={clsx("truncate rounded-xs border px-1.5 py-1 text-2xs", FILL[state])}
            style={{ width: `${((to - from) / total) * 100}%` }}
          >
            {title}
          </span>
        ))}
      </div>
      <span
        className="absolute top-0 bottom-1 w-0.5 rounded-full bg-ink"
        style={{ left: `${Math.min(1, hoursWorked / total) * 100}%` }}
      />
    </div>
  );
}

const DELIVERABLE_TITLES = new Map(DELIVERABLES.map(({ id, title }) => [id, title]));

type RowProps = { slug: string; window: SprintStage; isFinished: boolean };

function StageRow({ slug, window, isFinished }: RowProps) {
  const { stage, title, from, to, work, state, delivered, open, deliverables } = window;
  const scope = delivered.length + open.length;
  return (
    <li className="grid gap-x-5 gap-y-2 px-4 py-3 md:grid-cols-[11rem_minmax(0,1fr)]">
      <div className="flex flex-wrap items-baseline gap-x-3 gap-y-1 md:flex-col">
        <h3 className="font-medium text-base tracking-normal">
          <Link
            href={paths.stage(slug, stage)}
            className="underline decoration-line-strong underline-offset-2 hover:decoration-current"
          >
            {title}
          </Link>
        </h3>
        <p className="text-ink-3 text-xs tabular-nums">{windowWords(from, to)}</p>
        <StatusBadge mark={(isFinished ? FINISHED_MARKS : STAGE_MARKS)[state]} className="text-sm" />
      </div>
      <div className="min-w-0">
        <p className="text-ink-2 text-sm">{work}</p>
        <p className="mt-1 text-ink-3 text-xs">
          Delivers: {deliverables.map((id) => DELIVERABLE_TITLES.get(id) ?? id).join(", ")}
        </p>
        <div className="mt-2 flex items-center gap-2.5">
          <Segments
            tones={[...delivered.map(() => "ok" as const), ...open.map(() => (state === "late" ? "bad" : "mute"))]}
            className="w-32"
          />
          <p className="text-ink-2 text-xs">
            {scope === 0 ? "Nothing was open here" : `${delivered.length} of ${scope} delivered`}
          </p>
        </div>
        {open.length > 0 && (state === "now" || state === "late") && (
          <p className="mt-1.5 text-ink-2 text-sm">
            Open: <CheckLinks slug={slug} ids={open} />
          </p>
        )}
      </div>
    </li>
  );
}

type Props = { slug: string; stages: readonly SprintStage[]; hoursWorked: number; isFinished: boolean };

/** The seven stages with their windows of the hours. */
export function SprintTimeline({ slug, stages, hoursWorked, isFinished }: Props) {
  return (
    <div>
      <Bar stages={stages} hoursWorked={hoursWorked} />
      <ol className="divide-y divide-line rounded-xl border border-line bg-panel">
        {stages.map((window) => (
          <StageRow key={window.stage} slug={slug} window={window} isFinished={isFinished} />
        ))}
      </ol>
    </div>
  );
}
