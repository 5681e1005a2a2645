import { clsx } from "clsx";
import { StatusBadge } from "#components/ui/status-badge.tsx";
import { Table, Td, Th } from "#components/ui/table.tsx";
import type { EdgeFacts } from "#lib/audits/facts/edge-facts.ts";
import { FACT_MARKS } from "./fact-marks.ts";

const CELL = "align-top max-md:border-0 max-md:p-0";
const MONO = "font-mono text-xs [overflow-wrap:anywhere]";

/** Static files that were fetched twice, and what the edge kept of them. */
export function AssetTable({ assets }: Pick<EdgeFacts, "assets">) {
  return (
    <Table caption="Static files, fetched twice" className="max-md:block">
      <thead className="max-md:sr-only">
        <tr>
          <Th>File</Th>
          <Th>Cache-Control</Th>
          <Th>First fetch</Th>
          <Th>Second fetch</Th>
          <Th>Verdict</Th>
        </tr>
      </thead>
      <tbody className="max-md:block">
        {assets.map((asset) => (
          <tr key={asset.url} className="max-md:grid max-md:gap-y-1 max-md:border-line max-md:border-b max-md:py-2.5">
            <Td className={clsx(CELL, MONO, "max-w-80")}>{asset.url}</Td>
            <Td className={clsx(CELL, MONO)}>{asset.cacheControl ?? <span className="text-ink-3">none</span>}</Td>
            <Td className={CELL}>
              <span className="text-ink-3 md:hidden">First: </span>
              {asset.first}
            </Td>
            <Td className={CELL}>
              <span className="text-ink-3 md:hidden">Second: </span>
              {asset.second}
            </Td>
            <Td className={CELL}>
              <StatusBadge mark={FACT_MARKS[asset.verdict]} />
            </Td>
          </tr>
        ))}
      </tbody>
    </Table>
  );
}
