import { clsx } from "clsx";
import Link from "next/link";
import { paths } from "#components/paths.ts";
import { Chip } from "#components/ui/chip.tsx";
import { Table, Td, Th } from "#components/ui/table.tsx";
import { Time } from "#components/ui/time.tsx";
import type { HostRow } from "#db/queries/domain-views.ts";
import { AreaStanding } from "./area-standing.tsx";
import { AREA_LIST, AREA_TITLES } from "./area-words.ts";
import { PROFILE_CHIPS } from "./profile-words.ts";

const CELL = "max-md:border-0 max-md:p-0";

/** Shows the address where the host alone would not tell two rows apart. */
function nameOf({ url, host }: HostRow): string {
  const { pathname, port, protocol } = new URL(url);
  return `${protocol === "http:" ? "http://" : ""}${host}${port === "" ? "" : `:${port}`}${pathname === "/" ? "" : pathname}`;
}

function Row({ slug, row }: { slug: string; row: HostRow }) {
  return (
    <tr className="max-md:grid max-md:grid-cols-1 max-md:gap-x-3 min-[360px]:max-md:grid-cols-2 max-md:gap-y-1.5 max-md:border-line max-md:border-b max-md:py-3 md:hover:bg-sunk">
      <th
        scope="row"
        className={clsx("border-line border-b px-2.5 py-2 text-left font-medium max-md:col-span-full", CELL)}
      >
        <Link
          href={paths.host(slug, row.targetId)}
          data-row
          className="underline-offset-2 [overflow-wrap:anywhere] hover:underline"
        >
          {nameOf(row)}
        </Link>
      </th>
      <Td className={clsx(CELL, "max-md:col-span-full")}>
        <span className="flex flex-wrap gap-1">
          <Chip>{PROFILE_CHIPS[row.profile]}</Chip>
          <Chip>{row.environment}</Chip>
        </span>
      </Td>
      {AREA_LIST.map((area) => (
        <Td key={area} className={CELL}>
          <Link
            href={paths.host(slug, row.targetId, area)}
            className="flex min-h-6 items-center gap-2 underline-offset-2 hover:underline pointer-coarse:min-h-11"
          >
            <span className="w-17 text-ink-3 text-xs md:sr-only">{AREA_TITLES[area]}</span>
            <AreaStanding cell={row.areas[area]} />
          </Link>
        </Td>
      ))}
      <Td className={clsx(CELL, "whitespace-nowrap text-ink-3 max-md:col-span-full max-md:text-xs")}>
        {row.observedAt === null ? (
          "never"
        ) : (
          <>
            <span className="md:sr-only">Seen </span>
            <Time iso={row.observedAt} />
          </>
        )}
      </Td>
    </tr>
  );
}

/** A host per row, an area per column. On a phone each row is a card. */
export function HostTable({ slug, hosts }: { slug: string; hosts: readonly HostRow[] }) {
  return (
    <Table caption="Hosts, and how each area of them stands" className="max-md:block">
      <thead className="max-md:sr-only">
        <tr>
          <Th>Host</Th>
          <Th>Kind</Th>
          {AREA_LIST.map((area) => (
            <Th key={area}>{AREA_TITLES[area]}</Th>
          ))}
          <Th>Seen</Th>
        </tr>
      </thead>
      <tbody className="max-md:block">
        {hosts.map((row) => (
          <Row key={row.targetId} slug={slug} row={row} />
        ))}
      </tbody>
    </Table>
  );
}
