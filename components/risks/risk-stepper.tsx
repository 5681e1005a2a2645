import { ArrowLeft, ArrowRight } from "lucide-react";
import Link from "next/link";
import type { ReactNode } from "react";
import { buttonClass } from "#components/ui/button.tsx";
import { keyProps } from "#components/ui/keys.ts";

type Props = { index: number; total: number; previousHref: string | null; nextHref: string | null };

/** Through the filtered list without closing the sheet. */
export function RiskStepper({ index, total, previousHref, nextHref }: Props) {
  return (
    <>
      <span className="whitespace-nowrap">{index < 0 ? `not among these ${total}` : `${index + 1} of ${total}`}</span>
      <Step href={previousHref} keys="ArrowLeft" also="[" label="Previous risk">
        <ArrowLeft size={13} aria-hidden />
      </Step>
      <Step href={nextHref} keys="ArrowRight" also="]" label="Next risk">
        <ArrowRight size={13} aria-hidden />
      </Step>
    </>
  );
}

function Step({
  href,
  keys,
  also,
  label,
  children,
}: {
  href: string | null;
  keys: string;
  /** A second key for the same. */
  also: string;
  label: string;
  children: ReactNode;
}) {
  const look = buttonClass({ size: "sm" }, "px-1.5");
  if (href === null) {
    return (
      <span aria-hidden className={`${look} opacity-40`}>
        {children}
      </span>
    );
  }
  return (
    <Link
      href={href}
      scroll={false}
      aria-label={label}
      title={label}
      className={look}
      data-keys-also={also}
      {...keyProps({ keys })}
    >
      {children}
    </Link>
  );
}
