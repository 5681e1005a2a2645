import type { PersonView } from "#db/queries/views.ts";
import type { FormAction } from "./action.ts";
import { ActionForm } from "./action-form.tsx";
import { SelectField } from "./field.tsx";
import { personOptions } from "./person-options.ts";

type Props = {
  owner: PersonView | null;
  people: readonly PersonView[];
  /** Gets `ownerId`, empty for nobody. */
  action: FormAction;
};

/** Changes the owner as soon as another is chosen. */
export function OwnerSelect({ owner, people, action }: Props) {
  return (
    <ActionForm action={action} isInstant success="Owner changed.">
      <SelectField
        key={owner?.id}
        name="ownerId"
        label="Owner"
        isLabelHidden
        defaultValue={owner?.id ?? ""}
        options={personOptions(people)}
        className="max-w-56"
      />
    </ActionForm>
  );
}
