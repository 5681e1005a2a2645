"use client";

import { clsx } from "clsx";
import Link from "next/link";
import { usePathname } from "next/navigation";
import type { ReactNode } from "react";
import { type KeyHint, keyProps } from "#components/ui/keys.ts";

type Props = KeyHint & {
  href: string;
  /** The page itself, and not those below it. */
  isExact?: boolean | undefined;
  count?: ReactNode;
  children: ReactNode;
};

export function NavLink({ href, isExact, count, keys, keysLabel, children }: Props) {
  const here = usePathname();
  const isCurrent = here === href || (!isExact && here.startsWith(`${href}/`));
  return (
    <Link
      href={href}
      aria-current={isCurrent ? "page" : undefined}
      {...keyProps({ keys, keysLabel })}
      className={clsx(
        "flex min-h-7.5 items-center gap-2 rounded-md px-2 text-sm transition-colors duration-100 pointer-coarse:min-h-11",
        isCurrent ? "bg-sunk font-medium text-ink" : "text-ink-2 hover:bg-sunk hover:text-ink",
      )}
    >
      {children}
      {count !== undefined && <span className="ml-auto text-ink-3 text-xs">{count}</span>}
    </Link>
  );
}
