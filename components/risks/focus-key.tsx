"use client";

/** A key of the open sheet that leads to one of its fields. */
export function FocusKey({ keys, label, selector }: { keys: string; label: string; selector: string }) {
  return (
    <button
      type="button"
      hidden
      data-keys={keys}
      data-keys-label={label}
      onClick={({ currentTarget }) =>
        currentTarget.closest('[role="dialog"]')?.querySelector<HTMLElement>(selector)?.focus()
      }
    />
  );
}
