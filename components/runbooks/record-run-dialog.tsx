import { DialogButton } from "#components/ui/dialog.tsx";
import { Kbd } from "#components/ui/kbd.tsx";
import { RecordRunForm, type RecordRunProps } from "./record-run-form.tsx";

/** Somebody went through the runbook: who, when, and how far it worked. */
export function RecordRunDialog(props: RecordRunProps) {
  return (
    <DialogButton
      label={
        <>
          Record a run… <Kbd>R</Kbd>
        </>
      }
      variant="primary"
      keys="r"
      keysLabel="Record a run"
      title="Record a run"
      description="What counts is who did each step as it reads now. Leave out what did not work."
    >
      <RecordRunForm {...props} />
    </DialogButton>
  );
}
