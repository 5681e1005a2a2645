import { Kbd } from "#components/ui/kbd.tsx";

const LEGEND = [
  ["J", "K", "move"],
  ["Enter", "open"],
  ["X", "select"],
  ["D", "decide"],
  ["/", "search"],
  ["?", "all keys"],
] as const;

/** For the eye: the keys that serve most here. */
export function KeyLegend() {
  return (
    <p
      aria-hidden
      className="flex flex-wrap gap-x-3.5 gap-y-1 pt-3 text-ink-3 text-xs pointer-coarse:hidden max-md:hidden"
    >
      {LEGEND.map((entry) => (
        <span key={entry.join()} className="inline-flex items-center gap-1">
          {entry.slice(0, -1).map((key) => (
            <Kbd key={key}>{key}</Kbd>
          ))}
          {entry.at(-1)}
        </span>
      ))}
    </p>
  );
}
