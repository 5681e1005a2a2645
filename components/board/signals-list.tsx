import Link from "next/link";
import type { ReactNode } from "react";
import { placeHref } from "#components/place-href.ts";
import type { UiMark } from "#components/ui/marks.ts";
import { Section } from "#components/ui/section.tsx";
import { StateIcon } from "#components/ui/state-icon.tsx";
import type { SignalView } from "#db/queries/views.ts";
import type { Place } from "#lib/roadmap/place.ts";

const MARKS: Record<SignalView["state"], UiMark> = {
  lit: { shape: "cross", tone: "bad", word: "Lit" },
  quiet: { shape: "check", tone: "ok", word: "Quiet" },
  unknown: { shape: "ring", tone: "mute", word: "Not known" },
};

type Props = {
  slug: string;
  signals: readonly SignalView[];
  /** Else the page of the members is not theirs to open, so nothing leads there. */
  canSeeMembers: boolean;
};

/** The signs of a launch going wrong: the lit ones in words, the others counted and folded away. */
export function SignalsList({ slug, signals, canSeeMembers }: Props) {
  const of = (state: SignalView["state"]) =>
    signals
      .filter((signal) => signal.state === state)
      .map((signal) => <Line key={signal.id} signal={signal} href={hrefOf(slug, signal.place, canSeeMembers)} />);
  const [lit, quiet, unknown] = [of("lit"), of("quiet"), of("unknown")];
  return (
    <Section title="Signals" note={lit.length === 0 ? "None is lit." : `${lit.length} of ${signals.length} lit`}>
      <ul className="text-sm">{lit}</ul>
      <Folded mark={MARKS.quiet} title={`${quiet.length} quiet`} lines={quiet} />
      <Folded mark={MARKS.unknown} title={`${unknown.length} not known yet`} lines={unknown} />
    </Section>
  );
}

function hrefOf(slug: string, place: Place, canSeeMembers: boolean): string | null {
  if (place.kind === "page" && place.page === "settings" && !canSeeMembers) return null;
  return placeHref(slug, place);
}

function Line({ signal: { title, state, why }, href }: { signal: SignalView; href: string | null }) {
  return (
    <li className="flex gap-2.25 border-line border-t py-1.25">
      <StateIcon mark={MARKS[state]} className="mt-0.5" />
      <span className="min-w-0">
        {href === null ? (
          title
        ) : (
          <Link href={href} prefetch={false} scroll={false} className="underline-offset-2 hover:underline">
            {title}
          </Link>
        )}
        <span className="block text-ink-3 text-xs [overflow-wrap:anywhere]">{why}</span>
      </span>
    </li>
  );
}

function Folded({ mark, title, lines }: { mark: UiMark; title: string; lines: readonly ReactNode[] }) {
  if (lines.length === 0) return null;
  return (
    <details className="border-line border-t text-sm">
      <summary className="flex min-h-7.5 items-center gap-2.25 rounded-sm pointer-coarse:min-h-11">
        <StateIcon mark={mark} isDecorative />
        {title}
        <span aria-hidden className="ml-auto text-ink-3 text-xs">
          show
        </span>
      </summary>
      <ul>{lines}</ul>
    </details>
  );
}
