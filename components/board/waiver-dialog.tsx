import type { FormAction } from "#components/ui/action.ts";
import { ActionForm } from "#components/ui/action-form.tsx";
import { DialogButton } from "#components/ui/dialog.tsx";
import { InputField, TextareaField } from "#components/ui/field.tsx";
import { SubmitButton } from "#components/ui/submit-button.tsx";
import type { GateItemView } from "#db/queries/views.ts";

export function WaiverDialog({ item, action }: { item: GateItemView; action: FormAction }) {
  return (
    <DialogButton
      label="Waive…"
      title={`Waive “${item.title}”`}
      description="The item then counts as held, visibly waived, until the day that you name. It blocks again by itself afterwards."
    >
      <ActionForm action={action} values={{ gateId: item.id }} success="Waived.">
        <TextareaField name="reason" label="Why is it safe to launch without this?" required />
        <InputField name="expiresAt" type="date" label="Until" required />
        <div className="flex justify-end">
          <SubmitButton>Waive</SubmitButton>
        </div>
      </ActionForm>
    </DialogButton>
  );
}
