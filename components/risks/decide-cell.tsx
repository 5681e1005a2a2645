"use client";

import type { ReactNode } from "react";
import { useRegister } from "./register-context.ts";

/** The decision as it stands; opens the dialog to take another. */
export function DecideCell({ number, label, children }: { number: number; label: string; children: ReactNode }) {
  const { decide } = useRegister();
  return (
    <button
      type="button"
      aria-label={label}
      aria-haspopup="dialog"
      onClick={() => decide([number])}
      className="relative z-1 -mx-1 inline-flex min-h-6 items-center rounded-md px-1 hover:bg-line pointer-coarse:min-h-11"
    >
      {children}
    </button>
  );
}
