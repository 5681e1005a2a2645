import { Time } from "#components/ui/time.tsx";
import type { ImportView } from "#db/queries/register-views.ts";
import { effectLines } from "./import-words.ts";

/** What was imported before, newest first. */
export function ImportList({ imports }: { imports: readonly ImportView[] }) {
  if (imports.length === 0) return null;
  return (
    <section aria-labelledby="past-imports">
      <h3 id="past-imports" className="pb-1 font-medium text-ink-3 text-xs tracking-normal">
        Past imports
      </h3>
      <ul className="text-sm">
        {imports.map(({ id, fileName, tool, toolVersion, importedBy, createdAt, ...effect }) => (
          <li key={id} className="border-line border-t py-1.5">
            <p className="flex items-baseline gap-2">
              <span className="min-w-0 flex-1 font-medium [overflow-wrap:anywhere]">{fileName}</span>
              <Time iso={createdAt} className="shrink-0 text-ink-3 text-xs" />
            </p>
            <p className="text-ink-3 text-xs [overflow-wrap:anywhere]">
              {tool} {toolVersion}, by {importedBy?.name ?? "a former member"}:{" "}
              {effectLines({ ...effect, changed: 0 }).join("; ")}
            </p>
          </li>
        ))}
      </ul>
    </section>
  );
}
