import type { PackView } from "#db/queries/views.ts";
import { ProgressBar } from "../ui/progress-bar.tsx";

const WORDS: Readonly<Record<string, string>> = {
  collected: "Everything is collected; the pages are set next",
  rendering: "The pages are being set",
  storing: "The document is being stored",
};

/** How far the job is, in words and as a bar. */
export function PackProgress({ pack }: { pack: Pick<PackView, "version" | "progress" | "step"> }) {
  const words = WORDS[pack.step] ?? "Waiting for its turn";
  return (
    <div className="grid gap-1.5" role="status">
      <p className="text-ink-2 text-sm">{words}</p>
      <ProgressBar
        value={pack.progress}
        max={100}
        label={`Making version ${pack.version}`}
        text={`${pack.progress} per cent: ${words}`}
      />
    </div>
  );
}
