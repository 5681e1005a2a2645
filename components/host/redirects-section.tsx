import { clsx } from "clsx";
import { StatusBadge } from "#components/ui/status-badge.tsx";
import { Table, Td, Th } from "#components/ui/table.tsx";
import type { RedirectRow } from "#lib/audits/facts/redirect-matrix.ts";
import { FACT_MARKS } from "./fact-marks.ts";
import { HopList } from "./hop-list.tsx";

const CELL = "align-top max-md:border-0 max-md:p-0";

/** Each way of writing the address, and where it leads. */
export function RedirectMatrix({ rows }: { rows: readonly RedirectRow[] }) {
  return (
    <Table caption="Start addresses and where they lead" className="max-md:block">
      <thead className="max-md:sr-only">
        <tr>
          <Th>Start</Th>
          <Th>On the way</Th>
          <Th>Ends at</Th>
          <Th>Verdict</Th>
        </tr>
      </thead>
      <tbody className="max-md:block">
        {rows.map((row) => (
          <tr key={row.start} className="max-md:grid max-md:gap-y-1 max-md:border-line max-md:border-b max-md:py-2.5">
            <Td className={clsx(CELL, "max-w-80 font-mono text-xs [overflow-wrap:anywhere]")}>{row.start}</Td>
            <Td className={CELL}>
              <HopList hops={row.hops} />
            </Td>
            <Td className={clsx(CELL, "max-w-80 font-mono text-xs [overflow-wrap:anywhere]")}>
              <span className="font-sans text-ink-3 md:hidden">ends at </span>
              {row.final ?? <span className="font-sans text-ink-3">unknown</span>}
            </Td>
            <Td className={CELL}>
              <StatusBadge mark={FACT_MARKS[row.verdict]} />
              {row.note !== "" && <p className="max-w-72 text-ink-2 text-xs [overflow-wrap:anywhere]">{row.note}</p>}
            </Td>
          </tr>
        ))}
      </tbody>
    </Table>
  );
}
