"use client";

import { useState } from "react";
import { Button } from "#components/ui/button.tsx";
import { InputField } from "#components/ui/field.tsx";
import { dayAfter } from "./days.ts";

const PRESETS = [14, 30, 90] as const;

type Props = {
  name: string;
  label: string;
  hint?: string | undefined;
  /** ISO 8601. */
  now: string;
  /** `2026-12-01`, or empty. */
  value?: string | undefined;
  isClearable?: boolean | undefined;
};

/** A day, typed, picked, or so many days from now. */
export function DateField({ name, label, hint, now, value = "", isClearable }: Props) {
  const [day, setDay] = useState(value);
  return (
    <div className="flex flex-wrap items-end gap-2">
      <div className="min-w-40 flex-1">
        <InputField
          name={name}
          type="date"
          label={label}
          hint={hint}
          value={day}
          onChange={({ target }) => setDay(target.value)}
        />
      </div>
      <fieldset className="flex gap-1.5 pb-0.5">
        <legend className="sr-only">{label}, counted from today</legend>
        {PRESETS.map((days) => (
          <Button
            key={days}
            aria-pressed={day === dayAfter(now, days)}
            onClick={() => setDay(dayAfter(now, days))}
            className="aria-pressed:border-accent aria-pressed:bg-accent aria-pressed:text-accent-ink"
          >
            {days} days
          </Button>
        ))}
        {isClearable && (
          <Button aria-pressed={day === ""} onClick={() => setDay("")} variant="quiet">
            No date
          </Button>
        )}
      </fieldset>
    </div>
  );
}
