import type { FormAction } from "#components/ui/action.ts";
import { ActionForm } from "#components/ui/action-form.tsx";
import { InputField } from "#components/ui/field.tsx";
import { SubmitButton } from "#components/ui/submit-button.tsx";
import { PasswordField } from "./password-field.tsx";

type Props = {
  action: FormAction;
  /** Given when it is settled already, as by an invitation. */
  email?: string | undefined;
  submit: string;
};

export function NewAccountForm({ action, email, submit }: Props) {
  const settled = email === undefined ? {} : { defaultValue: email, readOnly: true };
  return (
    <ActionForm action={action}>
      <InputField name="name" label="Name" autoComplete="name" required />
      <InputField
        name="email"
        label="Email"
        type="email"
        autoComplete="username"
        autoCapitalize="none"
        spellCheck={false}
        required
        {...settled}
        className="read-only:bg-sunk read-only:text-ink-2"
      />
      <PasswordField />
      <SubmitButton size="lg" className="justify-center">
        {submit}
      </SubmitButton>
    </ActionForm>
  );
}
