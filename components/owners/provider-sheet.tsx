import Link from "next/link";
import type { FormAction } from "#components/ui/action.ts";
import { ActionForm } from "#components/ui/action-form.tsx";
import { ConfirmDialog } from "#components/ui/confirm-dialog.tsx";
import { InputField, TextareaField } from "#components/ui/field.tsx";
import { Sheet } from "#components/ui/sheet.tsx";
import { SubmitButton } from "#components/ui/submit-button.tsx";
import type { ProviderRowView } from "#db/queries/owner-views.ts";
import type { PersonView } from "#db/queries/views.ts";
import { PROVIDER_KIND_NAMES } from "#lib/roadmap/records/owners-words.ts";
import { KIND_HINTS } from "./kind-hints.ts";
import { OwnerFields } from "./owner-fields.tsx";
import { ProviderFacts } from "./provider-facts.tsx";

type Props = {
  row: ProviderRowView;
  people: readonly PersonView[];
  /** Filled in instead of what is written down, for the reader to save or not. */
  suggested?: string | undefined;
  /** Fills in what was seen from outside. */
  seenHref?: string | undefined;
  closeHref: string;
  /** Gets `provider`, `consoleUrl`, `breakGlass` and the fields of `OwnerFields`; missing for those who only read. */
  save?: FormAction | undefined;
  remove?: FormAction | undefined;
};

/** One row as a form, or as plain facts for those who may only read. */
export function ProviderSheet({ row, people, suggested, seenHref, closeHref, save, remove }: Props) {
  const { kind, declared, observed } = row;
  const name = PROVIDER_KIND_NAMES[kind];
  const [seen] = observed;
  return (
    <Sheet
      id={`provider ${kind}`}
      title={name}
      description={KIND_HINTS[kind].what}
      closeHref={closeHref}
      footer={
        remove && (
          <ConfirmDialog
            label="Remove"
            size="sm"
            title={`Remove what is written down of ${name}?`}
            description="The provider, its owners and the other way in are taken out. This cannot be undone."
            confirm={`Remove ${name}`}
            action={remove}
          />
        )
      }
    >
      {save ? (
        <ActionForm key={suggested} action={save}>
          <InputField
            name="provider"
            label="Provider"
            placeholder={KIND_HINTS[kind].example}
            defaultValue={suggested ?? declared?.provider}
            hint={
              seen && (
                <>
                  Seen: {seen.provider} ({seen.evidence}).{" "}
                  {seenHref && (
                    <Link
                      href={seenHref}
                      scroll={false}
                      className="underline decoration-line-strong underline-offset-2"
                    >
                      Use this
                    </Link>
                  )}
                </>
              )
            }
            maxLength={80}
            autoComplete="off"
            required
          />
          <InputField
            name="consoleUrl"
            type="url"
            inputMode="url"
            label="Console (optional)"
            hint="Where one signs in to manage it."
            placeholder="https://"
            defaultValue={declared?.consoleUrl ?? ""}
            autoComplete="off"
          />
          <OwnerFields owners={declared?.owners ?? []} people={people} />
          <TextareaField
            name="breakGlass"
            label="The other way in (optional)"
            hint="How to get in when the usual way is down: whom to call, where the recovery codes are kept. Never the secret itself. A changed text has to be tested anew."
            rows={5}
            maxLength={4000}
            defaultValue={declared?.breakGlass}
          />
          <div className="flex justify-end">
            <SubmitButton>Save</SubmitButton>
          </div>
        </ActionForm>
      ) : (
        <ProviderFacts row={row} />
      )}
    </Sheet>
  );
}
