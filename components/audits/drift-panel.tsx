import Link from "next/link";
import type { DriftView } from "#db/queries/domain-views.ts";
import { paths } from "../paths.ts";
import { DriftList } from "./drift-list.tsx";

/** More than this stays folded, so that the results are in sight. */
const SHOWN_MAX = 8;

/** What changed since the run before, host by host. */
export function DriftPanel({ slug, drift }: { slug: string; drift: DriftView }) {
  const changes = drift.hosts.reduce((sum, { items }) => sum + items.length, 0);
  const before = (
    <Link href={paths.run(slug, drift.before)} className="underline underline-offset-2">
      run {drift.before}
    </Link>
  );
  if (changes === 0) {
    return <p className="pb-4 text-ink-2 text-sm">Nothing changed since {before}.</p>;
  }
  return (
    <details open={changes <= SHOWN_MAX} className="mb-3 overflow-hidden rounded-xl border border-line bg-panel">
      <summary className="flex min-h-9 cursor-pointer items-center bg-sunk px-3 py-2 text-sm">
        <h2 className="font-medium tracking-normal">Changed since run {drift.before}</h2>
        <span className="ml-auto text-ink-3">{changes}</span>
      </summary>
      {drift.hosts
        .filter(({ items }) => items.length > 0)
        .map((host) => (
          <section key={host.targetId} aria-label={host.url} className="border-line border-t px-3 py-1.5">
            <h3 className="pt-1 font-medium text-ink-3 text-xs tracking-normal">
              <Link href={paths.host(slug, host.targetId)} className="underline underline-offset-2">
                {new URL(host.url).host}
              </Link>
            </h3>
            <DriftList items={host.items} />
          </section>
        ))}
    </details>
  );
}
