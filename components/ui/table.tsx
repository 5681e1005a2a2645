import { clsx } from "clsx";
import { ArrowDown, ArrowUp } from "lucide-react";
import Link from "next/link";
import type { ComponentProps, ReactNode } from "react";

type TableProps = {
  caption: string;
  /** May be wider than the screen with nothing in it to focus: the frame itself then scrolls by keyboard. */
  isWide?: boolean;
  /** Always fits, so that its head may stick to the top of the window. */
  hasStickyHead?: boolean;
  className?: string;
  children: ReactNode;
};

/** A real table. Where it is wider than the screen it scrolls inside its own frame. */
export function Table({ caption, isWide, hasStickyHead, className, children }: TableProps) {
  return (
    <div
      className={hasStickyHead ? "overflow-x-clip" : "overflow-x-auto"}
      {...(isWide && { role: "region", "aria-label": caption, tabIndex: 0 })}
    >
      <table className={clsx("w-full border-collapse text-sm", className)}>
        <caption className="sr-only">{caption}</caption>
        {children}
      </table>
    </div>
  );
}

const HEAD = "border-line-strong border-b px-2.5 py-1.5 text-left font-medium text-ink-3 text-xs whitespace-nowrap";

export function Th({ className, children, ...props }: ComponentProps<"th">) {
  return (
    <th scope="col" {...props} className={clsx(HEAD, className)}>
      {children}
    </th>
  );
}

type SortProps = { href: string; sort: "ascending" | "descending" | "none"; className?: string; children: ReactNode };

/** A heading that sorts; the order is part of the address. */
export function SortTh({ href, sort, className, children }: SortProps) {
  const Arrow = sort === "ascending" ? ArrowUp : ArrowDown;
  return (
    <th scope="col" aria-sort={sort} className={clsx(HEAD, className)}>
      <Link href={href} scroll={false} className="inline-flex min-h-6 items-center gap-1 hover:text-ink">
        {children}
        {sort !== "none" && <Arrow size={12} aria-hidden />}
      </Link>
    </th>
  );
}

export function Td({ className, ...props }: ComponentProps<"td">) {
  return <td {...props} className={clsx("border-line border-b px-2.5 py-2 align-middle", className)} />;
}
