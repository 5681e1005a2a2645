import type { FormAction } from "../ui/action.ts";
import { ActionForm } from "../ui/action-form.tsx";
import { CheckboxField, InputField, TextareaField } from "../ui/field.tsx";
import { SubmitButton } from "../ui/submit-button.tsx";

type Props = {
  version: number;
  isDraft: boolean;
  /** Asked of whoever has no account. */
  asksName?: boolean | undefined;
  action: FormAction;
};

/** The client's word: that the version was received and, of a final one, that it is accepted. */
export function SignOffForm({ version, isDraft, asksName, action }: Props) {
  return (
    <ActionForm action={action}>
      {asksName && (
        <InputField
          name="name"
          label="Your name"
          autoComplete="name"
          required
          maxLength={120}
          className="pointer-coarse:min-h-11"
        />
      )}
      <InputField name="organisation" label="Organisation" autoComplete="organization" maxLength={200} />
      <TextareaField name="remark" label="Remark" hint="If there is something to add." maxLength={2000} rows={2} />
      <CheckboxField
        name="hasReceived"
        label={
          isDraft
            ? `I have received draft version ${version}.`
            : `I have received version ${version} and accept it on behalf of my organisation.`
        }
        hint={
          isDraft
            ? "A draft is not accepted by this: it only says that the draft has reached you."
            : "This is written down with the date and the document’s fingerprint, and cannot be taken back here."
        }
        required
      />
      <div>
        <SubmitButton size="lg" className="max-sm:w-full">
          {isDraft ? "Say that it was received" : "Sign off"}
        </SubmitButton>
      </div>
    </ActionForm>
  );
}
