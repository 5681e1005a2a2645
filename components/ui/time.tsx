"use client";

import { minute } from "#lib/handover/view-words.ts";
import { distance, relative } from "./age.ts";
import { useNow } from "./now.tsx";
import { Tooltip } from "./tooltip.tsx";

type Props = {
  iso: string;
  /** "2 h" instead of "2 h ago". */
  short?: boolean | undefined;
  /** Inside a link, where a second stop of the keyboard would be in the way; the absolute time is then a title. */
  bare?: boolean | undefined;
  className?: string | undefined;
};

/** How long ago, with the absolute time in UTC on hover and on focus. */
export function Time({ iso, short, bare, className }: Props) {
  const now = useNow();
  const text = short ? distance(iso, now) : relative(iso, now);
  if (bare) {
    return (
      <time dateTime={iso} title={minute(iso)} className={className}>
        {text}
      </time>
    );
  }
  return (
    <Tooltip content={minute(iso)}>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: the absolute time must be reachable without a pointer */}
      <time dateTime={iso} tabIndex={0} className={className}>
        {text}
      </time>
    </Tooltip>
  );
}
