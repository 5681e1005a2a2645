import { clsx } from "clsx";
import Link from "next/link";
import { Chip } from "#components/ui/chip.tsx";
import { HostName } from "#components/ui/host-name.tsx";
import { riskMark } from "#components/ui/marks.ts";
import { StateIcon } from "#components/ui/state-icon.tsx";
import { Td } from "#components/ui/table.tsx";
import type { RiskView } from "#db/queries/views.ts";
import { SEVERITY_MARKS } from "#lib/handover/view-words.ts";
import { stageOf } from "#lib/roadmap/stages.ts";
import { RiskDue } from "./risk-due.tsx";
import { decisionChip } from "./risk-words.ts";

type Props = { risk: RiskView; href: string; isOpen: boolean; now: Date; isCompact?: boolean | undefined };

/** A row of the table; on a phone its cells flow as a card. The link covers the row. */
export function RiskRow({ risk, href, isOpen, now, isCompact }: Props) {
  const chip = decisionChip(risk);
  const cell = "max-md:border-0 max-md:p-0";
  return (
    <tr
      className={clsx(
        "relative max-md:flex max-md:flex-wrap max-md:items-center max-md:gap-x-3 max-md:gap-y-1 max-md:border-line max-md:border-b max-md:py-2.5 hover:bg-sunk",
        isOpen && "bg-sunk",
      )}
    >
      <Td className={clsx(cell, "whitespace-nowrap")}>
        <span className="flex items-center gap-1.75">
          <StateIcon mark={riskMark(risk)} isDecorative={risk.state === "open"} />
          {SEVERITY_MARKS[risk.severity].word.toLowerCase()}
        </span>
      </Td>
      <Td className={clsx(cell, "font-medium max-md:order-first max-md:w-full")}>
        <Link
          href={href}
          scroll={false}
          prefetch={false}
          data-row
          aria-current={isOpen ? "true" : undefined}
          className="[overflow-wrap:anywhere] after:absolute after:inset-0"
        >
          {risk.title}
          <HostName url={risk.targetUrl} />
        </Link>
      </Td>
      <Td className={clsx(cell, "whitespace-nowrap text-ink-3 max-xl:hidden max-md:inline", isCompact && "xl:hidden")}>
        {stageOf(risk.checkId).shortTitle}
      </Td>
      <Td className={clsx(cell, "whitespace-nowrap")}>
        <span className="sr-only">
          likelihood {risk.likelihood}, impact {risk.impact}
        </span>
        <span aria-hidden>
          {risk.likelihood} × {risk.impact}
        </span>
      </Td>
      <Td className={clsx(cell, "whitespace-nowrap")}>
        {risk.owner?.name ?? <span className="text-ink-3">nobody</span>}
      </Td>
      <Td className={clsx(cell, "whitespace-nowrap")}>
        <Chip tone={chip.tone}>{chip.text}</Chip>
      </Td>
      <Td className={clsx(cell, "whitespace-nowrap text-ink-3")}>
        <RiskDue risk={risk} now={now} />
      </Td>
    </tr>
  );
}
