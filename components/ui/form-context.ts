import { createContext, useContext } from "react";
import type { ActionResult } from "./action.ts";

export type FormState = { isPending: boolean; result: ActionResult | null };

export const FormContext = createContext<FormState>({ isPending: false, result: null });

export const useForm = () => useContext(FormContext);

/** Closes the dialog that the form stands in, when it is done. */
export const CloseContext = createContext<(() => void) | null>(null);
