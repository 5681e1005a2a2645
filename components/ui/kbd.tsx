import type { ReactNode } from "react";

/** A hint for the eye only; the key is announced by `aria-keyshortcuts`. Not shown where there is no keyboard. */
export function Kbd({ children }: { children: ReactNode }) {
  return (
    <kbd
      aria-hidden
      className="rounded-sm border border-current/35 px-1 font-mono text-2xs leading-4 pointer-coarse:hidden"
    >
      {children}
    </kbd>
  );
}
