import { Avatar } from "#components/ui/avatar.tsx";
import { CopyButton } from "#components/ui/copy-button.tsx";
import { StatusBadge } from "#components/ui/status-badge.tsx";
import type { RunbookStepView } from "#db/queries/runbook-views.ts";
import { listed } from "#lib/roadmap/words.ts";
import { peopleMark } from "./runbook-marks.ts";

function DoneBy({ people }: { people: readonly string[] }) {
  return (
    <div className="flex flex-wrap items-center gap-x-2 gap-y-1 text-xs print:hidden">
      <StatusBadge mark={peopleMark(people.length)} />
      {people.length > 0 && (
        <span className="flex min-w-0 items-center gap-1.5 text-ink-3">
          <span aria-hidden className="flex -space-x-1">
            {people.slice(0, 3).map((name) => (
              <Avatar key={name} name={name} isSmall />
            ))}
          </span>
          <span className="[overflow-wrap:anywhere]">{listed(people)}</span>
        </span>
      )}
    </div>
  );
}

/** Copying it is what one came for, so the button is always in sight. */
function Command({ command, place }: { command: string; place: number }) {
  return (
    <div className="flex items-start gap-2 rounded-md border border-line bg-sunk py-1 pr-1 pl-2.5">
      <code className="min-w-0 flex-1 whitespace-pre-wrap py-1 font-mono text-xs [overflow-wrap:anywhere]">
        {command}
      </code>
      <span className="print:hidden">
        <CopyButton text={command} label={`Copy the command of step ${place}`} />
      </span>
    </div>
  );
}

/** The steps as one follows them; on paper each has a box to tick. */
export function StepList({ steps }: { steps: readonly RunbookStepView[] }) {
  return (
    <ol className="flex flex-col rounded-xl border border-line bg-panel print:border-0">
      {steps.map((step) => (
        <li
          key={step.id}
          className="grid grid-cols-[1.75rem_minmax(0,1fr)] gap-x-2 border-line px-4 py-3.5 not-first:border-t print:break-inside-avoid print:px-0"
        >
          <span aria-hidden className="text-ink-3 tabular-nums">
            {step.place}
            <span className="mt-1 hidden size-3.5 rounded-xs border border-ink-3 print:block" />
          </span>
          <div className="flex min-w-0 flex-col gap-2">
            <p className="max-w-[72ch] whitespace-pre-line [overflow-wrap:anywhere]">{step.text}</p>
            {step.command !== "" && <Command command={step.command} place={step.place} />}
            <DoneBy people={step.people} />
          </div>
        </li>
      ))}
    </ol>
  );
}
