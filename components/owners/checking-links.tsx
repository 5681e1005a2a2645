import { AutoRefresh } from "#components/ui/auto-refresh.tsx";
import { ProgressBar } from "#components/ui/progress-bar.tsx";
import type { OwnersView } from "#db/queries/owner-views.ts";

/** How far the check of the links is, kept up to date. */
export function CheckingLinks({ checking }: { checking: NonNullable<OwnersView["checking"]> }) {
  const { onlyDue, done, total } = checking;
  const text = onlyDue ? "New links are being followed." : `${done} of ${total} links followed`;
  return (
    <div role="status" className="mb-5 flex max-w-80 flex-col gap-1.5">
      <AutoRefresh />
      <p className="text-ink-2 text-sm">{text}</p>
      {!onlyDue && <ProgressBar value={done} max={total} label="Check of the links" text={text} />}
    </div>
  );
}
