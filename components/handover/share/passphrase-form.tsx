import type { FormAction } from "../../ui/action.ts";
import { ActionForm } from "../../ui/action-form.tsx";
import { InputField } from "../../ui/field.tsx";
import { SubmitButton } from "../../ui/submit-button.tsx";

/** All that a link with a passphrase shows before it is given. */
export function PassphraseForm({ unlock }: { unlock: FormAction }) {
  return (
    <main className="mx-auto grid min-h-svh max-w-md content-center gap-5 px-5 py-12">
      <div>
        <h1 className="text-2xl">This link asks for a passphrase</h1>
        <p className="mt-1.5 text-ink-2">
          Whoever sent you the link has told you the passphrase another way: by telephone, say, or in a second message.
        </p>
      </div>
      <ActionForm action={unlock}>
        <InputField
          name="passphrase"
          label="Passphrase"
          type="password"
          autoComplete="off"
          autoCapitalize="none"
          spellCheck={false}
          required
          maxLength={200}
          className="min-h-11"
        />
        <SubmitButton size="lg" className="min-h-11">
          Open the pack
        </SubmitButton>
      </ActionForm>
      <p className="text-ink-3 text-sm">
        It stays open in this browser for twelve hours. After a few wrong attempts there is a wait.
      </p>
    </main>
  );
}
