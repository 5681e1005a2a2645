"use client";

import { Plus } from "lucide-react";
import { useRef, useState } from "react";
import type { FormAction } from "#components/ui/action.ts";
import { ActionForm } from "#components/ui/action-form.tsx";
import { Button } from "#components/ui/button.tsx";
import { InputField } from "#components/ui/field.tsx";
import { LinkButton } from "#components/ui/link-button.tsx";
import { SubmitButton } from "#components/ui/submit-button.tsx";
import type { RunbookStep } from "#lib/roadmap/records/types.ts";
import { type EditedStep, isChanged, moved, stepsToSend } from "./edited-steps.ts";
import { StepEditor } from "./step-editor.tsx";
import { useLeaveGuard } from "./use-leave-guard.ts";

const STEPS_MAX = 40;

type Props = {
  title: string;
  steps: readonly RunbookStep[];
  /** Sent along, so that nobody writes over somebody else's change. */
  basedOn: string;
  /** Gets `title`, `steps` as JSON, and `basedOn`. */
  action: FormAction;
  cancelHref: string;
};

/** All steps at once: change, move, add, remove, then save. */
export function RunbookEditor({ title: titleBefore, steps: before, basedOn, action, cancelHref }: Props) {
  const [title, setTitle] = useState(titleBefore);
  const [steps, setSteps] = useState<EditedStep[]>(() =>
    before.map(({ id, text, command }) => ({ key: id, text, command })),
  );
  const [said, say] = useState("");
  const added = useRef(0);
  const list = useRef<HTMLOListElement>(null);
  const isDirty = isChanged({ title: titleBefore, steps: before }, { title, steps });
  useLeaveGuard(isDirty);

  const focus = (key: string) =>
    requestAnimationFrame(() => list.current?.querySelector<HTMLElement>(`[data-step="${key}"] textarea`)?.focus());
  const change = (key: string, values: Partial<EditedStep>) =>
    setSteps((all) => all.map((step) => (step.key === key ? { ...step, ...values } : step)));

  function move(key: string, by: -1 | 1) {
    const next = moved(steps, key, by);
    const place = next.findIndex((step) => step.key === key) + 1;
    setSteps(next);
    say(`The step is now number ${place} of ${next.length}.`);
  }

  function add() {
    added.current += 1;
    const key = `new-${added.current}`;
    setSteps([...steps, { key, text: "", command: "" }]);
    focus(key);
  }

  function remove(key: string) {
    const place = steps.findIndex((step) => step.key === key);
    const next = steps.filter((step) => step.key !== key);
    setSteps(next);
    say(`Step ${place + 1} removed, ${next.length} left.`);
    const neighbour = next[Math.min(place, next.length - 1)];
    if (neighbour) focus(neighbour.key);
  }

  return (
    <ActionForm action={action} values={{ steps: JSON.stringify(stepsToSend(steps)), basedOn }}>
      <div className="flex max-w-3xl flex-col gap-4">
        <InputField
          name="title"
          label="Title"
          value={title}
          onChange={(event) => setTitle(event.currentTarget.value)}
          required
          maxLength={120}
        />
        <p className="text-ink-2 text-sm">
          A step that reads otherwise counts as not done by anybody, until somebody does it again. Moving one changes
          nothing. Say where a secret is kept, never the secret.
        </p>
        <ol ref={list} className="flex flex-col gap-3">
          {steps.map((step, index) => (
            <StepEditor
              key={step.key}
              step={step}
              place={index + 1}
              count={steps.length}
              isChanged={
                !before.some(
                  ({ id, text, command }) =>
                    id === step.key && text === step.text.trim() && command === step.command.trim(),
                )
              }
              onChange={(values) => change(step.key, values)}
              onMove={(by) => move(step.key, by)}
              onRemove={() => remove(step.key)}
            />
          ))}
        </ol>
        <p aria-live="polite" className="sr-only">
          {said}
        </p>
        <div>
          <Button onClick={add} disabled={steps.length >= STEPS_MAX}>
            <Plus size={14} aria-hidden /> Add a step
          </Button>
        </div>
        <div className="sticky bottom-0 -mx-4 flex flex-wrap items-center justify-end gap-3 border-line border-t bg-bg px-4 py-3">
          <p className="mr-auto text-ink-3 text-sm">{isDirty ? "Not saved yet" : "Nothing changed"}</p>
          <LinkButton href={cancelHref}>Cancel</LinkButton>
          <SubmitButton>Save the runbook</SubmitButton>
        </div>
      </div>
    </ActionForm>
  );
}
