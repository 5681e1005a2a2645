import { clsx } from "clsx";
import type { ReactNode } from "react";
import { CopyButton } from "./copy-button.tsx";

/** What a machine said. Wraps anywhere, so that no line of it can push the page aside. */
export function MonoBlock({ copy, className, children }: { copy?: string; className?: string; children: ReactNode }) {
  return (
    <div className={clsx("group relative rounded-md border border-line bg-sunk", className)}>
      <div
        className={clsx(
          "whitespace-pre-wrap px-2.5 py-2 font-mono text-xs leading-normal [overflow-wrap:anywhere]",
          copy !== undefined && "pr-8 pointer-coarse:pr-12",
        )}
      >
        {children}
      </div>
      {copy !== undefined && (
        <div className="absolute top-1 right-1 rounded-md bg-sunk opacity-0 transition-opacity duration-100 focus-within:opacity-100 group-hover:opacity-100 pointer-coarse:opacity-100">
          <CopyButton text={copy} />
        </div>
      )}
    </div>
  );
}
