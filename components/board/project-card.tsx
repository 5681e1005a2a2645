import Link from "next/link";
import { Time } from "#components/ui/time.tsx";
import type { ProjectCard as Project } from "#db/queries/views.ts";
import { paths } from "../paths.ts";
import { StageMeter } from "./stage-meter.tsx";

/** A project at a glance: readiness, what blocks it, and how far each stage is. */
export function ProjectCard({ project }: { project: Project }) {
  const { slug, name, description, readiness, gateHeld, gateTotal, blockers, stages, lastRunAt, primaryUrl } = project;
  return (
    <Link
      href={paths.board(slug)}
      data-row
      className="grid gap-x-6 gap-y-3 rounded-xl border border-line bg-panel px-4 py-3.5 transition-colors duration-100 hover:border-control lg:grid-cols-[minmax(0,1fr)_auto_minmax(0,26rem)] lg:items-center"
    >
      <span className="min-w-0">
        <span className="block font-semibold text-lg">{name}</span>
        <span className="block truncate text-ink-3 text-sm">{primaryUrl ?? (description || "No target yet")}</span>
        <span className="block text-ink-3 text-xs">
          {lastRunAt === null ? (
            "Never audited"
          ) : (
            <>
              Audited <Time iso={lastRunAt} bare />
            </>
          )}
        </span>
      </span>
      <span className="flex gap-6 text-sm">
        <Figure label="Readiness" value={readiness === null ? "No data" : String(readiness)} />
        <Figure label="Minimum bar" value={`${gateHeld} of ${gateTotal}`} />
        <Figure label="Blockers" value={String(blockers)} isBad={blockers > 0} />
      </span>
      <span className="grid grid-cols-4 gap-x-3 gap-y-2 sm:grid-cols-7">
        {stages.map((stage) => (
          <StageMeter key={stage.id} stage={stage} />
        ))}
      </span>
    </Link>
  );
}

function Figure({ label, value, isBad }: { label: string; value: string; isBad?: boolean }) {
  return (
    <span className="flex flex-col">
      <span className="whitespace-nowrap text-ink-3 text-xs">{label}</span>
      <span className={isBad ? "font-semibold text-bad text-lg" : "font-semibold text-lg"}>{value}</span>
    </span>
  );
}
