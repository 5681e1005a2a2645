import Link from "next/link";
import { placeHref } from "#components/place-href.ts";
import { Section } from "#components/ui/section.tsx";
import type { MissingItem } from "#lib/roadmap/deliverables.ts";

/** What keeps a deliverable from being complete; each line leads to where that is settled. */
export function MissingList({ slug, missing }: { slug: string; missing: readonly MissingItem[] }) {
  if (missing.length === 0) return null;
  const note =
    missing.length === 1
      ? "One thing; it leads to where it is settled."
      : `${missing.length} things; each leads to where it is settled.`;
  return (
    <Section title="What is missing" note={note}>
      <ul className="rounded-xl border border-line bg-panel text-sm">
        {missing.map(({ what, place }) => (
          <li key={what} className="not-first:border-line not-first:border-t">
            <Link
              href={placeHref(slug, place)}
              className="flex min-h-9 items-center gap-3 px-3.5 py-1.75 hover:bg-sunk pointer-coarse:min-h-11"
            >
              <span className="min-w-0 flex-1 [overflow-wrap:anywhere]">{what}</span>
              <span aria-hidden className="text-ink-3 print:hidden">
                →
              </span>
            </Link>
          </li>
        ))}
      </ul>
    </Section>
  );
}
