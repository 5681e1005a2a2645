import type { FormAction } from "#components/ui/action.ts";
import { ActionForm } from "#components/ui/action-form.tsx";
import { DialogButton } from "#components/ui/dialog.tsx";
import { InputField } from "#components/ui/field.tsx";
import { SubmitButton } from "#components/ui/submit-button.tsx";

type Props = {
  /** Of the row, like "DNS". */
  name: string;
  /** Today, as a date field has it. */
  today: string;
  me: string;
  /** Gets `testedAt` and `testedBy`. */
  action: FormAction;
};

/** Says that somebody got in by the other way, when, and who. */
export function TestDialog({ name, today, me, action }: Props) {
  return (
    <DialogButton
      label="Record a test…"
      size="sm"
      title={`${name}: the other way in was tested`}
      description="Only what was really tried: somebody got in that way, without the usual one. It counts for 90 days."
    >
      <ActionForm action={action} success="Test recorded.">
        <div className="grid gap-3 sm:grid-cols-2">
          <InputField name="testedAt" type="date" label="When" defaultValue={today} max={today} required />
          <InputField name="testedBy" label="Who got in" defaultValue={me} maxLength={80} required />
        </div>
        <div className="flex justify-end">
          <SubmitButton>Record the test</SubmitButton>
        </div>
      </ActionForm>
    </DialogButton>
  );
}
