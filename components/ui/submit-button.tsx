"use client";

import { useFormStatus } from "react-dom";
import { Button, type ButtonProps } from "./button.tsx";
import { useForm } from "./form-context.ts";
import { WORKING } from "./marks.ts";
import { StateIcon } from "./state-icon.tsx";
import { useSpinDelay } from "./use-spin-delay.ts";

/** Keeps its label and its focus while the form is on its way. */
export function SubmitButton({ children, variant = "primary", ...props }: Omit<ButtonProps, "type">) {
  const form = useForm();
  const status = useFormStatus();
  const isPending = form.isPending || status.pending;
  const isSpinning = useSpinDelay(isPending);
  return (
    <Button type="submit" variant={variant} aria-disabled={isPending} {...props}>
      {isSpinning && <StateIcon mark={WORKING} className="text-current" />}
      {children}
    </Button>
  );
}
