import Link from "next/link";
import type { ReactNode } from "react";
import { placeHref } from "#components/place-href.ts";
import { ExternalLink } from "#components/ui/external-link.tsx";
import { TONE_TEXT } from "#components/ui/marks.ts";
import { StateIcon } from "#components/ui/state-icon.tsx";
import type { Cell } from "#lib/roadmap/sheets/block.ts";

/** One cell of a deliverable's table: a state, a moment, a place, or what a machine said. */
export function SheetCell({ slug, cell }: { slug: string; cell: Cell }) {
  const { mark, note } = cell;
  return (
    <>
      {mark ? (
        <span className="inline-flex items-center gap-1.5 whitespace-nowrap print:gap-1 print:whitespace-normal">
          <StateIcon mark={mark} isDecorative={mark.word === cell.text} />
          <span className={TONE_TEXT[mark.tone]}>{content(slug, cell)}</span>
        </span>
      ) : (
        content(slug, cell)
      )}
      {note !== undefined && (
        <span className="block font-normal text-ink-3 text-xs [overflow-wrap:anywhere]">{note}</span>
      )}
    </>
  );
}

const LINK = "underline decoration-line-strong underline-offset-2 hover:decoration-current";

function content(slug: string, { text, place, at, isMono }: Cell): ReactNode {
  if (place?.kind === "pack") {
    return (
      <a href={placeHref(slug, place)} className={LINK}>
        {text}
      </a>
    );
  }
  if (place) {
    return (
      <Link href={placeHref(slug, place)} prefetch={false} className={LINK}>
        {text}
      </Link>
    );
  }
  if (at !== undefined)
    return (
      <time dateTime={at} className="whitespace-nowrap">
        {text}
      </time>
    );
  if (!isMono) return text;
  return (
    <code className="font-mono text-xs">
      <ExternalLink href={text}>{text}</ExternalLink>
    </code>
  );
}
