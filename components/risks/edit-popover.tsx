"use client";

import { Dialog } from "@base-ui/react/dialog";
import { ActionForm } from "#components/ui/action-form.tsx";
import { DialogBody } from "#components/ui/dialog.tsx";
import { AnchoredMenu, MenuChoices } from "#components/ui/menu.tsx";
import { SubmitButton } from "#components/ui/submit-button.tsx";
import { DateField } from "./date-field.tsx";
import { type RowFacts, useRegister } from "./register-context.ts";
import { type EditField, editGroups, editOf } from "./risk-edits.ts";
import { rowElement } from "./row-focus.ts";

type Props = {
  editing: { field: EditField; row: RowFacts; anchor: HTMLElement } | null;
  onClose: () => void;
  now: string;
};

/** The one editor of the table: a menu beside the cell, or a small dialog for a date. */
export function EditPopover({ editing, onClose, now }: Props) {
  const { people, save } = useRegister();
  if (editing === null) return null;
  const { field, row, anchor } = editing;
  const change = (name: string, from: string) => (to: string) => {
    onClose();
    if (to !== from) save(editOf(field, row, { name, from, to }, people));
  };
  const cell = () => rowElement(row.number)?.querySelector<HTMLElement>(`[data-edit="${field}"]`) ?? true;
  if (field === "due") {
    const from = row.dueAt?.slice(0, 10) ?? "";
    return (
      <Dialog.Root open onOpenChange={(isOpen) => !isOpen && onClose()}>
        <DialogBody title={`When is risk ${row.number} due?`} description={row.title} finalFocus={cell}>
          <ActionForm
            action={(_, form) => {
              change("dueAt", from)(String(form.get("dueAt") ?? ""));
              return Promise.resolve({ ok: true });
            }}
          >
            <DateField name="dueAt" label="Due" now={now} value={from} isClearable />
            <div className="flex justify-end">
              <SubmitButton>Set the date</SubmitButton>
            </div>
          </ActionForm>
        </DialogBody>
      </Dialog.Root>
    );
  }
  return (
    <AnchoredMenu anchor={anchor} onClose={onClose} finalFocus={cell}>
      {editGroups(field, row, people).map(({ name, label, value, choices }) => (
        <MenuChoices key={name} label={label} value={value} choices={choices} onChange={change(name, value)} />
      ))}
    </AnchoredMenu>
  );
}
