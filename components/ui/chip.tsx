import { clsx } from "clsx";
import type { ReactNode } from "react";
import type { UiMark } from "./marks.ts";

const TONES: Record<UiMark["tone"], string> = {
  ok: "border-ok-line bg-ok-tint text-ok",
  warn: "border-warn-line bg-warn-tint text-warn",
  bad: "border-bad-line bg-bad-tint text-bad",
  info: "border-info-line bg-info-tint text-info",
  mute: "border-line-strong text-ink-2",
};

type Props = { tone?: UiMark["tone"] | undefined; className?: string | undefined; children: ReactNode };

export function Chip({ tone = "mute", className, children }: Props) {
  return (
    <span
      className={clsx(
        "inline-block whitespace-nowrap rounded-[5px] border px-1.5 py-px font-medium text-2xs leading-[1.45]",
        TONES[tone],
        className,
      )}
    >
      {children}
    </span>
  );
}
