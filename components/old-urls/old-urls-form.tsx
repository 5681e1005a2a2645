import type { FormAction } from "#components/ui/action.ts";
import { ActionForm } from "#components/ui/action-form.tsx";
import { CheckboxField, SelectField } from "#components/ui/field.tsx";
import { SubmitButton } from "#components/ui/submit-button.tsx";
import { CsvField } from "./csv-field.tsx";

export const EXAMPLE = "from,to\n/pricing.html,/pricing\nhttps://old.example.com/about,https://example.com/about";

const MODES = [
  { value: "add", label: "Add to the list" },
  { value: "replace", label: "Replace the list" },
];

/** Sends `csv`, `mode` and `skipBad`. */
export function OldUrlsForm({ action, hasList }: { action: FormAction; hasList: boolean }) {
  return (
    <ActionForm action={action} className="flex max-w-3xl flex-col gap-3.5">
      <CsvField example={EXAMPLE} />
      <div className="flex flex-wrap items-end gap-x-4 gap-y-3">
        {hasList && (
          <div className="basis-48">
            <SelectField name="mode" label="What to do with it" options={MODES} />
          </div>
        )}
        <div className="min-w-0 flex-1 basis-64 pb-1.5">
          <CheckboxField name="skipBad" label="Leave out rows that cannot be used" />
        </div>
        <SubmitButton>Import</SubmitButton>
      </div>
    </ActionForm>
  );
}
