import { Section } from "#components/ui/section.tsx";
import type { StageView } from "#db/queries/views.ts";
import type { CheckId } from "#lib/roadmap/ids.ts";
import { StageColumn } from "./stage-column.tsx";

type Props = { slug: string; stages: readonly StageView[]; openCheck?: CheckId | undefined };

/** All 35 checks at once: side by side on a laptop, scrolling within itself on a tablet, one column on a phone. */
export function Board({ slug, stages, openCheck }: Props) {
  return (
    <Section title="Seven stages" note="Every card rests on dated evidence; open one for what was seen.">
      <div className="grid grid-cols-1 gap-2.5 sm:auto-cols-[minmax(11.5rem,1fr)] sm:grid-flow-col sm:grid-cols-none sm:overflow-x-auto sm:pb-2 xl:auto-cols-[minmax(0,1fr)] xl:overflow-visible xl:pb-0">
        {stages.map((stage) => (
          <StageColumn key={stage.id} slug={slug} stage={stage} openCheck={openCheck} />
        ))}
      </div>
    </Section>
  );
}
