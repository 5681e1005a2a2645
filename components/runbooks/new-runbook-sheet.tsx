import type { FormAction } from "#components/ui/action.ts";
import { ActionForm } from "#components/ui/action-form.tsx";
import { InputField } from "#components/ui/field.tsx";
import { Section } from "#components/ui/section.tsx";
import { Sheet } from "#components/ui/sheet.tsx";
import { SubmitButton } from "#components/ui/submit-button.tsx";
import { KIND_TITLES, PLATFORM_NAMES } from "#lib/roadmap/records/runbook-words.ts";
import type { TemplateStep } from "#lib/roadmap/runbook-templates/step.ts";
import type { NewRunbook } from "./new-runbook-path.ts";
import { TemplatePicker } from "./template-picker.tsx";

type Props = {
  slug: string;
  chosen: NewRunbook;
  template: readonly TemplateStep[];
  /** Gets `kind`, `platform`, `title`, and `start` with `template` or `empty`. */
  action: FormAction;
  closeHref: string;
};

/** Choose what it is for and where, see the steps that it would begin with, and begin. */
export function NewRunbookSheet({ slug, chosen, template, action, closeHref }: Props) {
  const { kind, platform } = chosen;
  return (
    <Sheet
      id="new runbook"
      title="New runbook"
      description="Begin with the steps that fit your platform, then make them yours."
      closeHref={closeHref}
    >
      <TemplatePicker slug={slug} chosen={chosen} />
      <ActionForm action={action} values={{ kind, platform }} success="The runbook is there. Make its steps yours.">
        <InputField
          key={`${kind} ${platform}`}
          name="title"
          label="Title"
          defaultValue={`${KIND_TITLES[kind]}: ${PLATFORM_NAMES[platform]}`}
          required
          maxLength={120}
        />
        <div className="flex flex-wrap gap-2">
          <SubmitButton name="start" value="template">
            Create with these {template.length} steps
          </SubmitButton>
          <SubmitButton variant="secondary" name="start" value="empty">
            Create without steps
          </SubmitButton>
        </div>
      </ActionForm>
      <Section title="The steps of the template" level={3}>
        <ol className="flex list-decimal flex-col gap-2.5 pl-5 text-ink-2 text-sm marker:text-ink-3">
          {template.map(({ text, command }) => (
            <li key={`${text} ${command}`} className="pl-1">
              {text}
              {command !== "" && (
                <code className="mt-0.5 block font-mono text-ink-3 text-xs [overflow-wrap:anywhere]">{command}</code>
              )}
            </li>
          ))}
        </ol>
        <p className="mt-3 text-ink-3 text-xs">
          Words in CAPITALS are yours to fill in. Platforms change; go through it once before you rely on it.
        </p>
      </Section>
    </Sheet>
  );
}
