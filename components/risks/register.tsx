"use client";

import { type ReactNode, useEffect, useMemo, useOptimistic, useState, useTransition } from "react";
import type { ActionResult, FormAction } from "#components/ui/action.ts";
import { toasts } from "#components/ui/toasts.ts";
import type { PersonView } from "#db/queries/views.ts";
import { BulkBar } from "./bulk-bar.tsx";
import { DecideDialog } from "./decide-dialog.tsx";
import { EditPopover } from "./edit-popover.tsx";
import { RegisterContext, type RegisterMay, type RegisterState, type RowFacts } from "./register-context.ts";
import { RegisterKeys } from "./register-keys.tsx";
import { type EditField, editKey, editSentence, type RiskEdit } from "./risk-edits.ts";
import { forgetRow, rememberRow, restoreFocus } from "./row-focus.ts";
import { useSelection } from "./use-selection.ts";

/** Bound to the project. */
export type RegisterActions = {
  update: (number: number, previous: null, form: FormData) => Promise<ActionResult>;
  markFixed: (number: number) => Promise<ActionResult>;
  /** Gets `numbers`, with commas between, and what `DecisionFields` send. */
  decide: FormAction;
  /** Gets `numbers` and either `ownerId` or `dueAt`. */
  assign: FormAction;
};

type Props = {
  rows: readonly RowFacts[];
  people: readonly PersonView[];
  may: RegisterMay;
  actions: RegisterActions;
  /** ISO 8601, from the server, so that both sides count days alike. */
  now: string;
  openNumber?: number | undefined;
  children: ReactNode;
};

type Pending = Readonly<Record<string, string>>;
const NONE_PENDING: Pending = {};

/** Selection, keys, inline edits and the dialogs of the register, around its table. */
export function Register({ rows, people, may, actions, now, openNumber, children }: Props) {
  const numbers = useMemo(() => rows.map(({ number }) => number), [rows]);
  const selection = useSelection(numbers);
  const [deciding, setDeciding] = useState<readonly number[]>([]);
  const [editing, setEditing] = useState<{ field: EditField; row: RowFacts; anchor: HTMLElement } | null>(null);
  const [, startSaving] = useTransition();
  const [pending, addPending] = useOptimistic(NONE_PENDING, (known: Pending, { field, number, shown }: RiskEdit) => ({
    ...known,
    [editKey(field, number)]: shown,
  }));

  const listed = `${numbers.join()}/${openNumber ?? ""}`;
  // biome-ignore lint/correctness/useExhaustiveDependencies: whenever other rows are listed, or the sheet closes
  useEffect(restoreFocus, [listed]);

  useEffect(() => {
    const remember = ({ target }: FocusEvent) => rememberRow(target);
    document.addEventListener("focusin", remember);
    return () => {
      document.removeEventListener("focusin", remember);
      forgetRow();
    };
  }, []);

  function save(edit: RiskEdit) {
    startSaving(async () => {
      addPending(edit);
      const form = new FormData();
      form.set(edit.name, edit.value);
      const result = await actions.update(edit.number, null, form);
      if (!result.ok) {
        toasts.add({ title: result.message, type: "error", priority: "high" });
        return;
      }
      const back: RiskEdit = { ...edit, ...edit.was, was: { value: edit.value, shown: edit.shown } };
      toasts.add({ title: editSentence(edit), actionProps: { children: "Undo", onClick: () => save(back) } });
    });
  }

  const state: RegisterState = {
    rows,
    people,
    may,
    selection,
    pending,
    edit: (field, number, anchor) => {
      const row = rows.find((one) => one.number === number);
      if (row) setEditing({ field, row, anchor });
    },
    save,
    decide: setDeciding,
  };
  return (
    <RegisterContext value={state}>
      {children}
      <RegisterKeys markFixed={actions.markFixed} />
      <BulkBar assign={actions.assign} now={now} />
      <EditPopover editing={editing} onClose={() => setEditing(null)} now={now} />
      <DecideDialog numbers={deciding} onClose={() => setDeciding([])} action={actions.decide} now={now} />
    </RegisterContext>
  );
}
