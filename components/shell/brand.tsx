import { clsx } from "clsx";
import { initials } from "#components/ui/initials.ts";

/** The project's own square, or ours. */
export function Brand({ name, className }: { name: string; className?: string }) {
  return (
    <span className={clsx("flex min-w-0 items-center gap-2 font-semibold", className)}>
      <span
        aria-hidden
        className="grid size-5.5 shrink-0 place-items-center rounded-md bg-accent text-2xs text-accent-ink"
      >
        {initials(name)}
      </span>
      <span className="truncate">{name}</span>
    </span>
  );
}
