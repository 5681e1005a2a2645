import type { FormAction } from "#components/ui/action.ts";
import { ActionForm } from "#components/ui/action-form.tsx";
import { InputField, SelectField } from "#components/ui/field.tsx";
import { Section } from "#components/ui/section.tsx";
import { SubmitButton } from "#components/ui/submit-button.tsx";
import { ENVIRONMENT_OPTIONS } from "../people/environment-options.ts";
import { HostFields } from "./host-fields.tsx";
import { PROFILE_OPTIONS } from "./profile-words.ts";

/** Sends `url`, `profile`, `environment` and the fields of `HostFields`. */
export function AddHostForm({ action }: { action: FormAction }) {
  return (
    <Section title="Add a host" className="max-w-3xl">
      <ActionForm action={action}>
        <div className="flex flex-wrap items-start gap-2.5">
          <div className="min-w-0 flex-1 basis-56">
            <InputField
              name="url"
              label="Address"
              type="url"
              inputMode="url"
              placeholder="https://api.example.com"
              autoComplete="off"
              required
            />
          </div>
          <div className="basis-52">
            <SelectField name="profile" label="What it is" options={PROFILE_OPTIONS} />
          </div>
          <div className="basis-36">
            <SelectField name="environment" label="Environment" options={ENVIRONMENT_OPTIONS} />
          </div>
        </div>
        <details>
          <summary className="inline-flex min-h-7 items-center text-ink-2 text-sm underline decoration-line-strong underline-offset-2 pointer-coarse:min-h-11">
            More: where it leads, origins, DKIM selectors
          </summary>
          <div className="grid gap-3 pt-2">
            <HostFields />
          </div>
        </details>
        <div>
          <SubmitButton variant="secondary">Add the host</SubmitButton>
        </div>
      </ActionForm>
    </Section>
  );
}
