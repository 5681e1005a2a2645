"use client";

import { clsx } from "clsx";
import { type ComponentProps, type ReactNode, useId } from "react";
import { CONTROL } from "./control.ts";
import { useForm } from "./form-context.ts";

type Own = { name: string; label: ReactNode; hint?: ReactNode; isLabelHidden?: boolean | undefined };

/** Wires label, hint and the errors that the action gave for this field. */
function useField(name: string, hasHint: boolean) {
  const id = useId();
  const { result } = useForm();
  const errors = result && !result.ok ? (result.fieldErrors?.[name] ?? []) : [];
  const describedBy = [hasHint && `${id}-hint`, errors.length > 0 && `${id}-error`].filter(Boolean).join(" ");
  const control = {
    id,
    name,
    "aria-invalid": errors.length > 0,
    ...(describedBy === "" ? {} : { "aria-describedby": describedBy }),
  };
  return { id, errors, control };
}

type NotesProps = { id: string; hint?: ReactNode; errors: string[] };

function Notes({ id, hint, errors }: NotesProps) {
  return (
    <>
      {hint && (
        <p id={`${id}-hint`} className="text-ink-3 text-xs">
          {hint}
        </p>
      )}
      {errors.length > 0 && (
        <p id={`${id}-error`} className="text-bad text-xs">
          {errors.join(" ")}
        </p>
      )}
    </>
  );
}

type FrameProps = NotesProps & Omit<Own, "name"> & { children: ReactNode };

function Frame({ id, label, hint, isLabelHidden, errors, children }: FrameProps) {
  return (
    <div className="flex min-w-0 flex-col gap-1">
      <label htmlFor={id} className={clsx("font-medium text-sm", isLabelHidden && "sr-only")}>
        {label}
      </label>
      {children}
      <Notes id={id} hint={hint} errors={errors} />
    </div>
  );
}

export function InputField({ name, label, hint, isLabelHidden, className, ...props }: Own & ComponentProps<"input">) {
  const { id, errors, control } = useField(name, Boolean(hint));
  return (
    <Frame {...{ id, label, hint, isLabelHidden, errors }}>
      <input {...props} {...control} className={clsx(CONTROL, className)} />
    </Frame>
  );
}

type TextareaProps = Own & ComponentProps<"textarea">;

export function TextareaField({ name, label, hint, isLabelHidden, className, ...props }: TextareaProps) {
  const { id, errors, control } = useField(name, Boolean(hint));
  const look = clsx(CONTROL, "field-sizing-content min-h-20 py-1.5", className);
  return (
    <Frame {...{ id, label, hint, isLabelHidden, errors }}>
      <textarea rows={3} {...props} {...control} className={look} />
    </Frame>
  );
}

export type Option = { value: string; label: string };
type SelectProps = Own & ComponentProps<"select"> & { options: readonly Option[] };

export function SelectField({ name, label, hint, isLabelHidden, options, className, ...props }: SelectProps) {
  const { id, errors, control } = useField(name, Boolean(hint));
  return (
    <Frame {...{ id, label, hint, isLabelHidden, errors }}>
      <select {...props} {...control} className={clsx(CONTROL, "pr-7", className)}>
        {options.map(({ value, label: text }) => (
          <option key={value} value={value}>
            {text}
          </option>
        ))}
      </select>
    </Frame>
  );
}

export function CheckboxField({ name, label, hint, ...props }: Own & ComponentProps<"input">) {
  const { id, errors, control } = useField(name, Boolean(hint));
  return (
    <div className="grid grid-cols-[auto_1fr] gap-x-2 text-sm">
      <input type="checkbox" {...props} {...control} className="mt-0.5 size-4 accent-accent" />
      <label htmlFor={id} className="font-medium">
        {label}
      </label>
      <div className="col-start-2">
        <Notes id={id} hint={hint} errors={errors} />
      </div>
    </div>
  );
}
