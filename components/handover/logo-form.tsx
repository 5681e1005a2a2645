"use client";

import { useId } from "react";
import type { FormAction } from "../ui/action.ts";
import { ActionButton } from "../ui/action-button.tsx";
import { ActionForm } from "../ui/action-form.tsx";
import { useForm } from "../ui/form-context.ts";
import { SubmitButton } from "../ui/submit-button.tsx";

type Props = { logo: string | null; set: FormAction; remove: FormAction };

function FileField() {
  const id = useId();
  const { result } = useForm();
  const errors = result && !result.ok ? (result.fieldErrors?.logo ?? []) : [];
  return (
    <div className="grid gap-1">
      <label htmlFor={id} className="font-medium text-sm">
        Logo
      </label>
      <input
        id={id}
        type="file"
        name="logo"
        accept="image/png,image/jpeg"
        aria-invalid={errors.length > 0}
        aria-describedby={`${id}-hint ${id}-error`}
        className="w-full min-w-0 text-ink-2 text-sm file:mr-3 file:min-h-8.5 file:rounded-md file:border file:border-line-strong file:bg-panel file:px-2.5 file:text-ink pointer-coarse:file:min-h-11"
      />
      <p id={`${id}-hint`} className="text-ink-3 text-xs">
        PNG or JPEG, at most 256 KiB and 4000 pixels a side. It stands on white.
      </p>
      <p id={`${id}-error`} className="text-bad text-xs empty:hidden">
        {errors.join(" ")}
      </p>
    </div>
  );
}

/** The picture on the cover: stored as it is chosen, apart from the rest of the look. */
export function LogoForm({ logo, set, remove }: Props) {
  return (
    <div className="grid gap-3">
      <ActionForm action={set} className="grid gap-3">
        <FileField />
        <div>
          <SubmitButton variant="secondary">{logo === null ? "Use this logo" : "Use this one instead"}</SubmitButton>
        </div>
      </ActionForm>
      {logo !== null && (
        <div className="flex flex-wrap items-center gap-3">
          {/* biome-ignore lint/performance/noImgElement: a picture within the page, which no optimiser is to touch */}
          <img
            src={logo}
            alt="The logo in use"
            className="max-h-12 max-w-48 rounded-sm border border-line bg-white object-contain p-1"
          />
          <ActionButton action={remove} size="sm">
            Remove the logo
          </ActionButton>
        </div>
      )}
    </div>
  );
}
