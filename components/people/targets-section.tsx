import type { FormAction } from "#components/ui/action.ts";
import { ActionForm } from "#components/ui/action-form.tsx";
import { Chip } from "#components/ui/chip.tsx";
import { ConfirmDialog } from "#components/ui/confirm-dialog.tsx";
import { ExternalLink } from "#components/ui/external-link.tsx";
import { InputField, SelectField } from "#components/ui/field.tsx";
import { Section } from "#components/ui/section.tsx";
import { SubmitButton } from "#components/ui/submit-button.tsx";
import { Time } from "#components/ui/time.tsx";
import type { TargetView } from "#db/queries/views.ts";
import { ENVIRONMENT_OPTIONS } from "./environment-options.ts";
import { Row, Rows } from "./rows.tsx";

type Target = TargetView & { remove?: FormAction | undefined };
type Props = { targets: readonly Target[]; add?: FormAction | undefined };

/** The addresses that audits look at. */
export function TargetsSection({ targets, add }: Props) {
  return (
    <Section title="Addresses" note="What audits look at, from outside.">
      {targets.length === 0 && <p className="text-ink-2 text-sm">None yet, so an audit has nothing to look at.</p>}
      {targets.length > 0 && (
        <Rows>
          {targets.map(({ id, url, environment, createdAt, remove }) => (
            <Row
              key={id}
              title={<ExternalLink href={url}>{url}</ExternalLink>}
              note={
                <>
                  Added <Time iso={createdAt} />
                </>
              }
              actions={
                <>
                  <Chip>{environment}</Chip>
                  {remove && (
                    <ConfirmDialog
                      label="Remove"
                      size="sm"
                      title="Remove this address?"
                      description={`${url} is no longer audited, and what audits have seen of it is deleted. Its risks stay in the register. This cannot be undone.`}
                      confirm="Remove the address"
                      action={remove}
                    />
                  )}
                </>
              }
            />
          ))}
        </Rows>
      )}
      {add && (
        <ActionForm action={add}>
          <div className="flex flex-wrap items-start gap-2.5">
            <div className="min-w-0 flex-1 basis-56">
              <InputField
                name="url"
                label="Another address"
                type="url"
                inputMode="url"
                placeholder="https://staging.example.com"
                autoComplete="off"
                required
              />
            </div>
            <div className="basis-36">
              <SelectField name="environment" label="Environment" options={ENVIRONMENT_OPTIONS} />
            </div>
            <div className="basis-full sm:mt-5.5 sm:basis-auto">
              <SubmitButton variant="secondary" size="lg">
                Add
              </SubmitButton>
            </div>
          </div>
        </ActionForm>
      )}
    </Section>
  );
}
