import { Plus } from "lucide-react";
import Link from "next/link";
import { paths } from "#components/paths.ts";
import { Chip } from "#components/ui/chip.tsx";
import { LinkButton } from "#components/ui/link-button.tsx";
import { Section } from "#components/ui/section.tsx";
import { StatusBadge } from "#components/ui/status-badge.tsx";
import { Time } from "#components/ui/time.tsx";
import type { MissingRunbook, RunbookSummary, RunbooksView } from "#db/queries/runbook-views.ts";
import { KIND_TITLES, PLATFORM_NAMES } from "#lib/roadmap/records/runbook-words.ts";
import { RUNBOOK_KINDS, type RunbookKind } from "#lib/roadmap/records/types.ts";
import { listed } from "#lib/roadmap/words.ts";
import { newRunbookPath } from "./new-runbook-path.ts";
import { RUNBOOK_MARKS } from "./runbook-marks.ts";
import { standingInWords } from "./runbook-words.ts";

function Row({ slug, runbook }: { slug: string; runbook: RunbookSummary }) {
  const { id, title, platform, state, stepCount, lastDryRunAt, lastCompleteAt } = runbook;
  return (
    <li className="grid gap-x-4 gap-y-1.5 px-4 py-3 md:grid-cols-[minmax(0,1fr)_13rem_9rem] md:items-start">
      <div className="min-w-0">
        <div className="flex flex-wrap items-center gap-x-2.5 gap-y-1">
          <Link
            href={paths.runbook(slug, id)}
            data-row
            className="font-medium underline decoration-line-strong underline-offset-2 [overflow-wrap:anywhere] hover:decoration-current"
          >
            {title}
          </Link>
          {!title.includes(PLATFORM_NAMES[platform]) && <Chip>{PLATFORM_NAMES[platform]}</Chip>}
        </div>
        <p className="mt-0.5 text-ink-2 text-sm">{standingInWords(runbook)}</p>
      </div>
      <StatusBadge mark={RUNBOOK_MARKS[state]} className="text-sm" />
      <p className="text-ink-3 text-sm md:text-right">
        {stepCount} {stepCount === 1 ? "step" : "steps"}
        <br className="max-md:hidden" />
        <span className="md:hidden"> · </span>
        {lastDryRunAt !== null && (
          <>
            dry run <Time iso={lastDryRunAt} />
          </>
        )}
        {lastDryRunAt === null && lastCompleteAt !== null && (
          <>
            done <Time iso={lastCompleteAt} />
          </>
        )}
        {lastDryRunAt === null && lastCompleteAt === null && "no dry run"}
      </p>
    </li>
  );
}

type MissingProps = { slug: string; missing: readonly MissingRunbook[]; canWrite: boolean };

function Missing({ slug, missing, canWrite }: MissingProps) {
  const isAnywhere = missing.every(({ platform }) => platform === null);
  const names = missing.flatMap(({ platform }) => (platform === null ? [] : PLATFORM_NAMES[platform]));
  return (
    <li className="flex flex-wrap items-center gap-x-3 gap-y-1.5 px-4 py-2.5 text-sm">
      <span className="text-ink-2">{isAnywhere ? "Not written yet." : `Not written yet for ${listed(names)}.`}</span>
      {canWrite &&
        missing.map(({ kind, platform }) => (
          <LinkButton
            key={platform ?? ""}
            href={newRunbookPath(slug, platform === null ? { kind } : { kind, platform })}
            scroll={false}
            size="sm"
            aria-label={`Write it: ${KIND_TITLES[kind]}${platform === null ? "" : `, ${PLATFORM_NAMES[platform]}`}`}
          >
            <Plus size={13} aria-hidden /> {missing.length > 1 && platform ? PLATFORM_NAMES[platform] : "Write it"}
          </LinkButton>
        ))}
    </li>
  );
}

type KindProps = { slug: string; kind: RunbookKind; view: RunbooksView; canWrite: boolean };

function Kind({ slug, kind, view, canWrite }: KindProps) {
  const own = view.runbooks.filter((runbook) => runbook.kind === kind);
  const missing = view.missing.filter((one) => one.kind === kind);
  return (
    <Section title={KIND_TITLES[kind]}>
      <ul className="divide-y divide-line rounded-xl border border-line bg-panel">
        {own.map((runbook) => (
          <Row key={runbook.id} slug={slug} runbook={runbook} />
        ))}
        {missing.length > 0 && <Missing slug={slug} missing={missing} canWrite={canWrite} />}
      </ul>
    </Section>
  );
}

/** The runbooks by what they are for, each kind with what is missing. */
export function RunbookList({ slug, view, canWrite }: { slug: string; view: RunbooksView; canWrite: boolean }) {
  return (
    <div className="flex max-w-4xl flex-col gap-7">
      {RUNBOOK_KINDS.map((kind) => (
        <Kind key={kind} slug={slug} kind={kind} view={view} canWrite={canWrite} />
      ))}
    </div>
  );
}
