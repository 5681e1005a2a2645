import { InputField } from "#components/ui/field.tsx";

/** A new password, with the policy beside it. */
export function PasswordField({ label = "Password" }: { label?: string }) {
  return (
    <InputField
      name="password"
      label={label}
      type="password"
      autoComplete="new-password"
      minLength={8}
      required
      hint="At least 8 characters; 15 or more are better. Any characters. Not a common one, nor your name or address."
    />
  );
}
