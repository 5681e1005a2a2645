import Link from "next/link";
import type { FormAction } from "#components/ui/action.ts";
import { ActionButton } from "#components/ui/action-button.tsx";
import { checkMark } from "#components/ui/marks.ts";
import { Section } from "#components/ui/section.tsx";
import { Sheet } from "#components/ui/sheet.tsx";
import { StateIcon } from "#components/ui/state-icon.tsx";
import { StatusBadge } from "#components/ui/status-badge.tsx";
import { Time } from "#components/ui/time.tsx";
import type { CheckView, GateItemView } from "#db/queries/views.ts";
import { GATE_MARKS } from "#lib/handover/view-words.ts";
import { paths } from "../paths.ts";
import { WaiverDialog } from "./waiver-dialog.tsx";

type Props = {
  slug: string;
  item: GateItemView;
  /** The checks of the whole board; the item's own are picked out. */
  checks: readonly CheckView[];
  /** For founders. Gets `reason` and `expiresAt`. */
  waive?: FormAction | undefined;
  withdrawWaiver?: FormAction | undefined;
};

/** Why one item of the minimum bar holds or does not. */
export function GateSheet({ slug, item, checks, waive, withdrawWaiver }: Props) {
  const own = checks.filter((check) => item.checks.includes(check.id));
  return (
    <Sheet
      id={`gate ${item.id}`}
      title={item.title}
      description={item.holdsWhen}
      closeHref={paths.board(slug)}
      bar={<StatusBadge mark={GATE_MARKS[item.state]} />}
      footer={
        !item.holds && waive && item.state !== "not_applicable" ? <WaiverDialog item={item} action={waive} /> : null
      }
    >
      <Section level={3} title="Why">
        <p className="text-sm">{item.why}</p>
      </Section>
      <Section level={3} title="It is derived from">
        <ul>
          {own.map((check) => (
            <li key={check.id} className="border-line border-t">
              <Link
                href={paths.board(slug, { check: check.id })}
                scroll={false}
                className="flex items-baseline gap-2 py-2 text-sm hover:bg-sunk"
              >
                <StateIcon mark={checkMark(check)} className="translate-y-0.5" />
                <span className="min-w-0 flex-1">
                  {check.title}
                  <span className="block text-ink-3 text-xs">{check.line}</span>
                </span>
                {check.evidenceAt && <Time iso={check.evidenceAt} short bare className="text-ink-3 text-xs" />}
              </Link>
            </li>
          ))}
        </ul>
      </Section>
      {item.waiver && (
        <Section level={3} title="Waiver">
          <p className="text-sm">{item.waiver.reason}</p>
          <p className="mt-1 text-ink-3 text-xs">
            {item.waiver.decider?.name ?? "A former member"}, <Time iso={item.waiver.createdAt} />; ends{" "}
            <Time iso={item.waiver.expiresAt} />
          </p>
          {withdrawWaiver && (
            <div className="mt-2">
              <ActionButton
                action={withdrawWaiver}
                values={{ waiver: item.waiver.id }}
                success="Waiver withdrawn."
                size="sm"
              >
                Withdraw
              </ActionButton>
            </div>
          )}
        </Section>
      )}
    </Sheet>
  );
}
