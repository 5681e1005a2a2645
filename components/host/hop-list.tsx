import type { RedirectHop } from "#lib/audits/facts/redirect-matrix.ts";
import { counted, statusesInWords } from "./host-words.ts";

/** The way from an address, in a line; opened, hop by hop. */
export function HopList({ hops }: { hops: readonly RedirectHop[] }) {
  if (hops.length === 0) return <span className="text-ink-3">no answer</span>;
  return (
    <details>
      <summary className="-my-0.75 inline-flex min-h-6 items-center gap-2 underline decoration-line-strong decoration-dotted underline-offset-2 pointer-coarse:min-h-11">
        {statusesInWords(hops)}
        <span className="text-ink-3 text-xs">{counted(hops.length, "request")}</span>
      </summary>
      <ol className="mt-1 grid gap-1 border-line border-l pl-2.5">
        {hops.map(({ url, status, location }, place) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: a loop repeats itself, and the list never changes
          <li key={place} className="font-mono text-xs [overflow-wrap:anywhere]">
            <span className="text-ink-3">{status}</span> {url}
            {location !== null && <span className="block text-ink-3">location: {location}</span>}
          </li>
        ))}
      </ol>
    </details>
  );
}
