import { clsx } from "clsx";
import Link from "next/link";

export type LinkTab = { href: string; label: string; count?: number | undefined; isCurrent: boolean };

/** Views or filters of one page, each with its own address. */
export function LinkTabs({ label, tabs }: { label: string; tabs: readonly LinkTab[] }) {
  return (
    <nav aria-label={label} className="max-md:-mx-4 max-md:w-[calc(100%+2rem)] max-md:overflow-x-auto max-md:px-4">
      <ul className="flex gap-2 md:flex-wrap">
        {tabs.map((tab) => (
          <li key={tab.href}>
            <Link
              href={tab.href}
              scroll={false}
              aria-current={tab.isCurrent ? "page" : undefined}
              className={clsx(
                "inline-flex min-h-6.5 items-center gap-1.5 whitespace-nowrap rounded-[5px] border px-2.25 font-medium text-xs pointer-coarse:min-h-11",
                tab.isCurrent
                  ? "border-accent bg-accent text-accent-ink"
                  : "border-line-strong bg-panel text-ink-2 hover:bg-sunk",
              )}
            >
              {tab.label}
              {tab.count !== undefined && <span>{tab.count}</span>}
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  );
}
