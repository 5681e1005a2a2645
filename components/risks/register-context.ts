import { createContext, use } from "react";
import type { PersonView, RiskView } from "#db/queries/views.ts";
import type { EditField, RiskEdit } from "./risk-edits.ts";
import type { Selection } from "./use-selection.ts";

/** What the keys, the inline edits and the dialogs must know of a row. */
export type RowFacts = Pick<
  RiskView,
  "number" | "title" | "severity" | "likelihood" | "impact" | "isManual" | "dueAt" | "owner"
> & {
  /** Still to be decided on. */
  isUnsettled: boolean;
  /** A rule of ours can look again. */
  isCheckable: boolean;
};

/** What the reader may do; the verbs decide. */
export type RegisterMay = { write: boolean; markFixed: boolean; decide: "decide" | "propose" | null };

export type RegisterState = {
  rows: readonly RowFacts[];
  people: readonly PersonView[];
  may: RegisterMay;
  selection: Selection;
  /** What a field shows while its change is on its way; keyed by `editKey`. */
  pending: Readonly<Record<string, string>>;
  /** Opens the editor of a field beside the element. */
  edit: (field: EditField, number: number, anchor: HTMLElement) => void;
  save: (edit: RiskEdit) => void;
  /** Opens the decision on these risks. */
  decide: (numbers: readonly number[]) => void;
};

export const RegisterContext = createContext<RegisterState | null>(null);

export function useRegister(): RegisterState {
  const state = use(RegisterContext);
  if (state === null) throw new Error("This stands outside of the register.");
  return state;
}
