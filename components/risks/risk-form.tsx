import type { FormAction } from "#components/ui/action.ts";
import { ActionForm } from "#components/ui/action-form.tsx";
import { InputField, SelectField, TextareaField } from "#components/ui/field.tsx";
import { personOptions } from "#components/ui/person-options.ts";
import { SubmitButton } from "#components/ui/submit-button.tsx";
import type { PersonView, RiskView } from "#db/queries/views.ts";
import type { CheckId } from "#lib/roadmap/ids.ts";
import { SEVERITIES } from "#lib/roadmap/ids.ts";
import { CHECK_OPTIONS } from "./check-options.ts";

const LEVELS = ["very low", "low", "medium", "high", "very high"].map((word, place) => ({
  value: String(place + 1),
  label: `${place + 1}, ${word}`,
}));
const SEVERITY_OPTIONS = SEVERITIES.map((severity) => ({ value: severity, label: severity }));

type Props = {
  action: FormAction;
  people: readonly PersonView[];
  /** The risk to edit; without it a new one. */
  risk?: RiskView | undefined;
  check?: CheckId | undefined;
};

/** Sends `title`, `description`, `checkId`, `severity`, `likelihood`, `impact`, `ownerId`, `dueAt`. */
export function RiskForm({ action, people, risk, check }: Props) {
  // What evidence says of a finding is not a matter of opinion.
  const isFinding = risk !== undefined && !risk.isManual;
  return (
    <ActionForm action={action} success={risk ? "Risk changed." : "Risk added."}>
      {!isFinding && (
        <>
          <InputField name="title" label="What could happen?" defaultValue={risk?.title} required maxLength={200} />
          <TextareaField name="description" label="How, and to whom? (optional)" defaultValue={risk?.description} />
        </>
      )}
      {(!risk || risk.isManual || risk.tool !== null) && (
        <SelectField name="checkId" label="Check" defaultValue={risk?.checkId ?? check} options={CHECK_OPTIONS} />
      )}
      <div className="grid gap-3 sm:grid-cols-3">
        {!isFinding && (
          <SelectField
            name="severity"
            label="Severity"
            defaultValue={risk?.severity ?? "medium"}
            options={SEVERITY_OPTIONS}
          />
        )}
        <SelectField
          name="likelihood"
          label="Likelihood"
          defaultValue={String(risk?.likelihood ?? 3)}
          options={LEVELS}
        />
        <SelectField name="impact" label="Impact" defaultValue={String(risk?.impact ?? 3)} options={LEVELS} />
      </div>
      <div className="grid gap-3 sm:grid-cols-2">
        <SelectField
          name="ownerId"
          label="Owner"
          defaultValue={risk?.owner?.id ?? ""}
          options={personOptions(people)}
        />
        <InputField name="dueAt" type="date" label="Due (optional)" defaultValue={risk?.dueAt?.slice(0, 10)} />
      </div>
      <div className="flex justify-end">
        <SubmitButton>{risk ? "Save" : "Add the risk"}</SubmitButton>
      </div>
    </ActionForm>
  );
}
