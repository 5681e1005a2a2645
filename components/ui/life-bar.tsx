import { clsx } from "clsx";

/** How much of a lifetime is left. The days stand beside it in words. */
export function LifeBar({ left, className }: { left: number; className?: string }) {
  const share = Math.min(1, Math.max(0, left));
  const tone = share <= 0.1 ? "bg-bad" : share <= 0.33 ? "bg-warn" : "bg-ok";
  return (
    <span aria-hidden className={clsx("block h-1.25 overflow-hidden rounded-full bg-line", className)}>
      <span className={clsx("block h-full rounded-full", tone)} style={{ width: `${share * 100}%` }} />
    </span>
  );
}
