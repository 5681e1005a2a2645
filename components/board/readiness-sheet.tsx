import Link from "next/link";
import { Sheet } from "#components/ui/sheet.tsx";
import { StateIcon } from "#components/ui/state-icon.tsx";
import { Table, Td, Th } from "#components/ui/table.tsx";
import type { Board } from "#db/queries/views.ts";
import { STATUS_MARKS } from "#lib/handover/view-words.ts";
import { paths } from "../paths.ts";

const points = (value: number) => (Number.isInteger(value) ? String(value) : value.toFixed(1));

/** The sum behind the number, item by item. */
export function ReadinessSheet({ slug, readiness }: { slug: string; readiness: Board["readiness"] }) {
  const { score, earned, possible, items } = readiness;
  return (
    <Sheet
      id="readiness"
      title={`Readiness ${score} of 100`}
      description={`${points(earned)} of ${points(possible)} points, rounded down. Verified, attested and overridden earn all, a warning half, everything else nothing. The number never opens the gate.`}
      closeHref={paths.board(slug)}
    >
      <Table caption="Readiness, check by check">
        <thead>
          <tr>
            <Th className="pl-0">Check</Th>
            <Th className="pr-0 text-right">Points</Th>
          </tr>
        </thead>
        <tbody>
          {items.map(({ checkId, title, weight, credit, status, why }) => (
            <tr key={checkId}>
              <Td className="pl-0">
                <div className="flex gap-2">
                  <StateIcon mark={STATUS_MARKS[status]} className="mt-0.5" />
                  <div>
                    <Link href={paths.board(slug, { check: checkId })} scroll={false} className="hover:underline">
                      {title}
                    </Link>
                    <p className="text-ink-3 text-xs">{why}</p>
                  </div>
                </div>
              </Td>
              <Td className="whitespace-nowrap pr-0 text-right align-top">
                {credit === null ? "not counted" : `${points(weight * credit)} of ${weight}`}
              </Td>
            </tr>
          ))}
        </tbody>
      </Table>
    </Sheet>
  );
}
