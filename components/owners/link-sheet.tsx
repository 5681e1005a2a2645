import type { FormAction } from "#components/ui/action.ts";
import { ActionForm } from "#components/ui/action-form.tsx";
import { InputField, SelectField } from "#components/ui/field.tsx";
import { personOptions } from "#components/ui/person-options.ts";
import { Sheet } from "#components/ui/sheet.tsx";
import { SubmitButton } from "#components/ui/submit-button.tsx";
import type { HandoverLinkView } from "#db/queries/owner-views.ts";
import type { PersonView } from "#db/queries/views.ts";
import { LINK_KIND_NAMES } from "#lib/roadmap/records/owners-words.ts";
import { LINK_KINDS, type LinkKind } from "#lib/roadmap/records/types.ts";

const KIND_OPTIONS = LINK_KINDS.map((kind) => ({ value: kind, label: LINK_KIND_NAMES[kind] }));

type Props = {
  /** The link to edit; without it a new one. */
  link?: HandoverLinkView | undefined;
  kind?: LinkKind | undefined;
  people: readonly PersonView[];
  closeHref: string;
  /** Gets `kind`, `title`, `url` and `ownerId`. */
  action: FormAction;
};

export function LinkSheet({ link, kind, people, closeHref, action }: Props) {
  return (
    <Sheet
      id={link ? `link ${link.id}` : "new link"}
      title={link ? "Change the link" : "Add a link"}
      description="An address that those who take over will need. It is followed every week; what only your own network can open is not."
      closeHref={closeHref}
    >
      <ActionForm action={action}>
        <SelectField name="kind" label="Kind" defaultValue={link?.kind ?? kind} options={KIND_OPTIONS} />
        <InputField
          name="title"
          label="What is there?"
          placeholder="Logs of the API"
          defaultValue={link?.title}
          maxLength={120}
          autoComplete="off"
          required
        />
        <InputField
          name="url"
          type="url"
          inputMode="url"
          label="Address"
          placeholder="https://"
          defaultValue={link?.url}
          autoComplete="off"
          required
        />
        <SelectField
          name="ownerId"
          label="Whom to ask (optional)"
          defaultValue={link?.owner?.id ?? ""}
          options={personOptions(people)}
        />
        <div className="flex justify-end">
          <SubmitButton>{link ? "Save" : "Add the link"}</SubmitButton>
        </div>
      </ActionForm>
    </Sheet>
  );
}
