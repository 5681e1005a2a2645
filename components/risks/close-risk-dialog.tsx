import type { FormAction } from "#components/ui/action.ts";
import { ActionForm } from "#components/ui/action-form.tsx";
import { DialogButton } from "#components/ui/dialog.tsx";
import { TextareaField } from "#components/ui/field.tsx";
import { SubmitButton } from "#components/ui/submit-button.tsx";

type Props = { action: FormAction; isImported: boolean };

export function CloseRiskDialog({ action, isImported }: Props) {
  return (
    <DialogButton
      label="Close…"
      title="Close the risk"
      description={
        isImported
          ? "No audit of ours can look at it. Its scanner's next complete scan settles it too; if you know better, say how it was settled."
          : "It was entered by hand, so no rule can verify it: say how it was settled."
      }
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
