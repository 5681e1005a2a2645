import { Skeleton } from "./skeleton.tsx";

/** The boxes of a page of sections; `sections` are their numbers of rows. */
export function PageSkeleton({ sections }: { sections: readonly number[] }) {
  return (
    <div aria-busy="true">
      <span className="sr-only">Loading</span>
      <div className="flex min-h-8 items-center pb-4">
        <Skeleton className="h-4.5 w-44" />
      </div>
      <Skeleton className="mb-4 h-6.5 w-56" />
      <div className="flex max-w-3xl flex-col gap-9">
        {sections.map((rows, place) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: the place is the identity
          <div key={place} className="flex flex-col gap-2">
            <Skeleton className="h-5 w-28" />
            <Skeleton className={HEIGHTS[rows] ?? "h-44"} />
          </div>
        ))}
      </div>
    </div>
  );
}

const HEIGHTS: Record<number, string> = { 1: "h-11", 2: "h-22", 3: "h-33", 4: "h-44" };
