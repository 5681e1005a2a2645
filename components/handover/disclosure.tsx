import { clsx } from "clsx";
import { ChevronDown } from "lucide-react";
import type { ReactNode } from "react";

/** A panel that opens at a touch, and says so. */
export function Disclosure({
  title,
  className,
  children,
}: {
  title: ReactNode;
  className?: string | undefined;
  children: ReactNode;
}) {
  return (
    <details className={clsx("group/disclosure rounded-xl border border-line bg-panel", className)}>
      <summary className="flex min-h-11 cursor-pointer items-center gap-2 rounded-xl px-4 py-2.5 font-medium text-sm hover:bg-sunk">
        <span className="min-w-0 flex-1">{title}</span>
        <ChevronDown size={16} aria-hidden className="shrink-0 text-ink-3 group-open/disclosure:rotate-180" />
      </summary>
      <div className="px-4 pt-1 pb-4">{children}</div>
    </details>
  );
}
