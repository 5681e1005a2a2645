import type { FormAction } from "#components/ui/action.ts";
import { ActionForm } from "#components/ui/action-form.tsx";
import { DialogButton } from "#components/ui/dialog.tsx";
import { InputField } from "#components/ui/field.tsx";
import { SubmitButton } from "#components/ui/submit-button.tsx";
import { SPRINT_HOURS } from "#lib/roadmap/sprint-plan.ts";

type Props = {
  /** Gets `goal` and `hours`. */
  action: FormAction;
  /** Open checks and blockers that it would begin with. */
  open: number;
  blockers: number;
};

/** Starting cannot be taken back, so the goal is asked for together with the last word on it. */
export function StartSprintDialog({ action, open, blockers }: Props) {
  return (
    <DialogButton
      label="Start a sprint…"
      variant="primary"
      keys="c"
      keysLabel="Start a sprint"
      title="Start a sprint"
      description={`The clock runs at once, and the board as it is now is kept to compare with: ${open} open ${open === 1 ? "check" : "checks"}, ${blockers} ${blockers === 1 ? "blocker" : "blockers"}.`}
    >
      <ActionForm action={action} success="The clock runs.">
        <InputField
          name="goal"
          label="What shall be true at the end?"
          placeholder="The gate holds, and the client gets a final pack."
          required
          maxLength={300}
        />
        <InputField
          name="hours"
          type="number"
          inputMode="numeric"
          label="Hours of work"
          hint="48 is the roadmap's own. The windows of the stages stretch with it; pauses do not count."
          defaultValue={SPRINT_HOURS}
          min={1}
          max={336}
          required
        />
        <div className="flex justify-end">
          <SubmitButton>Start the clock</SubmitButton>
        </div>
      </ActionForm>
    </DialogButton>
  );
}
