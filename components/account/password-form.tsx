import type { FormAction } from "#components/ui/action.ts";
import { ActionForm } from "#components/ui/action-form.tsx";
import { InputField } from "#components/ui/field.tsx";
import { Section } from "#components/ui/section.tsx";
import { SubmitButton } from "#components/ui/submit-button.tsx";
import { PasswordField } from "./password-field.tsx";

/** `email` tells the browser's password store whose password this is. */
export function PasswordForm({ action, email }: { action: FormAction; email: string }) {
  return (
    <Section title="Password" note="Changing it ends your other sessions.">
      <ActionForm action={action} className="flex max-w-96 flex-col gap-3.5">
        <input hidden readOnly autoComplete="username" defaultValue={email} />
        <InputField name="current" label="Current password" type="password" autoComplete="current-password" required />
        <PasswordField label="New password" />
        <div>
          <SubmitButton variant="secondary">Change the password</SubmitButton>
        </div>
      </ActionForm>
    </Section>
  );
}
