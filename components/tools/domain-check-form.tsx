import type { FormAction } from "#components/ui/action.ts";
import { ActionForm } from "#components/ui/action-form.tsx";
import { InputField } from "#components/ui/field.tsx";
import { SubmitButton } from "#components/ui/submit-button.tsx";

/** Sends `host`. */
export function DomainCheckForm({ action }: { action: FormAction }) {
  return (
    <ActionForm action={action}>
      <InputField
        name="host"
        label="Host"
        inputMode="url"
        placeholder="app.example.com"
        autoCapitalize="none"
        autoComplete="off"
        spellCheck={false}
        maxLength={2048}
        required
        hint="A name that is reached by everybody. It is looked at over https; a path is not."
      />
      <div>
        <SubmitButton size="lg">Check the domain</SubmitButton>
      </div>
    </ActionForm>
  );
}
