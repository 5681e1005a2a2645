import { clsx } from "clsx";

/** A box where something will be; give it the size of what comes. */
export function Skeleton({ className }: { className?: string }) {
  return <div aria-hidden className={clsx("animate-pulse rounded-md bg-line motion-reduce:animate-none", className)} />;
}
