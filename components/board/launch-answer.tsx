import Link from "next/link";
import type { ReactNode } from "react";
import { Chip } from "#components/ui/chip.tsx";
import { HostName } from "#components/ui/host-name.tsx";
import { RECHECKING, type UiMark } from "#components/ui/marks.ts";
import { StateIcon } from "#components/ui/state-icon.tsx";
import type { BlockerView, Board, GateView } from "#db/queries/views.ts";
import { GATE_MARKS, SEVERITY_MARKS } from "#lib/handover/view-words.ts";
import { CHECKS } from "#lib/roadmap/stages.ts";
import { paths } from "../paths.ts";

const SHOWN_MAX = 5;

type Props = { slug: string; answer: Board["answer"]; blockers: readonly BlockerView[]; gate: GateView };

/** "Can we launch?" in words, and each thing that stands in the way as a link to it. */
export function LaunchAnswer({ slug, answer, blockers, gate }: Props) {
  const shown = answer.obstacles.slice(0, SHOWN_MAX);
  const rest = answer.obstacles.length - shown.length;
  const byNumber = new Map(blockers.map((blocker) => [blocker.number, blocker]));
  const byGate = new Map(gate.items.map((item) => [item.id, item]));
  return (
    <div className="min-w-0">
      <h1 className="mb-2 max-w-[22ch] text-3xl tracking-[-0.022em] max-sm:text-2xl">{answer.headline}</h1>
      <p className="max-w-[62ch] text-ink-2">{answer.lede}</p>
      {shown.length > 0 && (
        <ul aria-label="What stands in the way" className="mt-3">
          {shown.map((obstacle) => {
            if (obstacle.kind === "risk") {
              const blocker = byNumber.get(obstacle.number);
              return (
                <Line
                  key={`risk ${obstacle.number}`}
                  href={paths.risk(slug, obstacle.number)}
                  title={obstacle.title}
                  mark={markOf(blocker)}
                >
                  {blocker && <RiskNotes blocker={blocker} />}
                </Line>
              );
            }
            const item = byGate.get(obstacle.gateId);
            return (
              <Line
                key={obstacle.gateId}
                href={paths.board(slug, { gate: obstacle.gateId })}
                title={obstacle.title}
                mark={GATE_MARKS[item?.state ?? "unknown"]}
              >
                <span className="ml-auto text-ink-3 text-xs">
                  {item?.state === "failing" ? "minimum bar" : "not proven yet"}
                </span>
              </Line>
            );
          })}
        </ul>
      )}
      {rest > 0 && (
        <p className="border-line border-t pt-2 text-ink-3 text-sm">
          And {rest} more: see{" "}
          <Link className="underline underline-offset-2" href={paths.risks(slug, { view: "blocking" })}>
            the register
          </Link>{" "}
          and the minimum bar.
        </p>
      )}
    </div>
  );
}

function markOf(blocker: BlockerView | undefined): UiMark {
  if (!blocker) return SEVERITY_MARKS.high;
  return blocker.state === "rechecking" ? RECHECKING : SEVERITY_MARKS[blocker.severity];
}

type LineProps = { href: string; title: string; mark: UiMark; children: ReactNode };

function Line({ href, title, mark, children }: LineProps) {
  return (
    <li className="border-line border-t">
      <Link
        href={href}
        className="group flex flex-wrap items-baseline gap-x-2.5 gap-y-0.5 py-2 pointer-coarse:min-h-11 sm:flex-nowrap"
      >
        <StateIcon mark={mark} className="translate-y-0.5" />
        <span className="min-w-0 font-medium group-hover:underline max-sm:flex-1">{title}</span>
        {children}
      </Link>
    </li>
  );
}

function RiskNotes({ blocker }: { blocker: BlockerView }) {
  const { severity, owner, checkId, targetUrl } = blocker;
  return (
    <>
      <Chip tone={severity === "critical" ? "bad" : "warn"}>{severity}</Chip>
      <HostName url={targetUrl} />
      <span className="text-ink-3 text-xs max-sm:w-full max-sm:pl-6 sm:ml-auto sm:whitespace-nowrap">
        {CHECKS[checkId].shortTitle} · {owner?.name ?? "nobody yet"}
      </span>
    </>
  );
}
