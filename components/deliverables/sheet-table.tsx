import { clsx } from "clsx";
import { Table, Td, Th } from "#components/ui/table.tsx";
import type { Block } from "#lib/roadmap/sheets/block.ts";
import { SheetCell } from "./sheet-cell.tsx";

type Props = { slug: string; block: Extract<Block, { kind: "table" }> };

/** Columns that keep their width from one table to the next, so that tables below one another line up. */
const WIDTHS: Readonly<Record<string, string>> = {
  Severity: "w-28",
  Owner: "w-30",
  "Decided by": "w-34",
  By: "w-34",
  Review: "w-34",
  Until: "w-34",
  State: "w-36",
  Before: "w-30",
  Now: "w-30",
  Proof: "w-32",
  "Found on": "w-30",
  "Found by": "w-30",
  "Gone in": "w-30",
  Since: "w-30",
  Seen: "w-28",
  "Evidence of": "w-30",
};

/** A table of a deliverable. On a phone each row is a card whose lines name their column. */
export function SheetTable({ slug, block: { title, columns, head = 0, rows, empty } }: Props) {
  if (rows.length === 0) return <p className="border-line border-t py-2.5 text-ink-2 text-sm">{empty}</p>;
  return (
    <Table caption={title} className="phone:block border-line border-t xl:table-fixed print:table-auto print:text-2xs">
      <thead className="phone:sr-only">
        <tr>
          {columns.map((column) => (
            <Th key={column} className={clsx("print:w-auto print:whitespace-normal print:px-1", WIDTHS[column])}>
              {column}
            </Th>
          ))}
        </tr>
      </thead>
      <tbody className="phone:block">
        {rows.map((row, at) => (
          <tr
            // biome-ignore lint/suspicious/noArrayIndexKey: the rows have no identity but their place
            key={at}
            className="phone:grid phone:gap-1 phone:border-line phone:border-b phone:py-2.5"
          >
            {row.map((cell, place) =>
              place === head ? (
                <th key={columns[place]} scope="row" className={HEAD}>
                  <SheetCell slug={slug} cell={cell} />
                </th>
              ) : (
                <Td key={columns[place]} className={CELL}>
                  <span aria-hidden className="hidden phone:block text-ink-3">
                    {columns[place]}
                  </span>
                  <span className="min-w-0">
                    <SheetCell slug={slug} cell={cell} />
                  </span>
                </Td>
              ),
            )}
          </tr>
        ))}
      </tbody>
    </Table>
  );
}

const HEAD =
  "min-w-22 print:min-w-0 print:px-1 border-line border-b px-2.5 py-2 text-left align-top font-medium phone:-order-1 phone:block phone:border-0 phone:p-0 phone:pb-0.5 [overflow-wrap:anywhere] print:[overflow-wrap:break-word]";
const CELL =
  "min-w-22 print:min-w-0 print:px-1 align-top phone:grid phone:grid-cols-[92px_minmax(0,1fr)] phone:gap-x-3 phone:border-0 phone:p-0 [overflow-wrap:anywhere] print:[overflow-wrap:break-word]";
