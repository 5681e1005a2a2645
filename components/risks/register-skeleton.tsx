import { Skeleton } from "#components/ui/skeleton.tsx";

const TABS = ["w-18", "w-22", "w-26", "w-16", "w-38", "w-28", "w-28", "w-14"];
const FILTERS = ["w-22", "w-17", "w-18", "w-19", "w-21", "w-19", "w-36"];
const ROWS = Array.from({ length: 12 }, (_, at) => at);

/** The boxes of the register: header, views, filters, count, and rows. */
export function RegisterSkeleton() {
  return (
    <div aria-busy="true">
      <span className="sr-only">Loading</span>
      <div className="flex min-h-8 items-center gap-2.5 pb-4">
        <Skeleton className="h-4.5 w-44" />
        <Skeleton className="ml-auto h-7.5 w-19" />
        <Skeleton className="h-7.5 w-21" />
        <Skeleton className="h-7.5 w-25" />
      </div>
      <Boxes widths={TABS} height="h-6.5" />
      <div className="flex flex-wrap gap-2 pb-2.5">
        <Skeleton className="h-7.5 min-w-44 flex-1 md:max-w-72" />
        <Boxes widths={FILTERS} height="h-6.5" />
      </div>
      <Skeleton className="mb-2.5 h-4.5 w-28" />
      <div className="border-line border-t">
        {ROWS.map((row) => (
          <div key={row} className="flex h-10 items-center gap-6 border-line border-b px-2.5">
            <Skeleton className="h-4 w-20" />
            <Skeleton className="h-4 flex-1" />
            <Skeleton className="h-4 w-24 max-md:hidden" />
            <Skeleton className="h-4 w-20 max-md:hidden" />
          </div>
        ))}
      </div>
    </div>
  );
}

function Boxes({ widths, height }: { widths: readonly string[]; height: string }) {
  return (
    <div className="flex gap-2 overflow-hidden pb-2.5">
      {widths.map((width, place) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the place is the identity
        <Skeleton key={place} className={`${height} shrink-0 ${width}`} />
      ))}
    </div>
  );
}
