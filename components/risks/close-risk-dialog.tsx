import type { FormAction } from "#components/ui/action.ts";
import { ActionForm } from "#components/ui/action-form.tsx";
import { DialogButton } from "#components/ui/dialog.tsx";
import { TextareaField } from "#components/ui/field.tsx";
import { SubmitButton } from "#components/ui/submit-button.tsx";

export function CloseRiskDialog({ action }: { action: FormAction }) {
  return (
    <DialogButton
      label="Close…"
      variant="primary"
      title="Close the risk"
      description="It was entered by hand, so no rule can verify it: say how it was settled."
    >
      <ActionForm action={action} success="Risk closed.">
        <TextareaField name="reason" label="How was it settled?" required />
        <div className="flex justify-end">
          <SubmitButton>Close the risk</SubmitButton>
        </div>
      </ActionForm>
    </DialogButton>
  );
}
