import type { Reference } from "#lib/roadmap/types.ts";
import { ExternalLink } from "./external-link.tsx";

export function References({ references }: { references: readonly Reference[] }) {
  if (references.length === 0) return null;
  return (
    <ul className="mt-1.5 flex flex-wrap gap-x-3 gap-y-0.5 text-xs text-ink-2">
      {references.map(({ label, url }) => (
        <li key={url}>
          <ExternalLink href={url}>{label}</ExternalLink>
        </li>
      ))}
    </ul>
  );
}
