import { clsx } from "clsx";
import { TONE_TEXT, type UiMark } from "./marks.ts";
import { StateIcon } from "./state-icon.tsx";

/** Shape, word and colour of a state. `isQuiet` leaves the word in the text's own colour. */
export function StatusBadge({ mark, isQuiet, className }: { mark: UiMark; isQuiet?: boolean; className?: string }) {
  return (
    <span className={clsx("inline-flex items-center gap-1.5 whitespace-nowrap", className)}>
      <StateIcon mark={mark} isDecorative />
      <span className={isQuiet ? undefined : TONE_TEXT[mark.tone]}>{mark.word}</span>
    </span>
  );
}
