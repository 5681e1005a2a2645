import type { HostRow } from "#db/queries/domain-views.ts";
import { VERDICT_MARKS } from "#lib/handover/view-words.ts";
import { AreaStanding } from "../domains/area-standing.tsx";
import { AREA_LIST, AREA_TITLES } from "../domains/area-words.ts";

/** The areas side by side, now and before; each leads to its section. */
export function AreaStrip({ areas }: Pick<HostRow, "areas">) {
  return (
    <nav aria-label="Areas">
      <ul className="grid grid-cols-2 gap-px overflow-hidden rounded-xl border border-line bg-line sm:grid-cols-4 xl:grid-cols-7">
        {AREA_LIST.map((area) => {
          const { now, before } = areas[area];
          return (
            <li key={area} className="bg-panel last:max-sm:col-span-2 last:sm:max-xl:col-span-2">
              <a
                href={`#${area}`}
                data-row
                className="flex h-full flex-col gap-0.5 px-3 py-2 text-sm -outline-offset-2 hover:bg-sunk"
              >
                <span className="font-medium">{AREA_TITLES[area]}</span>
                <AreaStanding cell={areas[area]} />
                {now && before && now.verdict !== before.verdict && (
                  <span aria-hidden className="text-ink-3 text-xs">
                    was {VERDICT_MARKS[before.verdict].word.toLowerCase()}
                  </span>
                )}
              </a>
            </li>
          );
        })}
      </ul>
    </nav>
  );
}
