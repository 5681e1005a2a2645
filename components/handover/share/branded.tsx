import type { CSSProperties, ReactNode } from "react";
import { accentOf } from "#lib/handover/accent.ts";

/** Gives what stands in it the client's colour, in both themes, for whatever wears the accent. */
export function Branded({ accent, children }: { accent: string | null; children: ReactNode }) {
  if (accent === null) return children;
  const { light, lightInk, dark, darkInk } = accentOf(accent);
  const style = {
    "--brand": light,
    "--brand-ink": lightInk,
    "--brand-dark": dark,
    "--brand-dark-ink": darkInk,
  } as CSSProperties;
  return (
    <div
      style={style}
      className="[--accent-ink:var(--brand-ink)] [--accent:var(--brand)] dark:[--accent-ink:var(--brand-dark-ink)] dark:[--accent:var(--brand-dark)]"
    >
      {children}
    </div>
  );
}
