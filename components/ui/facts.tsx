import type { ReactNode } from "react";

export type Fact = { label: string; value: ReactNode };

/** Labels and values, aligned. */
export function Facts({ facts }: { facts: readonly Fact[] }) {
  return (
    <dl className="grid grid-cols-[minmax(88px,120px)_minmax(0,1fr)] gap-x-3 gap-y-1.5 text-sm">
      {facts.map(({ label, value }) => (
        <div key={label} className="contents">
          <dt className="text-ink-3">{label}</dt>
          <dd className="break-words">{value}</dd>
        </div>
      ))}
    </dl>
  );
}
