import { ActivityList } from "#components/activity/activity-list.tsx";
import { EmptyState } from "#components/ui/empty-state.tsx";
import { Facts } from "#components/ui/facts.tsx";
import { LinkButton } from "#components/ui/link-button.tsx";
import { Section } from "#components/ui/section.tsx";
import { StatusBadge } from "#components/ui/status-badge.tsx";
import { Time } from "#components/ui/time.tsx";
import type { RunbookView } from "#db/queries/runbook-views.ts";
import { PLATFORM_NAMES } from "#lib/roadmap/records/runbook-words.ts";
import { listed } from "#lib/roadmap/words.ts";
import { RunHistory, type ShownRun } from "./run-history.tsx";
import { RUNBOOK_MARKS } from "./runbook-marks.ts";
import { StepList } from "./step-list.tsx";

type Props = {
  runbook: RunbookView;
  runs: readonly ShownRun[];
  /** Where the steps are written; undefined for whoever only reads. */
  editHref: string | undefined;
};

export function RunbookPage({ runbook, runs, editHref }: Props) {
  const { steps, state, platform, people, lastCompleteAt, lastDryRunAt, freshDays, activities } = runbook;
  return (
    <div className="grid gap-x-8 gap-y-8 xl:grid-cols-[minmax(0,46rem)_minmax(17rem,1fr)]">
      <Section title="Steps" className="min-w-0">
        {steps.length === 0 ? (
          <EmptyState
            title="The steps will stand here."
            action={
              editHref && (
                <LinkButton href={editHref} variant="primary">
                  Write the first step
                </LinkButton>
              )
            }
          >
            Write them for somebody who has never seen the product: what to click or type, and what they should see.
          </EmptyState>
        ) : (
          <StepList steps={steps} />
        )}
      </Section>
      <div className="flex min-w-0 flex-col gap-8 print:hidden">
        <Section title="Can we rely on it?">
          <Facts
            facts={[
              { label: "State", value: <StatusBadge mark={RUNBOOK_MARKS[state]} /> },
              { label: "Platform", value: PLATFORM_NAMES[platform] },
              { label: "Can do all", value: people.length === 0 ? "nobody yet" : listed(people) },
              { label: "All in one go", value: lastCompleteAt ? <Time iso={lastCompleteAt} /> : "never" },
              { label: "Last dry run", value: lastDryRunAt ? <Time iso={lastDryRunAt} /> : "never" },
            ]}
          />
          <p className="mt-2 text-ink-3 text-xs">A run counts for {freshDays} days.</p>
        </Section>
        <Section title="Runs">
          <RunHistory runs={runs} stepCount={steps.length} />
        </Section>
        <Section title="History">
          <ActivityList activities={activities} />
        </Section>
      </div>
    </div>
  );
}
