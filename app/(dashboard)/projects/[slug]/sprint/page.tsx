import type { Metadata } from "next";
import { load, loadBoard } from "#app/load.ts";
import { ActivityList } from "#components/activity/activity-list.tsx";
import { paths } from "#components/paths.ts";
import { PageTitle } from "#components/shell/page-title.tsx";
import { ProjectHeader } from "#components/shell/project-header.tsx";
import { EarlierSprints } from "#components/sprint/earlier-sprints.tsx";
import { openChecks, SprintBefore } from "#components/sprint/sprint-before.tsx";
import { SprintClock } from "#components/sprint/sprint-clock.tsx";
import { SprintResults } from "#components/sprint/sprint-results.tsx";
import { SprintTimeline } from "#components/sprint/sprint-timeline.tsx";
import { deliveredInWords, hoursAndMinutes } from "#components/sprint/sprint-words.ts";
import { StartSprintDialog } from "#components/sprint/start-sprint-dialog.tsx";
import { ActionButton } from "#components/ui/action-button.tsx";
import { ConfirmDialog } from "#components/ui/confirm-dialog.tsx";
import { LinkButton } from "#components/ui/link-button.tsx";
import { Section } from "#components/ui/section.tsx";
import { Time } from "#components/ui/time.tsx";
import { getSprint } from "#db/queries/get-sprint.ts";
import type { SprintDetail } from "#db/queries/sprint-views.ts";
import { isAllowed } from "#lib/auth/permissions.ts";
import { finishSprintAction, pauseSprintAction, resumeSprintAction, startSprintAction } from "../actions/sprint.ts";

const HOUR_MS = 3_600_000;

type Props = {
  params: Promise<{ slug: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
};

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { project } = await loadBoard((await params).slug);
  return { title: `Sprint · ${project.name}` };
}

export default async function Page({ params, searchParams }: Props) {
  const { slug } = await params;
  const search = (await searchParams).number;
  const number = typeof search === "string" && /^\d{1,6}$/.test(search) ? Number(search) : undefined;
  const board = await loadBoard(slug);
  const { view, now } = await load(paths.sprint(slug, number), async (ctx) => ({
    view: await getSprint(ctx, slug, number),
    now: ctx.now,
  }));
  const { sprint, openNumber, earlier } = view;
  const canManage = isAllowed(board.project.role, "sprint.manage");
  const isRunning = sprint !== null && sprint.clock.finishedAt === null;
  const start = canManage && openNumber === null && (
    <StartSprintDialog
      action={startSprintAction.bind(null, slug)}
      open={openChecks(board.stages)}
      blockers={board.blockersTotal}
    />
  );
  return (
    <>
      <ProjectHeader
        project={board.project}
        trail={
          sprint && !isRunning
            ? [{ title: "Sprint", href: paths.sprint(slug) }, { title: `Sprint ${sprint.number}` }]
            : [{ title: "Sprint" }]
        }
        actions={
          <>
            {sprint && isRunning && canManage && <Controls slug={slug} sprint={sprint} />}
            {sprint && !isRunning && openNumber !== null && (
              <LinkButton href={paths.sprint(slug)} variant="primary">
                Sprint {openNumber} is under way
              </LinkButton>
            )}
            {start}
          </>
        }
      />
      {sprint ? (
        <Shown slug={slug} sprint={sprint} now={now} isRunning={isRunning} />
      ) : (
        <>
          <PageTitle title="No sprint is under way">
            A sprint is a promise with a clock: so many hours in which the seven stages are worked through one after
            another. It counts only working time, and at its end it says what came to hold and what slipped, by the
            evidence on the board.
            {!canManage && " The team starts it."}
          </PageTitle>
          <div className="max-w-4xl">
            <SprintBefore stages={board.stages} />
          </div>
        </>
      )}
      <div className="mt-8 max-w-4xl">
        <EarlierSprints slug={slug} sprints={earlier} current={sprint?.number} />
      </div>
    </>
  );
}

function Controls({ slug, sprint }: { slug: string; sprint: SprintDetail }) {
  const { delivered, open } = sprint.progress;
  return (
    <>
      <ConfirmDialog
        label="Finish…"
        variant="secondary"
        title={`Finish sprint ${sprint.number}?`}
        description={`The clock stops for good, and what was delivered (${delivered.length}) and what was not (${open.length}) is kept as it is now. This cannot be undone.`}
        confirm="Finish the sprint"
        action={finishSprintAction.bind(null, slug)}
      />
      {sprint.progress.isPaused ? (
        <ActionButton action={resumeSprintAction.bind(null, slug)} variant="primary" keys="p" keysLabel="Resume">
          Resume
        </ActionButton>
      ) : (
        <ActionButton action={pauseSprintAction.bind(null, slug)} keys="p" keysLabel="Pause">
          Pause
        </ActionButton>
      )}
    </>
  );
}

type ShownProps = { slug: string; sprint: SprintDetail; now: Date; isRunning: boolean };

function Shown({ slug, sprint, now, isRunning }: ShownProps) {
  const { progress, clock } = sprint;
  return (
    <>
      <PageTitle title={`Sprint ${sprint.number}: ${deliveredInWords(progress)}`}>
        <span className="[overflow-wrap:anywhere]">“{sprint.goal}”</span> Started <Time iso={clock.startedAt} />
        {sprint.startedBy && ` by ${sprint.startedBy.name}`}
        {clock.finishedAt !== null && (
          <>
            , finished <Time iso={clock.finishedAt} /> after {hoursAndMinutes(progress.elapsedMs)} of {clock.hours} h
          </>
        )}
        .
      </PageTitle>
      {isRunning && (
        <div className="pb-7">
          <SprintClock key={String(progress.isPaused)} clock={clock} isPaused={progress.isPaused} now={now.getTime()} />
        </div>
      )}
      <div className="grid gap-x-8 gap-y-8 xl:grid-cols-[minmax(0,46rem)_minmax(17rem,1fr)]">
        <Section title="The stages" className="min-w-0">
          <SprintTimeline
            slug={slug}
            stages={progress.stages}
            hoursWorked={progress.elapsedMs / HOUR_MS}
            isFinished={!isRunning}
          />
        </Section>
        <div className="flex min-w-0 flex-col gap-8">
          <SprintResults slug={slug} sprint={sprint} isFinished={!isRunning} />
          <Section title="History">
            <ActivityList activities={sprint.activities} />
          </Section>
        </div>
      </div>
    </>
  );
}
