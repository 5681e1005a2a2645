import { clsx } from "clsx";
import Link from "next/link";
import { paths } from "#components/paths.ts";
import type { FormAction } from "#components/ui/action.ts";
import { Chip } from "#components/ui/chip.tsx";
import { ExternalLink } from "#components/ui/external-link.tsx";
import { LinkButton } from "#components/ui/link-button.tsx";
import { Td } from "#components/ui/table.tsx";
import type { ProviderRowView } from "#db/queries/owner-views.ts";
import { placeOf } from "#lib/handover/view-words.ts";
import { PROVIDER_KIND_NAMES } from "#lib/roadmap/records/owners-words.ts";
import { LinkState } from "./link-state.tsx";
import { OwnerNames } from "./owner-names.tsx";
import { SeenProvider } from "./seen-provider.tsx";
import { TestDialog } from "./test-dialog.tsx";
import { WayInState } from "./way-in-state.tsx";

type Row = ProviderRowView & { recordTest?: FormAction | undefined };
type Props = {
  slug: string;
  row: Row;
  canWrite: boolean;
  today: string;
  me: string;
};

const CELL = "align-top max-lg:border-0 max-lg:p-0";

/** On a phone, where the column's heading is out of sight. */
function Label({ children }: { children: string }) {
  return <span className="block text-ink-3 text-xs lg:hidden">{children}</span>;
}

function KindCell({ slug, row }: { slug: string; row: Row }) {
  return (
    <th
      scope="row"
      className={clsx("border-line border-b px-2.5 py-1.5 text-left font-normal max-lg:col-span-full lg:w-56", CELL)}
    >
      <span className="flex flex-wrap items-center gap-x-2">
        <Link
          href={paths.owners(slug, { edit: row.kind })}
          scroll={false}
          data-row
          className="inline-flex min-h-6 items-center font-medium underline-offset-2 hover:underline pointer-coarse:min-h-11"
        >
          {PROVIDER_KIND_NAMES[row.kind]}
        </Link>
        {row.isCritical && <Chip>critical</Chip>}
      </span>
      {row.declared && (
        <span className="block text-ink-2 text-xs">
          {row.missing.length === 0 ? "Nothing is open" : `Still open: ${row.missing.join(", ")}`}
        </span>
      )}
    </th>
  );
}

/** One kind of provider, written down or not. */
export function ProviderRow({ slug, row, canWrite, today, me }: Props) {
  const { kind, declared } = row;
  const cell = clsx(CELL, !declared && "max-lg:hidden");
  const takeHref = canWrite ? (provider: string) => paths.owners(slug, { edit: kind, provider }) : undefined;
  return (
    <tr className="max-lg:grid max-lg:grid-cols-1 max-lg:gap-x-4 max-lg:gap-y-2.5 min-[360px]:max-lg:grid-cols-2 md:max-lg:grid-cols-4 max-lg:border-line max-lg:border-b max-lg:py-3.5">
      <KindCell slug={slug} row={row} />
      <Td className={CELL}>
        {declared && <Label>Provider</Label>}
        <span className="block pb-0.5 [overflow-wrap:anywhere]">
          {declared?.provider ?? <span className="text-ink-3">Not written down</span>}
        </span>
        <SeenProvider {...row} takeHref={takeHref} />
      </Td>
      <Td className={cell}>
        <Label>Owners</Label>
        {declared ? <OwnerNames owners={declared.owners} /> : <span className="text-ink-3">–</span>}
      </Td>
      <Td className={cell}>
        <Label>Console</Label>
        {declared?.consoleUrl ? (
          <>
            <ExternalLink href={declared.consoleUrl}>
              <span className="[overflow-wrap:anywhere]">{placeOf(declared.consoleUrl)}</span>
            </ExternalLink>
            <LinkState check={declared.consoleCheck} />
          </>
        ) : (
          <span className="text-ink-3">–</span>
        )}
      </Td>
      <Td className={cell}>
        <Label>Other way in</Label>
        {declared ? <WayInState wayIn={row.wayIn} declared={declared} /> : <span className="text-ink-3">–</span>}
      </Td>
      <Td className={clsx(CELL, "max-lg:col-span-full")}>
        {canWrite && (
          <span className="flex flex-wrap gap-2 lg:flex-nowrap lg:justify-end">
            <LinkButton href={paths.owners(slug, { edit: kind })} scroll={false} size="sm">
              {declared ? "Edit" : "Write down"}
              <span className="sr-only"> {PROVIDER_KIND_NAMES[kind]}</span>
            </LinkButton>
            {row.recordTest && row.wayIn !== "missing" && (
              <TestDialog name={PROVIDER_KIND_NAMES[kind]} today={today} me={me} action={row.recordTest} />
            )}
          </span>
        )}
      </Td>
    </tr>
  );
}
