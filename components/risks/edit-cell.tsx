"use client";

import { clsx } from "clsx";
import type { ReactNode } from "react";
import { useRegister } from "./register-context.ts";
import { type EditField, editKey } from "./risk-edits.ts";

type Props = {
  field: EditField;
  number: number;
  /** What it holds, in words: "Owner of risk 3: Jonas". */
  label: string;
  className?: string | undefined;
  children: ReactNode;
};

/** A cell that opens its editor; while a change is on its way, it shows what it will be. */
export function EditCell({ field, number, label, className, children }: Props) {
  const { edit, pending } = useRegister();
  const shown = pending[editKey(field, number)];
  return (
    <button
      type="button"
      data-edit={field}
      aria-label={shown === undefined ? label : `${label}, becoming ${shown}`}
      aria-haspopup={field === "due" ? "dialog" : "menu"}
      onClick={({ currentTarget }) => edit(field, number, currentTarget)}
      className={clsx(
        "relative z-1 -mx-1.5 inline-flex min-h-6 items-center gap-1.75 rounded-md px-1.5 text-left hover:bg-line pointer-coarse:min-h-11",
        className,
      )}
    >
      {shown ?? children}
    </button>
  );
}
