import { clsx } from "clsx";
import type { UiMark } from "./marks.ts";

const FILL: Record<UiMark["tone"], string> = {
  ok: "bg-ok",
  warn: "bg-warn",
  bad: "bg-bad",
  info: "bg-info",
  mute: "bg-line-strong",
};

/** One bar per item in the colour of its state. For the eye only: the counts stand beside it in words. */
export function Segments({ tones, className }: { tones: readonly UiMark["tone"][]; className?: string }) {
  return (
    <div aria-hidden className={clsx("flex gap-0.5", className)}>
      {tones.map((tone, place) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the place is the identity
        <i key={place} className={clsx("h-1.25 min-w-0 flex-1 rounded-xs", FILL[tone])} />
      ))}
    </div>
  );
}
