import type { RunView } from "#db/queries/views.ts";
import { Chip } from "../ui/chip.tsx";
import { groupByVerdict } from "./group-results.ts";
import { ResultDetails } from "./result-details.tsx";

/** A run that has ended: what needs somebody first, what passes closed. */
export function FinishedRun({ slug, run }: { slug: string; run: RunView }) {
  const isSeveral = run.targets.length > 1;
  const { fixed, new: opened } = run.sinceLast;
  return (
    <div>
      <p className="flex flex-wrap gap-2 pb-4">
        <Chip tone={fixed > 0 ? "ok" : "mute"}>{fixed} fixed</Chip>
        <Chip tone={opened > 0 ? "bad" : "mute"}>{opened} new</Chip>
        <span className="text-ink-3 text-sm">against what was known before</span>
      </p>
      {groupByVerdict(run.results).map((section) => (
        <details
          key={section.title}
          open={section.isOpen}
          className="mb-3 overflow-hidden rounded-xl border border-line bg-panel"
        >
          <summary className="flex min-h-9 cursor-pointer items-center bg-sunk px-3 py-2 font-medium text-sm">
            <h2 className="font-medium tracking-normal">{section.title}</h2>
            <span className="ml-auto font-normal text-ink-3">{section.results.length}</span>
          </summary>
          {section.results.map((result) => (
            <ResultDetails
              key={`${result.targetId} ${result.rule}`}
              slug={slug}
              result={result}
              host={isSeveral ? new URL(result.targetUrl).host : undefined}
            />
          ))}
        </details>
      ))}
    </div>
  );
}
