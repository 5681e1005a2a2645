import { clsx } from "clsx";
import type { ReactNode } from "react";
import { TONE_TEXT, type UiMark } from "./marks.ts";

const LINE = { stroke: "currentColor", strokeWidth: 1.6, strokeLinecap: "round", strokeLinejoin: "round" } as const;
const FINE = { ...LINE, strokeWidth: 1.4, fill: "none" } as const;
const DISC = <circle cx="8" cy="8" r="7" fill="currentColor" opacity=".14" />;

const SHAPES: Record<UiMark["shape"], ReactNode> = {
  check: (
    <>
      {DISC}
      <path d="M4.8 8.3l2.1 2.1 4.3-4.6" fill="none" {...LINE} />
    </>
  ),
  cross: (
    <>
      <path d="M5.2 1.5h5.6l3.7 3.7v5.6l-3.7 3.7H5.2L1.5 10.8V5.2z" fill="currentColor" opacity=".14" />
      <path d="M5.6 5.6l4.8 4.8M10.4 5.6l-4.8 4.8" {...LINE} />
    </>
  ),
  triangle: (
    <>
      <path d="M8 1.8l6.6 11.6H1.4z" fill="currentColor" opacity=".16" />
      <path d="M8 6v3.4M8 11.3v.2" {...LINE} />
    </>
  ),
  ring: <circle cx="8" cy="8" r="6.2" fill="none" stroke="currentColor" strokeWidth="1.4" strokeDasharray="2.4 2.2" />,
  clock: (
    <>
      {DISC}
      <path d="M8 4.6V8l2.3 1.5" fill="none" {...LINE} />
    </>
  ),
  dash: (
    <>
      {DISC}
      <path d="M5.2 8h5.6" {...LINE} />
    </>
  ),
  person: (
    <>
      {DISC}
      <circle cx="8" cy="6.1" r="1.8" {...FINE} />
      <path d="M4.9 11.7c.4-1.6 1.6-2.4 3.1-2.4s2.7.8 3.1 2.4" {...FINE} />
    </>
  ),
  recheck: <path d="M2.6 2.4v3.1h3.1M2.9 5.2A5.8 5.8 0 1 1 2.4 9.3" {...FINE} />,
  spinner: (
    <>
      <circle cx="8" cy="8" r="6" fill="none" stroke="currentColor" strokeWidth="1.5" opacity=".25" />
      <path d="M8 2a6 6 0 0 1 6 6" fill="none" {...LINE} strokeWidth="1.5" />
    </>
  ),
};

type Props = {
  mark: UiMark;
  /** The word stands beside it already, so the shape need not say it again. */
  isDecorative?: boolean | undefined;
  size?: number | undefined;
  className?: string | undefined;
};

/** State as shape and colour; the word is its name for those who do not see it. */
export function StateIcon({ mark, isDecorative, size = 15, className }: Props) {
  return (
    <svg
      role="img"
      aria-hidden={isDecorative}
      aria-label={isDecorative ? undefined : mark.word}
      viewBox="0 0 16 16"
      width={size}
      height={size}
      className={clsx("shrink-0", TONE_TEXT[mark.tone], mark.shape === "spinner" && "animate-spin", className)}
    >
      {SHAPES[mark.shape]}
    </svg>
  );
}
