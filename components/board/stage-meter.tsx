import type { UiMark } from "#components/ui/marks.ts";
import { Segments } from "#components/ui/segments.tsx";
import type { StageSummary } from "#db/queries/views.ts";

/** One stage in the space of a word. */
export function StageMeter({ stage }: { stage: StageSummary }) {
  const { order, shortTitle, done, total, failing, warnings, unproven } = stage;
  const tones = [
    ...repeat("bad", failing),
    ...repeat("ok", done),
    ...repeat("warn", warnings),
    ...repeat("mute", unproven),
  ];
  return (
    <span title={shortTitle} className="flex min-w-0 flex-col gap-1 text-2xs text-ink-3">
      <span className="flex justify-between gap-1">
        <span aria-hidden>{order}</span>
        <span>
          <span className="sr-only">{shortTitle}: </span>
          {done}
          <span aria-hidden>/</span>
          <span className="sr-only"> of </span>
          {total}
          {failing > 0 && <span className="sr-only">, {failing} failing</span>}
        </span>
      </span>
      <Segments tones={tones.slice(0, Math.max(total, 1))} />
    </span>
  );
}

function repeat(tone: UiMark["tone"], count: number): UiMark["tone"][] {
  return Array.from({ length: count }, () => tone);
}
