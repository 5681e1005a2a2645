import type { FormAction } from "#components/ui/action.ts";
import { ActionForm } from "#components/ui/action-form.tsx";
import { DialogButton } from "#components/ui/dialog.tsx";
import { InputField, TextareaField } from "#components/ui/field.tsx";
import { SubmitButton } from "#components/ui/submit-button.tsx";
import type { Treatment } from "#db/queries/views.ts";

const WORDS: Record<Treatment, { label: string; title: string; description: string; submit: string }> = {
  fix_now: {
    label: "Fix now…",
    title: "Fix it now",
    description: "It holds the launch back until a run has verified the fix.",
    submit: "Fix now",
  },
  defer: {
    label: "Defer…",
    title: "Defer the risk",
    description: "It stops holding the launch back until the day that you name, then it blocks again by itself.",
    submit: "Defer",
  },
  accept: {
    label: "Accept…",
    title: "Accept the risk",
    description: "You launch with it. The decision, its reason and its end stand in the handover pack.",
    submit: "Accept",
  },
};

/** Sends `treatment`, `reason`, `compensatingControl` and `expiresAt`. */
export function DecisionDialog({ treatment, action }: { treatment: Treatment; action: FormAction }) {
  const { label, title, description, submit } = WORDS[treatment];
  const hasEnd = treatment !== "fix_now";
  return (
    <DialogButton label={label} title={title} description={description}>
      <ActionForm action={action} values={{ treatment }} success="Decision recorded.">
        <TextareaField name="reason" label="Why?" required />
        {hasEnd && (
          <>
            <TextareaField name="compensatingControl" label="What protects you until then? (optional)" rows={2} />
            <InputField name="expiresAt" type="date" label="Until" required />
          </>
        )}
        <div className="flex justify-end">
          <SubmitButton>{submit}</SubmitButton>
        </div>
      </ActionForm>
    </DialogButton>
  );
}
