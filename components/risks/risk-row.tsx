import { clsx } from "clsx";
import Link from "next/link";
import { Chip } from "#components/ui/chip.tsx";
import { Td } from "#components/ui/table.tsx";
import type { RiskView } from "#db/queries/views.ts";
import { stageOf } from "#lib/roadmap/stages.ts";
import { DecideCell } from "./decide-cell.tsx";
import { EditCell } from "./edit-cell.tsx";
import type { RegisterMay } from "./register-context.ts";
import { RiskDue } from "./risk-due.tsx";
import { RiskSource } from "./risk-source.tsx";
import { isUnsettled } from "./risk-views.ts";
import { decisionChip, dueWords } from "./risk-words.ts";
import { SelectBox } from "./select-box.tsx";
import { SeverityCell } from "./severity-cell.tsx";

type Props = {
  risk: RiskView;
  href: string;
  isOpen: boolean;
  now: Date;
  may: RegisterMay;
  isCompact?: boolean | undefined;
};

const CELL = "max-md:border-0 max-md:p-0";

/** A row of the table; on a phone its cells flow as a card. The link covers the row, what can be changed stands above it. */
export function RiskRow({ risk, href, isOpen, now, may, isCompact }: Props) {
  const { number, title, likelihood, impact, owner } = risk;
  const chip = decisionChip(risk);
  const canEdit = may.write && isUnsettled(risk);
  const score = `${likelihood} × ${impact}`;
  return (
    <tr
      data-risk={number}
      className={clsx(
        "relative max-md:flex max-md:flex-wrap max-md:items-center max-md:gap-x-3 max-md:gap-y-1 max-md:border-line max-md:border-b max-md:py-2.5 hover:bg-sunk has-[input:checked]:bg-info-tint",
        isOpen && "bg-sunk",
      )}
    >
      {may.write && (
        <Td className="w-9 max-md:absolute max-md:top-1 max-md:right-0 max-md:border-0 max-md:p-0 md:py-0 md:pr-0 md:pl-1">
          <SelectBox number={number} title={title} />
        </Td>
      )}
      <Td className={clsx(CELL, "whitespace-nowrap")}>
        <SeverityCell risk={risk} canEdit={canEdit} />
      </Td>
      <Td className={clsx(CELL, "font-medium max-md:order-first max-md:w-full", may.write && "max-md:pr-11")}>
        <Link
          href={href}
          scroll={false}
          prefetch={false}
          data-row
          aria-current={isOpen ? "true" : undefined}
          className="[overflow-wrap:anywhere] after:absolute after:inset-0"
        >
          {title}
          <RiskSource risk={risk} />
        </Link>
      </Td>
      <Td className={clsx(CELL, "whitespace-nowrap text-ink-3 max-xl:hidden max-md:inline", isCompact && "xl:hidden")}>
        {stageOf(risk.checkId).shortTitle}
      </Td>
      <Td className={clsx(CELL, "whitespace-nowrap")}>
        {canEdit ? (
          <EditCell
            field="score"
            number={number}
            label={`Likelihood ${likelihood}, impact ${impact} of risk ${number}: ${score}`}
          >
            {score}
          </EditCell>
        ) : (
          <>
            <span className="sr-only">
              likelihood {likelihood}, impact {impact}
            </span>
            <span aria-hidden>{score}</span>
          </>
        )}
      </Td>
      <Td className={clsx(CELL, "whitespace-nowrap")}>
        {canEdit ? (
          <EditCell field="owner" number={number} label={`Owner of risk ${number}: ${owner?.name ?? "nobody"}`}>
            {owner?.name ?? <span className="text-ink-3">nobody</span>}
          </EditCell>
        ) : (
          (owner?.name ?? <span className="text-ink-3">nobody</span>)
        )}
      </Td>
      <Td className={clsx(CELL, "whitespace-nowrap")}>
        {may.decide !== null && isUnsettled(risk) ? (
          <DecideCell number={number} label={`Decision on risk ${number}: ${chip.text}`}>
            <Chip tone={chip.tone}>{chip.text}</Chip>
          </DecideCell>
        ) : (
          <Chip tone={chip.tone}>{chip.text}</Chip>
        )}
      </Td>
      <Td className={clsx(CELL, "whitespace-nowrap text-ink-3")}>
        {canEdit ? (
          <EditCell field="due" number={number} label={`Due date of risk ${number}: ${dueWords(risk, now).text}`}>
            <RiskDue risk={risk} now={now} />
          </EditCell>
        ) : (
          <RiskDue risk={risk} now={now} />
        )}
      </Td>
    </tr>
  );
}
