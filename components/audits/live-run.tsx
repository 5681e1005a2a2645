"use client";

import { useRouter } from "next/navigation";
import { useEffect, useState } from "react";
import type { RunView } from "#db/queries/views.ts";
import { VERDICT_MARKS } from "#lib/handover/view-words.ts";
import { WAITING, WORKING } from "../ui/marks.ts";
import { ProgressBar } from "../ui/progress-bar.tsx";
import { StateIcon } from "../ui/state-icon.tsx";
import { groupByArea, type RuleRow } from "./group-results.ts";
import { decided, progressInWords } from "./run-words.ts";
import { ENDED, useRunEvents } from "./use-run-events.ts";

const NEWS_MS = 3_000;

/** Read out at most every few seconds, however fast the results come. */
function News({ text }: { text: string }) {
  const [said, setSaid] = useState("");
  useEffect(() => {
    const timer = setTimeout(() => setSaid(text), NEWS_MS);
    return () => clearTimeout(timer);
  }, [text]);
  return (
    <p aria-live="polite" className="sr-only">
      {said}
    </p>
  );
}

function Row({ row: { rule, result }, title, isRunning }: { row: RuleRow; title: string; isRunning: boolean }) {
  const mark = result ? VERDICT_MARKS[result.verdict] : isRunning ? WORKING : WAITING;
  return (
    <li className="grid min-h-9 grid-cols-[18px_minmax(0,1fr)] items-center gap-x-2.5 border-line border-t px-3 py-1.5 text-sm sm:grid-cols-[18px_220px_minmax(0,1fr)]">
      <StateIcon mark={mark} />
      <code className="truncate font-mono text-ink-2 text-xs">{rule}</code>
      <span className="truncate text-ink-2 max-sm:col-start-2">{result?.summary ?? title}</span>
    </li>
  );
}

type Props = { slug: string; run: RunView; titles: Record<string, string> };

/** A run under way: every rule stands in its final place from the start and fills in where it is. */
export function LiveRun({ slug, run: initial, titles }: Props) {
  const router = useRouter();
  const run = useRunEvents(slug, initial);
  const hasEnded = ENDED.includes(run.state);
  useEffect(() => {
    if (hasEnded) router.refresh();
  }, [hasEnded, router]);

  const progress = progressInWords(run);
  return (
    <div>
      <div className="flex items-center gap-3 pb-4 text-ink-2 text-sm">
        <ProgressBar
          value={decided(run.counts)}
          max={run.rules.length * run.targets.length}
          label="Progress of the audit"
          text={progress}
        />
        <span className="whitespace-nowrap">{progress}</span>
      </div>
      <News text={progress} />
      {groupByArea(run).map((group) => (
        <section
          key={group.key}
          aria-label={group.title}
          className="mb-3 overflow-hidden rounded-xl border border-line bg-panel"
        >
          <h2 className="flex bg-sunk px-3 py-2 font-medium text-sm tracking-normal">
            {group.title}
            <span className="ml-auto font-normal text-ink-3">
              {group.decided} of {group.rows.length}
            </span>
          </h2>
          <ul>
            {group.rows.map((row) => (
              <Row key={row.rule} row={row} title={titles[row.rule] ?? row.rule} isRunning={run.state === "running"} />
            ))}
          </ul>
        </section>
      ))}
    </div>
  );
}
