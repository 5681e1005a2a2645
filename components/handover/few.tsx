import type { ReactNode } from "react";

type Props = { items: readonly { key: string; body: ReactNode }[]; shown: number; className?: string };

/** A list of which the first few are seen and the rest is one step away. */
export function Few({ items, shown, className = "grid gap-1.5" }: Props) {
  // One more line is no longer than the words that would hide it.
  const cut = items.length <= shown + 1 ? items.length : shown;
  const rest = items.slice(cut);
  return (
    <>
      <ul className={className}>
        {items.slice(0, cut).map(({ key, body }) => (
          <li key={key}>{body}</li>
        ))}
      </ul>
      {rest.length > 0 && (
        <details className="mt-1.5">
          <summary className="cursor-pointer text-ink-2 text-sm underline decoration-line-strong underline-offset-2 pointer-coarse:py-2.5">
            And {rest.length} more
          </summary>
          <ul className={`${className} mt-1.5`}>
            {rest.map(({ key, body }) => (
              <li key={key}>{body}</li>
            ))}
          </ul>
        </details>
      )}
    </>
  );
}
