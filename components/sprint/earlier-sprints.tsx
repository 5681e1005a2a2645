import Link from "next/link";
import { paths } from "#components/paths.ts";
import { Section } from "#components/ui/section.tsx";
import { Time } from "#components/ui/time.tsx";
import type { SprintSummary } from "#db/queries/sprint-views.ts";

type Props = { slug: string; sprints: readonly SprintSummary[]; current: number | undefined };

/** Those that are over, newest first. */
export function EarlierSprints({ slug, sprints, current }: Props) {
  const others = sprints.filter(({ number }) => number !== current);
  if (others.length === 0) return null;
  return (
    <Section title="Earlier sprints">
      <ul className="divide-y divide-line rounded-xl border border-line bg-panel text-sm">
        {others.map(({ number, goal, finishedAt, delivered, slipped }) => (
          <li key={number} className="flex flex-wrap items-baseline gap-x-3 gap-y-0.5 px-4 py-2.5">
            <Link
              href={paths.sprint(slug, number)}
              className="font-medium underline decoration-line-strong underline-offset-2 hover:decoration-current"
            >
              Sprint {number}
            </Link>
            <span className="min-w-0 flex-1 basis-60 text-ink-2 [overflow-wrap:anywhere]">{goal}</span>
            <span className="text-ink-3">
              {delivered} delivered, {slipped} slipped · <Time iso={finishedAt} />
            </span>
          </li>
        ))}
      </ul>
    </Section>
  );
}
