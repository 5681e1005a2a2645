import type { FormAction } from "#components/ui/action.ts";
import { ActionForm } from "#components/ui/action-form.tsx";
import { DialogButton } from "#components/ui/dialog.tsx";
import { SelectField } from "#components/ui/field.tsx";
import { SubmitButton } from "#components/ui/submit-button.tsx";
import type { HostDetail } from "#db/queries/domain-views.ts";
import { HostFields } from "../domains/host-fields.tsx";
import { PROFILE_OPTIONS } from "../domains/profile-words.ts";
import { ENVIRONMENT_OPTIONS } from "../people/environment-options.ts";

type Props = {
  host: Pick<HostDetail, "host" | "profile" | "environment" | "expects" | "origins" | "selectors">;
  action: FormAction;
};

/** Sends `profile`, `environment` and the fields of `HostFields`. */
export function EditHostDialog({ host, action }: Props) {
  return (
    <DialogButton
      label="Edit…"
      title={`What you say of ${host.host}`}
      description="The rules compare what they see with it, from the next audit on."
    >
      <ActionForm action={action}>
        <div className="grid gap-3 sm:grid-cols-2">
          <SelectField name="profile" label="What it is" options={PROFILE_OPTIONS} defaultValue={host.profile} />
          <SelectField
            name="environment"
            label="Environment"
            options={ENVIRONMENT_OPTIONS}
            defaultValue={host.environment}
          />
        </div>
        <HostFields host={host} />
        <div className="flex justify-end">
          <SubmitButton>Save</SubmitButton>
        </div>
      </ActionForm>
    </DialogButton>
  );
}
