import Link from "next/link";
import { StateIcon } from "#components/ui/state-icon.tsx";
import type { StageView } from "#db/queries/views.ts";
import { DELIVERABLE_MARKS } from "#lib/handover/view-words.ts";
import { paths } from "../paths.ts";

type Deliverable = StageView["deliverables"][number];

/** What a stage leaves behind, each with its page. */
export function Deliverables({ slug, deliverables }: { slug: string; deliverables: readonly Deliverable[] }) {
  return (
    <ul className="text-sm">
      {deliverables.map(({ id, title, state, summary, why, missing }) => (
        <li key={id} className="flex gap-2.25 border-line border-t py-2">
          <StateIcon mark={DELIVERABLE_MARKS[state]} className="mt-0.5" />
          <div className="min-w-0">
            <p className="font-medium">
              <Link
                href={paths.deliverable(slug, id)}
                className="underline decoration-line-strong underline-offset-2 hover:decoration-current"
              >
                {title}
              </Link>
            </p>
            <p className="text-ink-2">{summary}</p>
            <p className="text-ink-3 text-xs [overflow-wrap:anywhere]">
              {why}
              {missing.length > 0 && ` ${missing.length} missing.`}
            </p>
          </div>
        </li>
      ))}
    </ul>
  );
}
