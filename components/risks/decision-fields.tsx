"use client";

import { clsx } from "clsx";
import { useId, useState } from "react";
import { SelectField, TextareaField } from "#components/ui/field.tsx";
import { useForm } from "#components/ui/form-context.ts";
import { personOptions } from "#components/ui/person-options.ts";
import type { PersonView, Treatment } from "#db/queries/views.ts";
import { DateField } from "./date-field.tsx";
import { dayAfter } from "./days.ts";
import { type DecisionDraft, KEEP_OWNER } from "./decision-form-words.ts";

const TREATMENTS: Record<Treatment, { title: string; what: string }> = {
  fix_now: { title: "Fix now", what: "It holds the launch back until a run has verified the fix." },
  defer: {
    title: "Defer",
    what: "It stops holding the launch back until its review date, then it blocks again by itself.",
  },
  accept: { title: "Accept", what: "You launch with it. The decision and its review date stand in the handover pack." },
};
const ORDER = ["fix_now", "defer", "accept"] as const;

type Props = {
  people: readonly PersonView[];
  draft: DecisionDraft;
  /** How many of the risks are critical: putting those off takes a second person. */
  critical: number;
  total: number;
  /** Asks a founder instead of deciding. */
  isProposal: boolean;
  now: string;
};

/** Sends `treatment`, `reason`, `compensatingControl`, `ownerId`, `expiresAt`. */
export function DecisionFields({ people, draft, critical, total, isProposal, now }: Props) {
  const [treatment, setTreatment] = useState<Treatment>(draft.treatment);
  const isPutOff = treatment !== "fix_now";
  return (
    <>
      <TreatmentChoice value={treatment} onChange={setTreatment} />
      <TextareaField name="reason" label="Why?" defaultValue={draft.reason} required rows={2} />
      {isPutOff && (
        <>
          <TextareaField
            name="compensatingControl"
            label="What protects you until then? (optional)"
            rows={2}
            className="min-h-14"
          />
          <DateField name="expiresAt" label="Review date" now={now} value={dayAfter(now, draft.reviewInDays)} />
        </>
      )}
      <SelectField
        name="ownerId"
        label="Who answers for it?"
        defaultValue={draft.ownerId ?? KEEP_OWNER}
        options={[
          ...(draft.ownerId === undefined ? [{ value: KEEP_OWNER, label: "Each risk's owner" }] : []),
          ...personOptions(people),
        ]}
      />
      <Hint critical={isPutOff ? critical : 0} total={total} isProposal={isProposal} />
    </>
  );
}

function Hint({ critical, total, isProposal }: Pick<Props, "critical" | "total" | "isProposal">) {
  if (!isProposal && critical === 0) return null;
  const which = total === 1 ? "It is critical" : `${critical} of these ${critical === 1 ? "is" : "are"} critical`;
  return (
    <p className="rounded-md border border-info-line bg-info-tint px-3 py-2 text-info text-sm">
      {isProposal
        ? "You ask for this decision; it counts when a founder has approved it."
        : `${which}, so a second person has to approve. Until then it goes on to block.`}
    </p>
  );
}

function TreatmentChoice({ value, onChange }: { value: Treatment; onChange: (value: Treatment) => void }) {
  const id = useId();
  const { result } = useForm();
  const errors = result && !result.ok ? (result.fieldErrors?.treatment ?? []) : [];
  return (
    <fieldset className="flex flex-col gap-1.5" aria-describedby={`${id}-what`}>
      <legend className="pb-1 font-medium text-sm">Treatment</legend>
      <div className="grid grid-cols-3 gap-2">
        {ORDER.map((treatment) => (
          <label
            key={treatment}
            className={clsx(
              "flex min-h-9 cursor-pointer items-center justify-center gap-2 rounded-md border px-2 font-medium text-sm has-focus-visible:outline-2 has-focus-visible:outline-info has-focus-visible:outline-offset-2 pointer-coarse:min-h-11",
              value === treatment
                ? "border-accent bg-accent text-accent-ink"
                : "border-line-strong bg-panel text-ink-2 hover:bg-sunk",
            )}
          >
            <input
              type="radio"
              name="treatment"
              value={treatment}
              checked={value === treatment}
              onChange={() => onChange(treatment)}
              className="sr-only"
            />
            {TREATMENTS[treatment].title}
          </label>
        ))}
      </div>
      <p id={`${id}-what`} className="text-ink-3 text-xs" aria-live="polite">
        {TREATMENTS[value].what}
      </p>
      {errors.length > 0 && <p className="text-bad text-xs">{errors.join(" ")}</p>}
    </fieldset>
  );
}
