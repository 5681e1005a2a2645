import type { FormAction } from "#components/ui/action.ts";
import { ActionForm } from "#components/ui/action-form.tsx";
import { DialogButton } from "#components/ui/dialog.tsx";
import { TextareaField } from "#components/ui/field.tsx";
import { SubmitButton } from "#components/ui/submit-button.tsx";

/** `action` gets `notApplicableReason`; empty means that the check applies after all. */
export function NotApplicableDialog({ reason, action }: { reason: string | null; action: FormAction }) {
  return (
    <DialogButton
      label={reason === null ? "Does not apply…" : "Applies after all…"}
      variant="quiet"
      title={reason === null ? "This check does not apply" : "This check applies after all"}
      description={
        reason === null
          ? "It then leaves the readiness sum and the minimum bar, with your reason beside it."
          : "Its evidence counts again from now on."
      }
    >
      <ActionForm action={action} success="Changed.">
        {reason === null ? (
          <TextareaField name="notApplicableReason" label="Why not?" required />
        ) : (
          <input type="hidden" name="notApplicableReason" value="" />
        )}
        <div className="flex justify-end">
          <SubmitButton>{reason === null ? "Set aside" : "Count it again"}</SubmitButton>
        </div>
      </ActionForm>
    </DialogButton>
  );
}
