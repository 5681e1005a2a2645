import Link from "next/link";
import { useId } from "react";
import { checkMark } from "#components/ui/marks.ts";
import { Segments } from "#components/ui/segments.tsx";
import type { StageView } from "#db/queries/views.ts";
import type { CheckId } from "#lib/roadmap/ids.ts";
import { paths } from "../paths.ts";
import { CheckCard } from "./check-card.tsx";
import { failingFirst } from "./failing-first.ts";
import { StageCount } from "./stage-count.tsx";

type Props = { slug: string; stage: StageView; openCheck?: CheckId | undefined };

export function StageColumn({ slug, stage, openCheck }: Props) {
  const id = useId();
  const checks = failingFirst(stage.checks);
  return (
    <section aria-labelledby={id} className="flex min-w-0 flex-col gap-1.5 rounded-xl bg-sunk px-2 pt-2.5 pb-2">
      <header className="px-1 pb-1">
        <h3 id={id} className="text-sm leading-tight xl:min-h-8.25">
          <Link href={paths.stage(slug, stage.id)} className="hover:underline">
            <span className="mr-1 font-normal text-ink-3">{stage.order}</span>
            {stage.title}
          </Link>
        </h3>
        <Segments tones={checks.map((check) => checkMark(check).tone)} className="mt-1.75 mb-1.25" />
        <StageCount stage={stage} />
      </header>
      <ul className="flex flex-col gap-1.5">
        {checks.map((check) => (
          <li key={check.id}>
            <CheckCard check={check} href={paths.board(slug, { check: check.id })} isOpen={openCheck === check.id} />
          </li>
        ))}
      </ul>
    </section>
  );
}
