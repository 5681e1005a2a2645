"use client";

import type { FormAction } from "#components/ui/action.ts";
import { ActionForm } from "#components/ui/action-form.tsx";
import { Button } from "#components/ui/button.tsx";
import { DialogButton } from "#components/ui/dialog.tsx";
import { SelectField } from "#components/ui/field.tsx";
import { Kbd } from "#components/ui/kbd.tsx";
import { personOptions } from "#components/ui/person-options.ts";
import { SubmitButton } from "#components/ui/submit-button.tsx";
import { DateField } from "./date-field.tsx";
import { useRegister } from "./register-context.ts";
import { rowToFocus } from "./row-focus.ts";

/** What can be done with the rows that are chosen, at the foot of the window. */
export function BulkBar({ assign, now }: { assign: FormAction; now: string }) {
  const { selection, people, may, decide } = useRegister();
  const count = selection.numbers.length;
  const values = { numbers: selection.numbers.join() };
  return (
    <>
      <p role="status" className="sr-only">
        {count === 0 ? "" : `${count} selected`}
      </p>
      {count > 0 && (
        <section
          aria-label="Selected risks"
          className="fixed inset-x-3 bottom-3 z-30 mx-auto flex w-fit max-w-full flex-wrap items-center gap-2 rounded-xl border border-line-strong bg-panel p-2 pl-3.5"
        >
          <p className="font-medium text-sm" aria-hidden>
            {count} selected
          </p>
          {may.decide !== null && (
            <Button variant="primary" onClick={() => decide(selection.numbers)}>
              Decide… <Kbd>D</Kbd>
            </Button>
          )}
          <DialogButton label="Assign…" title={`Assign ${count} ${count === 1 ? "risk" : "risks"}`}>
            <ActionForm action={assign} values={values}>
              <SelectField name="ownerId" label="Owner" options={personOptions(people)} />
              <div className="flex justify-end">
                <SubmitButton>Assign</SubmitButton>
              </div>
            </ActionForm>
          </DialogButton>
          <DialogButton label="Set due…" title={`When ${count === 1 ? "is it" : `are these ${count}`} due?`}>
            <ActionForm action={assign} values={values}>
              <DateField name="dueAt" label="Due" now={now} isClearable />
              <div className="flex justify-end">
                <SubmitButton>Set the date</SubmitButton>
              </div>
            </ActionForm>
          </DialogButton>
          <Button
            variant="quiet"
            keys="Escape"
            keysLabel="Clear the selection"
            onClick={() => {
              selection.clear();
              rowToFocus()?.focus();
            }}
          >
            Clear <Kbd>Esc</Kbd>
          </Button>
        </section>
      )}
    </>
  );
}
