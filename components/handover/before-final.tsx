import Link from "next/link";
import type { Board } from "#db/queries/views.ts";
import { DELIVERABLE_MARKS, GATE_MARKS, STATUS_MARKS } from "#lib/handover/view-words.ts";
import { paths } from "../paths.ts";
import type { UiMark } from "../ui/marks.ts";
import { Section } from "../ui/section.tsx";
import { StateIcon } from "../ui/state-icon.tsx";
import { Few } from "./few.tsx";

type Line = { key: string; mark: UiMark; title: string; note: string; href: string };
type Props = { slug: string; board: Pick<Board, "gate" | "stages"> };

const SHOWN = 6;

function gateLines({ slug, board }: Props): Line[] {
  return board.gate.items
    .filter((item) => !item.holds && item.state !== "not_applicable")
    .map(({ id, title, state, why }) => ({
      key: id,
      mark: GATE_MARKS[state],
      title,
      note: why,
      href: paths.board(slug, { gate: id }),
    }));
}

function checkLines({ slug, board }: Props): Line[] {
  return board.stages
    .flatMap(({ checks }) => checks)
    .filter(({ status }) => status === "unknown" || status === "stale")
    .map(({ id, title, status, line }) => ({
      key: id,
      mark: STATUS_MARKS[status],
      title,
      note: line,
      href: paths.board(slug, { check: id }),
    }));
}

function deliverableLines({ slug, board }: Props): Line[] {
  return board.stages
    .flatMap(({ deliverables }) => deliverables)
    .filter(({ state }) => state !== "complete")
    .map(({ id, title, state, why }) => ({
      key: id,
      mark: DELIVERABLE_MARKS[state],
      title,
      note: why,
      href: paths.deliverable(slug, id),
    }));
}

function Group({ title, note, lines }: { title: string; note: string; lines: readonly Line[] }) {
  if (lines.length === 0) return null;
  return (
    <div className="min-w-0 rounded-xl border border-line bg-panel px-4 py-3">
      <h3 className="flex items-baseline gap-2 text-sm">
        {title} <span className="font-normal text-ink-3">{lines.length}</span>
      </h3>
      <p className="mb-2 text-ink-3 text-xs">{note}</p>
      <Few
        shown={SHOWN}
        className="grid gap-1"
        items={lines.map(({ key, mark, title: name, note: why, href }) => ({
          key,
          body: (
            <Link
              href={href}
              prefetch={false}
              className="-mx-1.5 flex gap-2 rounded-md px-1.5 py-1 text-sm hover:bg-sunk pointer-coarse:py-2.5"
            >
              <StateIcon mark={mark} className="mt-0.5" />
              <span className="min-w-0">
                {name} <span className="line-clamp-2 block text-ink-3 text-xs">{why}</span>
              </span>
            </Link>
          ),
        }))}
      />
    </div>
  );
}

/** What keeps the next version a draft, and what it will say is not there. Each line leads to where it is settled. */
export function BeforeFinal(props: Props) {
  const groups = [
    {
      title: "Minimum bar",
      note: "Until all of it holds, every version is a draft.",
      lines: gateLines(props),
    },
    {
      title: "Checks that nothing proves",
      note: "The pack lists them as open.",
      lines: checkLines(props),
    },
    {
      title: "Owners, runbooks and other deliverables",
      note: "The pack has a page for each, and says what is missing.",
      lines: deliverableLines(props),
    },
  ].filter(({ lines }) => lines.length > 0);
  if (groups.length === 0) return null;
  return (
    <Section title="What is missing" className="mt-8">
      <div className="grid items-start gap-3 lg:grid-cols-2 xl:grid-cols-3">
        {groups.map((group) => (
          <Group key={group.title} {...group} />
        ))}
      </div>
    </Section>
  );
}
