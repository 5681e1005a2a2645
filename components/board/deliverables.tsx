import Link from "next/link";
import type { UiMark } from "#components/ui/marks.ts";
import { StateIcon } from "#components/ui/state-icon.tsx";
import type { StageView } from "#db/queries/views.ts";
import { DELIVERABLE_PLACES } from "./domain-places.ts";

type Deliverable = StageView["deliverables"][number];

const MARKS: Record<Deliverable["state"], UiMark> = {
  complete: { shape: "check", tone: "ok", word: "Complete" },
  incomplete: { shape: "clock", tone: "warn", word: "Incomplete" },
  no_data: { shape: "ring", tone: "mute", word: "No data" },
};

export function Deliverables({ slug, deliverables }: { slug: string; deliverables: readonly Deliverable[] }) {
  return (
    <ul className="text-sm">
      {deliverables.map((deliverable) => (
        <li key={deliverable.id} className="flex gap-2.25 border-line border-t py-2">
          <StateIcon mark={MARKS[deliverable.state]} className="mt-0.5" />
          <div>
            <p className="font-medium">
              <Title slug={slug} deliverable={deliverable} />
            </p>
            <p className="text-ink-2">{deliverable.summary}</p>
            <p className="text-ink-3 text-xs">{deliverable.why}</p>
          </div>
        </li>
      ))}
    </ul>
  );
}

function Title({ slug, deliverable: { id, title } }: { slug: string; deliverable: Deliverable }) {
  const place = DELIVERABLE_PLACES[id];
  if (!place) return title;
  return (
    <Link href={place.href(slug)} className="underline decoration-line-strong underline-offset-2">
      {title}
    </Link>
  );
}
