import { clsx } from "clsx";
import { FACT_MARKS } from "#components/host/fact-marks.ts";
import { HopList } from "#components/host/hop-list.tsx";
import { ExternalLink } from "#components/ui/external-link.tsx";
import { StatusBadge } from "#components/ui/status-badge.tsx";
import { Table, Td, Th } from "#components/ui/table.tsx";
import type { OldUrlRow } from "#lib/audits/facts/old-urls.ts";

const CELL = "align-top max-md:border-0 max-md:p-0";
const MONO = "max-w-80 font-mono text-xs [overflow-wrap:anywhere]";

function Row({ row }: { row: OldUrlRow }) {
  return (
    <tr className="max-md:grid max-md:gap-y-1 max-md:border-line max-md:border-b max-md:py-2.5">
      <th scope="row" className={clsx("border-line border-b px-2.5 py-2 text-left font-normal", CELL, MONO)}>
        <ExternalLink href={row.from}>{row.from}</ExternalLink>
      </th>
      <Td className={clsx(CELL, MONO)}>
        <span className="font-sans text-ink-3 md:hidden">must lead to </span>
        {row.to}
      </Td>
      <Td className={CELL}>{row.hops.length > 0 ? <HopList hops={row.hops} /> : (row.status ?? "")}</Td>
      <Td className={clsx(CELL, MONO)}>
        {row.final === null ? (
          ""
        ) : row.final === row.to ? (
          <span className="font-sans text-ink-3">where it must</span>
        ) : (
          row.final
        )}
      </Td>
      <Td className={CELL}>
        <StatusBadge mark={FACT_MARKS[row.verdict]} />
        {row.note !== "" && <p className="max-w-72 text-ink-2 text-xs [overflow-wrap:anywhere]">{row.note}</p>}
      </Td>
    </tr>
  );
}

/** Where each old address must lead, and where it was seen to lead. */
export function OldUrlTable({ rows }: { rows: readonly OldUrlRow[] }) {
  return (
    <Table caption="Old addresses and where they lead" className="max-md:block">
      <thead className="max-md:sr-only">
        <tr>
          <Th>Old address</Th>
          <Th>Must lead to</Th>
          <Th>On the way</Th>
          <Th>Ends at</Th>
          <Th>Verdict</Th>
        </tr>
      </thead>
      <tbody className="max-md:block">
        {rows.map((row) => (
          <Row key={row.from} row={row} />
        ))}
      </tbody>
    </Table>
  );
}
