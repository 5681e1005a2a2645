import type { ModelChanges } from "#lib/handover/model-changes.ts";
import { StateIcon } from "../ui/state-icon.tsx";
import { changeGroups, changeSummary } from "./changes.ts";
import { Few } from "./few.tsx";

const SHOWN = 5;

/** What a version changed against an earlier one. */
export function ChangesList({ changes, level }: { changes: ModelChanges; level: 3 | 4 }) {
  const groups = changeGroups(changes);
  const Heading = level === 3 ? "h3" : "h4";
  return (
    <div className="grid gap-4">
      <p className="text-ink-2">
        {changeSummary(changes)}
        {groups.length === 0 && " Nothing else that the pack tells of is different."}
      </p>
      {groups.map(({ title, lines }) => (
        <div key={title}>
          <Heading className="mb-1.5 font-medium text-sm">
            {title} <span className="text-ink-3">{lines.length}</span>
          </Heading>
          <Few
            shown={SHOWN}
            items={lines.map(({ key, mark, text, note }) => ({
              key,
              body: (
                <div className="flex gap-2 text-sm">
                  <StateIcon mark={mark} isDecorative className="mt-0.5" />
                  <p className="min-w-0 [overflow-wrap:anywhere]">
                    {text} <span className="text-ink-3">{note}</span>
                  </p>
                </div>
              ),
            }))}
          />
        </div>
      ))}
    </div>
  );
}
