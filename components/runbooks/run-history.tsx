import type { FormAction } from "#components/ui/action.ts";
import { Chip } from "#components/ui/chip.tsx";
import { ConfirmDialog } from "#components/ui/confirm-dialog.tsx";
import { Time } from "#components/ui/time.tsx";
import type { RehearsalView } from "#db/queries/runbook-views.ts";

export type ShownRun = RehearsalView & { remove?: FormAction | undefined };

function covered({ current, stepIds }: RehearsalView, stepCount: number): string {
  const changed = stepIds.length - current;
  const all = current === stepCount ? `all ${stepCount} steps` : `${current} of ${stepCount} steps`;
  return changed === 0
    ? all
    : `${all} as they read now; ${changed} more ${changed === 1 ? "has" : "have"} changed since`;
}

/** Every run, newest first. */
export function RunHistory({ runs, stepCount }: { runs: readonly ShownRun[]; stepCount: number }) {
  if (runs.length === 0) {
    return <p className="text-ink-3 text-sm">Nobody has recorded a run yet.</p>;
  }
  return (
    <ul className="divide-y divide-line rounded-xl border border-line bg-panel text-sm">
      {runs.map((run) => (
        <li key={run.id} className="flex flex-wrap items-start gap-x-3 gap-y-1 px-4 py-2.5">
          <div className="min-w-0 flex-1">
            <p className="flex flex-wrap items-center gap-x-2 gap-y-1">
              <span className="font-medium [overflow-wrap:anywhere]">{run.person.name}</span>
              <Chip>{run.isDryRun ? "dry run" : "for real"}</Chip>
              <Time iso={run.doneAt} className="text-ink-3" />
            </p>
            <p className="mt-0.5 text-ink-2">{covered(run, stepCount)}</p>
            {run.note !== "" && <p className="mt-0.5 text-ink-2 [overflow-wrap:anywhere]">“{run.note}”</p>}
            {run.recordedBy && run.recordedBy.name !== run.person.name && (
              <p className="mt-0.5 text-ink-3 text-xs">recorded by {run.recordedBy.name}</p>
            )}
          </div>
          {run.remove && (
            <ConfirmDialog
              label="Remove…"
              size="sm"
              variant="quiet"
              title={`Remove the run of ${run.person.name}?`}
              description="It no longer counts as done by them. The history keeps that it was recorded and removed."
              confirm="Remove the run"
              action={run.remove}
            />
          )}
        </li>
      ))}
    </ul>
  );
}
