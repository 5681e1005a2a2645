import { useId } from "react";
import { checkMark } from "#components/ui/marks.ts";
import { Section } from "#components/ui/section.tsx";
import { Segments } from "#components/ui/segments.tsx";
import type { StageView } from "#db/queries/views.ts";
import type { CheckId } from "#lib/roadmap/ids.ts";
import { paths } from "../paths.ts";
import { type BoardColumn, boardColumns } from "./board-columns.ts";
import { CheckCard } from "./check-card.tsx";
import { Deliverables } from "./deliverables.tsx";
import { failingFirst } from "./failing-first.ts";
import { StageCount } from "./stage-count.tsx";

type Props = { slug: string; stage: StageView; openCheck?: CheckId | undefined };

/** One stage: what it is for, when it is done, its checks by where they stand, and what it delivers. */
export function StageBoard({ slug, stage, openCheck }: Props) {
  return (
    <div className="flex flex-col gap-6">
      <div>
        <h1 className="text-2xl tracking-[-0.02em]">
          <span className="mr-1.5 font-normal text-ink-3">{stage.order}</span>
          {stage.title}
        </h1>
        <p className="mt-1 max-w-[72ch] text-ink-2">{stage.goal}</p>
        <div className="mt-3 flex max-w-120 flex-col gap-1.5">
          <Segments tones={failingFirst(stage.checks).map((check) => checkMark(check).tone)} />
          <StageCount stage={stage} />
        </div>
      </div>
      <p className="rounded-xl border border-line bg-panel px-3.5 py-2.5 text-sm">
        <span className="font-medium">Done when</span> <span className="text-ink-2">{stage.exit}</span>
      </p>
      <div className="grid gap-2.5 md:grid-cols-3">
        {boardColumns(stage.checks).map((column) => (
          <Column key={column.id} column={column} slug={slug} stage={stage} openCheck={openCheck} />
        ))}
      </div>
      <Section title="Delivers">
        <Deliverables slug={slug} deliverables={stage.deliverables} />
      </Section>
    </div>
  );
}

function Column({ column, slug, stage, openCheck }: Props & { column: BoardColumn }) {
  const id = useId();
  return (
    <section aria-labelledby={id} className="rounded-xl bg-sunk px-2 pt-2.5 pb-2">
      <h2 id={id} className="px-1 text-sm">
        {column.title} <span className="font-normal text-ink-3">{column.checks.length}</span>
      </h2>
      <p className="px-1 pb-2 text-ink-3 text-xs">{column.note}</p>
      {column.checks.length === 0 && <p className="px-1 pb-1 text-ink-2 text-sm">Nothing here.</p>}
      <ul className="flex flex-col gap-1.5">
        {column.checks.map((check) => (
          <li key={check.id}>
            <CheckCard
              check={check}
              href={paths.stage(slug, stage.id, { check: check.id })}
              isOpen={openCheck === check.id}
              isWide
            />
          </li>
        ))}
      </ul>
    </section>
  );
}
