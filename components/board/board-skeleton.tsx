import { Skeleton } from "#components/ui/skeleton.tsx";

/** The boxes of the status page before it is there. */
export function BoardSkeleton() {
  return (
    <div aria-busy="true">
      <span className="sr-only">Loading</span>
      <div className="flex items-center pb-4">
        <Skeleton className="h-5 w-44" />
        <Skeleton className="ml-auto h-7.5 w-24" />
      </div>
      <div className="grid gap-7 pb-6 lg:grid-cols-[minmax(0,1fr)_430px]">
        <div className="flex flex-col gap-3">
          <Skeleton className="h-16 w-96 max-w-full" />
          <Skeleton className="h-10 w-full max-w-140" />
          <Skeleton className="h-28 w-full" />
        </div>
        <Skeleton className="h-72 rounded-xl" />
      </div>
      <Skeleton className="mb-3 h-5 w-32" />
      <div className="grid gap-2.5 sm:grid-cols-3 xl:grid-cols-7">
        {["a", "b", "c", "d", "e", "f", "g"].map((key) => (
          <Skeleton key={key} className="h-96 rounded-xl" />
        ))}
      </div>
    </div>
  );
}
