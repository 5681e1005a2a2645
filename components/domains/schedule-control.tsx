import type { FormAction } from "#components/ui/action.ts";
import { ActionForm } from "#components/ui/action-form.tsx";
import { SelectField } from "#components/ui/field.tsx";
import { Time } from "#components/ui/time.tsx";
import type { ScheduleView } from "#db/queries/domain-views.ts";

const WORDS = { "6h": "every 6 hours", day: "every day", week: "every week" } as const;

const OPTIONS = [
  { value: "off", label: "Only by hand" },
  { value: "6h", label: "Every 6 hours" },
  { value: "day", label: "Every day" },
  { value: "week", label: "Every week" },
];

/** How often the machine looks by itself. Sends `every`, as soon as another is chosen. */
export function ScheduleControl({ schedule, set }: { schedule: ScheduleView; set?: FormAction | undefined }) {
  const next = schedule && (
    <span>
      next <Time iso={schedule.nextAt} />
      {schedule.setBy !== null && `, set by ${schedule.setBy}`}
    </span>
  );
  if (!set) {
    return (
      <p className="text-ink-3 text-sm">
        {schedule ? `Audited ${WORDS[schedule.every]}, ` : "Audited only when somebody starts it."}
        {next}
      </p>
    );
  }
  return (
    <div className="flex flex-wrap items-center gap-x-2.5 gap-y-1 text-ink-3 text-sm">
      <span aria-hidden>Audit</span>
      <ActionForm action={set} isInstant>
        <SelectField
          key={schedule?.every ?? "off"}
          name="every"
          label="How often to audit"
          isLabelHidden
          defaultValue={schedule?.every ?? "off"}
          options={OPTIONS}
          className="max-w-40"
        />
      </ActionForm>
      {next}
    </div>
  );
}
