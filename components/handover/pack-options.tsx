import type { PackView } from "#db/queries/views.ts";
import type { FormAction } from "../ui/action.ts";
import { ActionForm } from "../ui/action-form.tsx";
import { DialogButton } from "../ui/dialog.tsx";
import { SelectField } from "../ui/field.tsx";
import { SubmitButton } from "../ui/submit-button.tsx";

type Props = { packs: readonly PackView[]; paper: "a4" | "letter"; action: FormAction };

/** Makes a version on other paper, or told against another version, than is usual. */
export function PackOptions({ packs, paper, action }: Props) {
  const ready = packs.filter(({ state }) => state === "ready");
  return (
    <DialogButton
      label="Options…"
      title="Generate a version"
      description="The board as it stands now becomes a new version; those that exist stay as they are."
    >
      <ActionForm action={action}>
        <SelectField
          name="paper"
          label="Paper"
          defaultValue={paper}
          options={[
            { value: "a4", label: "A4" },
            { value: "letter", label: "US Letter" },
          ]}
        />
        <SelectField
          name="compareWith"
          label="Tell what changed since"
          options={[
            ...ready.map(({ version, isDraft }) => ({
              value: String(version),
              label: `Version ${version}, ${isDraft ? "draft" : "final"}`,
            })),
            { value: "0", label: "Nothing: leave that part out" },
          ]}
        />
        <div className="flex justify-end">
          <SubmitButton>Generate the version</SubmitButton>
        </div>
      </ActionForm>
    </DialogButton>
  );
}
