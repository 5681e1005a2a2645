import { ENVIRONMENT_OPTIONS } from "#components/people/environment-options.ts";
import type { FormAction } from "#components/ui/action.ts";
import { ActionForm } from "#components/ui/action-form.tsx";
import { InputField, SelectField, TextareaField } from "#components/ui/field.tsx";
import { SubmitButton } from "#components/ui/submit-button.tsx";

type Props = {
  action: FormAction;
  /** What is known of it already. */
  url?: string | undefined;
};

export function NewProjectForm({ action, url }: Props) {
  return (
    <ActionForm action={action}>
      <InputField name="name" label="Name" maxLength={80} autoComplete="off" required />
      <InputField
        name="url"
        label="Address"
        type="url"
        inputMode="url"
        placeholder="https://app.example.com"
        defaultValue={url}
        autoComplete="off"
        required
        hint="Where the product is reached. Audits look at it from outside and change nothing."
      />
      <SelectField name="environment" label="Environment" options={ENVIRONMENT_OPTIONS} defaultValue="production" />
      <TextareaField
        name="description"
        label="Description"
        maxLength={2000}
        hint="What it is and for whom. Optional; it stands in the handover pack."
      />
      <div>
        <SubmitButton>Create the project</SubmitButton>
      </div>
    </ActionForm>
  );
}
