import { ArrowDown, ArrowUp, Trash2 } from "lucide-react";
import type { KeyboardEvent } from "react";
import { Button } from "#components/ui/button.tsx";
import { Chip } from "#components/ui/chip.tsx";
import { CONTROL } from "#components/ui/control.ts";
import type { EditedStep } from "./edited-steps.ts";

type Props = {
  step: EditedStep;
  place: number;
  count: number;
  /** Reads otherwise than it is stored. */
  isChanged: boolean;
  onChange: (values: Partial<EditedStep>) => void;
  onMove: (by: -1 | 1) => void;
  onRemove: () => void;
};

/** One step in the making. Alt with an arrow moves it, from wherever the focus is in it. */
export function StepEditor({ step, place, count, isChanged, onChange, onMove, onRemove }: Props) {
  function moveByKey(event: KeyboardEvent) {
    if (!event.altKey || (event.key !== "ArrowUp" && event.key !== "ArrowDown")) return;
    event.preventDefault();
    onMove(event.key === "ArrowUp" ? -1 : 1);
  }

  return (
    <li data-step={step.key} onKeyDown={moveByKey} className="rounded-xl border border-line bg-panel p-3">
      <div className="mb-2 flex items-center gap-1">
        <span className="font-medium text-sm">Step {place}</span>
        {isChanged && (
          <Chip tone="info" className="ml-1.5">
            changed
          </Chip>
        )}
        <span className="ml-auto flex gap-0.5">
          <Button
            size="icon"
            variant="quiet"
            aria-label={`Move step ${place} up`}
            aria-keyshortcuts="Alt+ArrowUp"
            aria-disabled={place === 1}
            onClick={() => onMove(-1)}
          >
            <ArrowUp size={15} aria-hidden />
          </Button>
          <Button
            size="icon"
            variant="quiet"
            aria-label={`Move step ${place} down`}
            aria-keyshortcuts="Alt+ArrowDown"
            aria-disabled={place === count}
            onClick={() => onMove(1)}
          >
            <ArrowDown size={15} aria-hidden />
          </Button>
          <Button size="icon" variant="quiet" aria-label={`Remove step ${place}`} onClick={onRemove}>
            <Trash2 size={15} aria-hidden />
          </Button>
        </span>
      </div>
      <label className="flex flex-col gap-1 text-ink-3 text-xs">
        What to do
        <textarea
          value={step.text}
          onChange={(event) => onChange({ text: event.currentTarget.value })}
          rows={1}
          maxLength={500}
          required
          className={`${CONTROL} field-sizing-content py-1.5`}
        />
      </label>
      <label className="mt-2 flex flex-col gap-1 text-ink-3 text-xs">
        Command (optional)
        <input
          value={step.command}
          onChange={(event) => onChange({ command: event.currentTarget.value })}
          maxLength={500}
          spellCheck={false}
          autoComplete="off"
          className={`${CONTROL} font-mono`}
        />
      </label>
    </li>
  );
}
