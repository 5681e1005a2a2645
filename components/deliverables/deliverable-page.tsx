import Link from "next/link";
import { paths } from "#components/paths.ts";
import { StatusBadge } from "#components/ui/status-badge.tsx";
import { DELIVERABLE_MARKS, minute } from "#lib/handover/view-words.ts";
import type { DeliverableId } from "#lib/roadmap/ids.ts";
import type { DeliverableDetail } from "#lib/roadmap/sheets/artefact.ts";
import type { Sheet } from "#lib/roadmap/sheets/sheet-of.ts";
import { ELSEWHERE } from "./elsewhere.ts";
import { MissingList } from "./missing-list.tsx";
import { SheetBlocks } from "./sheet-blocks.tsx";

type Props = { slug: string; detail: DeliverableDetail; sheet: Sheet };

/** A deliverable as one hands it over: what it is, how it stands, what it lacks, and the thing itself. */
export function DeliverablePage({ slug, detail, sheet }: Props) {
  const { id, title, summary, project, state, why, asOf, lastRun, missing } = detail;
  return (
    <article className="flex flex-col gap-8">
      <header>
        <p className="hidden text-ink-2 print:block">{project}</p>
        <h1 className="text-2xl tracking-[-0.02em]">{title}</h1>
        <p className="mt-1 max-w-[72ch] text-ink-2">{summary}</p>
        <div className="mt-3 flex flex-wrap items-center gap-x-2.5 gap-y-1 text-sm">
          <StatusBadge mark={DELIVERABLE_MARKS[state]} className="font-medium" />
          <span className="[overflow-wrap:anywhere]">{why}</span>
        </div>
        <p className="mt-1 text-ink-3 text-sm">
          As of <time dateTime={asOf}>{minute(asOf)}</time>
          {lastRun === null ? (
            "; no audit has finished yet."
          ) : (
            <>
              ; the last audit is{" "}
              <Link
                href={paths.run(slug, lastRun.number)}
                className="underline decoration-line-strong underline-offset-2"
              >
                run {lastRun.number}
              </Link>{" "}
              of <time dateTime={lastRun.finishedAt}>{minute(lastRun.finishedAt)}</time>.
            </>
          )}
        </p>
        <Elsewhere slug={slug} id={id} />
      </header>
      <MissingList slug={slug} missing={missing} />
      {sheet.remark !== null && (
        <p className="max-w-[72ch] rounded-xl border border-line-strong border-dashed px-3.5 py-2.5 text-ink-2 text-sm">
          {sheet.remark}
        </p>
      )}
      <SheetBlocks slug={slug} blocks={sheet.blocks} />
    </article>
  );
}

const LINK =
  "inline-flex min-h-6 items-center underline decoration-line-strong underline-offset-2 hover:decoration-current pointer-coarse:min-h-11";

function Elsewhere({ slug, id }: { slug: string; id: DeliverableId }) {
  const places = ELSEWHERE[id];
  if (!places) return null;
  return (
    <ul className="mt-2 flex flex-wrap gap-x-4 gap-y-1 text-sm print:hidden">
      {places.map(({ title, href, isFile }) => (
        <li key={title}>
          {isFile ? (
            <a href={href(slug)} download className={LINK}>
              {title}
            </a>
          ) : (
            <Link href={href(slug)} prefetch={false} className={LINK}>
              {title}
            </Link>
          )}
        </li>
      ))}
    </ul>
  );
}
