import Link from "next/link";
import type { ReactNode } from "react";
import { paths } from "#components/paths.ts";
import { Section } from "#components/ui/section.tsx";
import type { SprintDetail, SprintRisk } from "#db/queries/sprint-views.ts";
import type { CheckId } from "#lib/roadmap/ids.ts";
import { counted } from "#lib/roadmap/words.ts";
import { CheckLinks } from "./check-links.tsx";

type GroupProps = { title: string; children: ReactNode };

function Group({ title, children }: GroupProps) {
  return (
    <div className="px-4 py-3">
      <h3 className="font-medium text-ink-3 text-xs tracking-normal">{title}</h3>
      <div className="mt-0.5 text-sm">{children}</div>
    </div>
  );
}

function Checks({ slug, title, ids }: { slug: string; title: string; ids: readonly CheckId[] }) {
  if (ids.length === 0) return null;
  return (
    <Group title={`${title}: ${counted(ids.length, "check")}`}>
      <CheckLinks slug={slug} ids={ids} />
    </Group>
  );
}

type RisksProps = { slug: string; title: string; numbers: readonly number[]; risks: readonly SprintRisk[] };

function Risks({ slug, title, numbers, risks }: RisksProps) {
  if (numbers.length === 0) return null;
  return (
    <Group title={`${title}: ${counted(numbers.length, "risk")}`}>
      <ul className="flex flex-col gap-0.5">
        {numbers.map((number) => (
          <li key={number} className="[overflow-wrap:anywhere]">
            <Link
              href={paths.risk(slug, number)}
              className="underline decoration-line-strong underline-offset-2 hover:decoration-current"
            >
              {number} {risks.find((risk) => risk.number === number)?.title}
            </Link>
          </li>
        ))}
      </ul>
    </Group>
  );
}

type Props = { slug: string; sprint: SprintDetail; isFinished: boolean };

/** What the sprint moved, and what it did not. */
export function SprintResults({ slug, sprint: { progress, risks }, isFinished }: Props) {
  const { delivered, slipped, open, regressed, setAside, blockers, gate, score } = progress;
  const ahead = open.filter((id) => !slipped.includes(id));
  const nothing = delivered.length === 0 && blockers.gone.length === 0;
  return (
    <div className="flex flex-col gap-8">
      <Section title={isFinished ? "What was delivered" : "Delivered so far"}>
        <div className="divide-y divide-line rounded-xl border border-line bg-panel">
          <Group title="The board">
            Gate items that hold: {gate.before} at the start, {gate.now} {isFinished ? "at the end" : "now"}.
            {score.before !== null && score.now !== null && (
              <>
                {" "}
                Readiness: {score.before}, then {score.now} of 100.
              </>
            )}
          </Group>
          {nothing && <Group title="Nothing yet">The first check that comes to hold stands here.</Group>}
          <Checks slug={slug} title="Now hold" ids={delivered} />
          <Risks slug={slug} title="No longer block" numbers={blockers.gone} risks={risks} />
          <Checks slug={slug} title="Set aside, with a reason" ids={setAside} />
        </div>
      </Section>
      {(slipped.length > 0 || regressed.length > 0) && (
        <Section title={isFinished ? "What slipped" : "Slipping"}>
          <div className="divide-y divide-line rounded-xl border border-line bg-panel">
            <Checks slug={slug} title="Their hours have passed" ids={slipped} />
            <Checks slug={slug} title="Held at the start and do not now" ids={regressed} />
            <Risks slug={slug} title="New blockers" numbers={blockers.added} risks={risks} />
          </div>
        </Section>
      )}
      <Section title={isFinished ? "Next steps" : "Next up"}>
        <div className="divide-y divide-line rounded-xl border border-line bg-panel">
          <Risks slug={slug} title="Still block" numbers={blockers.open} risks={risks} />
          <Risks slug={slug} title="New blockers since the start" numbers={blockers.added} risks={risks} />
          <Checks
            slug={slug}
            title={isFinished ? "Not reached" : "Still ahead"}
            ids={isFinished ? ahead : ahead.slice(0, 5)}
          />
          {open.length === 0 && blockers.open.length === 0 && blockers.added.length === 0 && (
            <Group title="Nothing is left">
              All that was open at the start holds. Make the{" "}
              <Link href={paths.handover(slug)} className="underline underline-offset-2">
                handover pack
              </Link>
              .
            </Group>
          )}
        </div>
      </Section>
    </div>
  );
}
