import type { FormAction } from "#components/ui/action.ts";
import { ActionForm } from "#components/ui/action-form.tsx";
import { Facts } from "#components/ui/facts.tsx";
import { InputField, TextareaField } from "#components/ui/field.tsx";
import { Section } from "#components/ui/section.tsx";
import { SubmitButton } from "#components/ui/submit-button.tsx";

type Props = {
  project: { name: string; description: string; slug: string };
  /** For those who may change it. */
  update?: FormAction | undefined;
};

export function ProjectSection({ project, update }: Props) {
  const { name, description, slug } = project;
  if (!update) {
    const facts = [
      { label: "Name", value: name },
      { label: "Description", value: description || "None" },
    ];
    return (
      <Section title="Project" note="Founders can change it.">
        <Facts facts={facts} />
      </Section>
    );
  }
  return (
    <Section title="Project">
      <ActionForm action={update} className="flex max-w-120 flex-col gap-3.5">
        <InputField
          name="name"
          label="Name"
          defaultValue={name}
          maxLength={80}
          autoComplete="off"
          required
          hint={`Its address stays /projects/${slug}.`}
        />
        <TextareaField
          name="description"
          label="Description"
          defaultValue={description}
          maxLength={2000}
          hint="Stands in the handover pack."
        />
        <div>
          <SubmitButton variant="secondary">Save</SubmitButton>
        </div>
      </ActionForm>
    </Section>
  );
}
