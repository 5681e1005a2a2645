"use client";

import { useState } from "react";
import type { FormAction } from "#components/ui/action.ts";
import { ActionForm } from "#components/ui/action-form.tsx";
import { Button } from "#components/ui/button.tsx";
import { CheckboxField, InputField, SelectField } from "#components/ui/field.tsx";
import { SubmitButton } from "#components/ui/submit-button.tsx";
import type { RunbookStepView } from "#db/queries/runbook-views.ts";
import type { PersonView } from "#db/queries/views.ts";

export type RecordRunProps = {
  steps: readonly RunbookStepView[];
  people: readonly PersonView[];
  /** Who records it, chosen to begin with. */
  me: string | null;
  /** Today in UTC, `YYYY-MM-DD`. */
  today: string;
  /** Gets `steps` (each), `person`, `personName`, `kind`, `doneAt`, `note`. */
  action: FormAction;
};

const OUTSIDE = "outside";
const KINDS = [
  { value: "dry", label: "A dry run, on staging or up to the last click" },
  { value: "real", label: "For real" },
];

export function RecordRunForm({ steps, people, me, today, action }: RecordRunProps) {
  const [person, setPerson] = useState(me ?? OUTSIDE);
  const [worked, setWorked] = useState<ReadonlySet<string>>(new Set());
  const isAll = worked.size === steps.length;

  function toggle(id: string) {
    const next = new Set(worked);
    if (!next.delete(id)) next.add(id);
    setWorked(next);
  }

  return (
    <ActionForm action={action}>
      <div className="grid gap-3 sm:grid-cols-2">
        <SelectField
          name="person"
          label="Who did it?"
          value={person}
          onChange={(event) => setPerson(event.currentTarget.value)}
          options={[
            ...people.map(({ id, name }) => ({ value: id, label: name })),
            { value: OUTSIDE, label: "Somebody outside…" },
          ]}
        />
        <InputField name="doneAt" type="date" label="When?" defaultValue={today} max={today} required />
      </div>
      {person === OUTSIDE && <InputField name="personName" label="Their name" maxLength={120} required />}
      <SelectField name="kind" label="How?" options={KINDS} />
      <fieldset className="flex min-w-0 flex-col gap-2">
        <legend className="mb-1.5 flex w-full items-center gap-3 font-medium text-sm">
          Which steps worked?
          <Button size="sm" onClick={() => setWorked(new Set(isAll ? [] : steps.map(({ id }) => id)))}>
            {isAll ? "None of them" : "All of them"}
          </Button>
        </legend>
        {steps.map(({ id, place, text }) => (
          <CheckboxField
            key={id}
            name="steps"
            value={id}
            checked={worked.has(id)}
            onChange={() => toggle(id)}
            label={
              <span className="line-clamp-2 font-normal [overflow-wrap:anywhere]">
                {place}. {text}
              </span>
            }
          />
        ))}
      </fieldset>
      <InputField name="note" label="What was different? (optional)" maxLength={1000} />
      <div className="flex flex-wrap items-center justify-end gap-3">
        <p aria-live="polite" className="text-ink-3 text-sm">
          {worked.size} of {steps.length} steps
        </p>
        <SubmitButton>Record the run</SubmitButton>
      </div>
    </ActionForm>
  );
}
