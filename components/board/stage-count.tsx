import { clsx } from "clsx";
import type { StageView } from "#db/queries/views.ts";
import { stageLine } from "./stage-line.ts";

export function StageCount({ stage }: { stage: StageView }) {
  return (
    <p className="text-ink-2 text-xs">
      {stageLine(stage).map(({ text, isBad }, place) => (
        <span key={text}>
          {place > 0 && " · "}
          <span className={clsx(isBad && "font-semibold text-bad")}>{text}</span>
        </span>
      ))}
    </p>
  );
}
