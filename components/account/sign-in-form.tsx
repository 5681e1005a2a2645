import type { FormAction } from "#components/ui/action.ts";
import { ActionForm } from "#components/ui/action-form.tsx";
import { InputField } from "#components/ui/field.tsx";
import { SubmitButton } from "#components/ui/submit-button.tsx";

/** `next` is where it leads to. */
export function SignInForm({ action, next }: { action: FormAction; next: string }) {
  return (
    <ActionForm action={action} values={{ next }}>
      <InputField
        name="email"
        label="Email"
        type="email"
        autoComplete="username"
        autoCapitalize="none"
        spellCheck={false}
        required
      />
      <InputField name="password" label="Password" type="password" autoComplete="current-password" required />
      <SubmitButton size="lg" className="justify-center">
        Sign in
      </SubmitButton>
    </ActionForm>
  );
}
