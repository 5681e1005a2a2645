import type { FormAction } from "#components/ui/action.ts";
import { ActionForm } from "#components/ui/action-form.tsx";
import { DialogButton } from "#components/ui/dialog.tsx";
import { CheckboxField, InputField, TextareaField } from "#components/ui/field.tsx";
import { Kbd } from "#components/ui/kbd.tsx";
import { SubmitButton } from "#components/ui/submit-button.tsx";
import type { CheckDetail } from "#db/queries/views.ts";

type Props = {
  check: Pick<CheckDetail, "title" | "bar" | "freshDays">;
  /** Gets `statement`, `link`, `observedAt`, `expiresAt` and perhaps `isOverride`. */
  action: FormAction;
  /** Offer to stand against what the rules say. */
  canOverride: boolean;
  /** Today in UTC, `YYYY-MM-DD`. */
  today: string;
};

export function AttestDialog({ check, action, canOverride, today }: Props) {
  return (
    <DialogButton
      label={
        <>
          Attest… <Kbd>A</Kbd>
        </>
      }
      keys="a"
      keysLabel="Attest"
      title={`Attest “${check.title}”`}
      description={check.bar}
    >
      <ActionForm action={action} success="Attestation recorded.">
        <TextareaField
          name="statement"
          label="What did you see or do?"
          required
          hint="Names, places, results. Never a secret."
        />
        <InputField name="link" type="url" label="Link to the proof (optional)" placeholder="https://" />
        <div className="grid gap-3 sm:grid-cols-2">
          <InputField
            name="observedAt"
            type="date"
            label="When was it true?"
            defaultValue={today}
            max={today}
            required
          />
          <InputField
            name="expiresAt"
            type="date"
            label="Until (optional)"
            min={today}
            hint={`Else stale after ${check.freshDays} days.`}
          />
        </div>
        {canOverride && (
          <CheckboxField
            name="isOverride"
            label="This stands against what the rules say"
            hint="An override is shown as one, everywhere and in the pack."
          />
        )}
        <div className="flex justify-end">
          <SubmitButton>Attest</SubmitButton>
        </div>
      </ActionForm>
    </DialogButton>
  );
}
