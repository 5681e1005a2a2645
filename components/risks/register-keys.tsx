"use client";

import type { ActionResult } from "#components/ui/action.ts";
import { toasts } from "#components/ui/toasts.ts";
import { type RegisterState, useRegister } from "./register-context.ts";
import type { EditField } from "./risk-edits.ts";
import { focusedRow, rowElement } from "./row-focus.ts";

type MarkFixed = (number: number) => Promise<ActionResult>;
type RowKey = {
  keys: string;
  label: string;
  isOffered: (may: RegisterState["may"]) => boolean;
  /** `number` is that of the row in focus. */
  press: (number: number, state: RegisterState, markFixed: MarkFixed) => void;
};

const canWrite: RowKey["isOffered"] = ({ write }) => write;
const editKeyOf = (keys: string, field: EditField, label: string): RowKey => ({
  keys,
  label,
  isOffered: canWrite,
  press: (number) => rowElement(number)?.querySelector<HTMLElement>(`[data-edit="${field}"]`)?.click(),
});

const ROW_KEYS: readonly RowKey[] = [
  {
    keys: "x",
    label: "Select the row",
    isOffered: canWrite,
    press: (number, { selection }) => selection.toggle(number),
  },
  {
    keys: "X",
    label: "Select up to the row (with Shift)",
    isOffered: canWrite,
    press: (number, { selection }) => selection.extendTo(number),
  },
  {
    keys: "d",
    label: "Decide on the row, or on those selected",
    isOffered: ({ decide }) => decide !== null,
    press: (number, { decide, selection: { numbers } }) => decide(numbers.length > 0 ? numbers : [number]),
  },
  {
    keys: "f",
    label: "Mark the row fixed",
    isOffered: ({ markFixed }) => markFixed,
    press: (number, { rows }, markFixed) => {
      const row = rows.find((one) => one.number === number);
      if (row?.isCheckable) void markFixed(number).then(sayResult);
      else toasts.add({ title: `No rule of ours looks after risk ${number}; open it to settle it.` });
    },
  },
  editKeyOf("o", "owner", "Owner of the row"),
  editKeyOf("s", "severity", "Severity of the row, if added by hand"),
  editKeyOf("l", "score", "Likelihood and impact of the row"),
  editKeyOf("u", "due", "Due date of the row"),
];

function sayResult(result: ActionResult): void {
  if (result.ok) toasts.add({ title: result.message });
  else toasts.add({ title: result.message, type: "error", priority: "high" });
}

/** What shell/shortcuts.tsx presses; each acts on the row in focus, or on the first of those selected. */
export function RegisterKeys({ markFixed }: { markFixed: MarkFixed }) {
  const state = useRegister();
  return (
    <div hidden>
      {ROW_KEYS.filter(({ isOffered }) => isOffered(state.may)).map(({ keys, label, press }) => (
        <button
          key={keys}
          type="button"
          data-keys={keys}
          data-keys-label={label}
          onClick={() => {
            const number = focusedRow() ?? state.selection.numbers[0];
            if (number !== undefined) press(number, state, markFixed);
          }}
        />
      ))}
    </div>
  );
}
