import type { FormAction } from "#components/ui/action.ts";
import { ConfirmDialog } from "#components/ui/confirm-dialog.tsx";
import { Section } from "#components/ui/section.tsx";

export function ArchiveSection({ name, archive }: { name: string; archive: FormAction }) {
  return (
    <Section title="Archive">
      <div className="flex flex-col items-start gap-3">
        <p className="max-w-[62ch] text-ink-2 text-sm">
          An archived project can be read by its members at its address, but not be changed or audited. It leaves the
          list of projects. This cannot be undone here.
        </p>
        <ConfirmDialog
          label="Archive the project"
          title={`Archive ${name}?`}
          description="Nobody can change or audit it any more. Its evidence and packs stay readable."
          confirm="Archive the project"
          action={archive}
          name={name}
        />
      </div>
    </Section>
  );
}
