import { clsx } from "clsx";
import { initials } from "./initials.ts";

/** Initials of a person; `name` is what it says. */
export function Avatar({ name, isSmall, className }: { name: string; isSmall?: boolean; className?: string }) {
  return (
    <span
      role="img"
      aria-label={name}
      title={name}
      className={clsx(
        "inline-grid shrink-0 place-items-center rounded-full border border-line-strong bg-sunk text-ink-2",
        isSmall ? "size-4.5 text-[8.5px]" : "size-5 text-[9.5px]",
        className,
      )}
    >
      {initials(name)}
    </span>
  );
}
