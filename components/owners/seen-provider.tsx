import { clsx } from "clsx";
import Link from "next/link";
import { StateIcon } from "#components/ui/state-icon.tsx";
import { Time } from "#components/ui/time.tsx";
import type { ProviderRowView } from "#db/queries/owner-views.ts";
import type { ProviderKind } from "#lib/roadmap/records/types.ts";
import { SEEN_MARKS } from "./owner-words.ts";

type Props = Pick<ProviderRowView, "kind" | "observed" | "comparison" | "declared"> & {
  /** Where what was seen can be taken over. */
  takeHref?: ((provider: string) => string) | undefined;
};

/** No audit shows the others, so that their silence says nothing. */
const SEEN_FROM_OUTSIDE: ReadonlySet<ProviderKind> = new Set(["dns", "hosting", "email"]);

/** What audits saw of a provider, with the record that shows it. */
export function SeenProvider({ kind, observed, comparison, declared, takeHref }: Props) {
  const [first, ...others] = observed;
  if (!first) {
    if (!declared || !SEEN_FROM_OUTSIDE.has(kind)) return null;
    return <span className="text-ink-3 text-xs">Not seen from outside</span>;
  }
  const isSame = comparison === "same";
  return (
    <span className="flex flex-col gap-0.5 text-xs">
      <span className="flex flex-wrap items-center gap-x-1.5 gap-y-0.5 text-ink-2">
        <span className={clsx("inline-flex items-center gap-1.5", declared && !isSame && "text-warn")}>
          {declared && <StateIcon mark={SEEN_MARKS[comparison]} isDecorative size={13} />}
          {declared && isSame ? "Seen so" : `Seen: ${[first, ...others].map(({ provider }) => provider).join(", ")}`}
        </span>
        <Time iso={first.observedAt} className="text-ink-3" />
      </span>
      <span className="text-ink-3 [overflow-wrap:anywhere]">{first.evidence}</span>
      {takeHref && !isSame && (
        <Link
          href={takeHref(first.provider)}
          scroll={false}
          className="inline-flex min-h-6 items-center self-start underline decoration-line-strong underline-offset-2 pointer-coarse:min-h-11"
        >
          Use {first.provider}
        </Link>
      )}
    </span>
  );
}
