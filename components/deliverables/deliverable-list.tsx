import Link from "next/link";
import { paths } from "#components/paths.ts";
import { StatusBadge } from "#components/ui/status-badge.tsx";
import type { StageView } from "#db/queries/views.ts";
import { DELIVERABLE_MARKS } from "#lib/handover/view-words.ts";

type Deliverable = StageView["deliverables"][number];

/** All thirteen by the stage that delivers them. */
export function DeliverableList({ slug, stages }: { slug: string; stages: readonly StageView[] }) {
  return (
    <div className="border-line border-t">
      {stages.map((stage) => (
        <section
          key={stage.id}
          aria-labelledby={`delivers-${stage.id}`}
          className="grid gap-x-6 border-line border-b py-3 md:grid-cols-[190px_minmax(0,1fr)]"
        >
          <h2 id={`delivers-${stage.id}`} className="pb-1 text-sm md:pt-1.75">
            <span className="mr-1.5 font-normal text-ink-3">{stage.order}</span>
            <Link href={paths.stage(slug, stage.id)} className="underline-offset-2 hover:underline">
              {stage.shortTitle}
            </Link>
          </h2>
          <ul className="divide-y divide-line">
            {stage.deliverables.map((deliverable) => (
              <Row key={deliverable.id} slug={slug} deliverable={deliverable} />
            ))}
          </ul>
        </section>
      ))}
    </div>
  );
}

function Row({ slug, deliverable }: { slug: string; deliverable: Deliverable }) {
  const { id, title, summary, state, why, missing } = deliverable;
  return (
    <li className="relative grid gap-x-5 gap-y-1 rounded-sm px-1.5 py-2 hover:bg-sunk sm:grid-cols-[minmax(0,1fr)_118px]">
      <div className="min-w-0">
        <h3 className="font-medium text-base tracking-normal">
          <Link href={paths.deliverable(slug, id)} data-row className="after:absolute after:inset-0">
            {title}
          </Link>
        </h3>
        <p className="text-ink-2 text-sm">{summary}</p>
        <p className="text-ink-3 text-sm [overflow-wrap:anywhere]">{why}</p>
      </div>
      <div className="flex gap-3 text-sm sm:flex-col sm:gap-0.5">
        <StatusBadge mark={DELIVERABLE_MARKS[state]} />
        {missing.length > 0 && <span className="text-ink-3">{missing.length} missing</span>}
      </div>
    </li>
  );
}
