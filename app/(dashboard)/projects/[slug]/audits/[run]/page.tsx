import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { load, loadBoard } from "#app/load.ts";
import { DriftPanel } from "#components/audits/drift-panel.tsx";
import { FinishedRun } from "#components/audits/finished-run.tsx";
import { LiveRun } from "#components/audits/live-run.tsx";
import { countsInWords, duration, purpose, runHeadline } from "#components/audits/run-words.ts";
import { paths } from "#components/paths.ts";
import { PageTitle } from "#components/shell/page-title.tsx";
import { ProjectHeader } from "#components/shell/project-header.tsx";
import { ActionButton } from "#components/ui/action-button.tsx";
import { RUN_MARKS } from "#components/ui/marks.ts";
import { StatusBadge } from "#components/ui/status-badge.tsx";
import { Time } from "#components/ui/time.tsx";
import { getDrift } from "#db/queries/get-drift.ts";
import { getRun } from "#db/queries/get-run.ts";
import type { RunView } from "#db/queries/views.ts";
import { isAllowed } from "#lib/auth/permissions.ts";
import { ruleText } from "#lib/roadmap/rule-texts/index.ts";
import { cancelRunAction, startRunAction } from "../../actions/runs.ts";

type Props = { params: Promise<{ slug: string; run: string }> };

async function read(params: Props["params"]) {
  const { slug, run: text } = await params;
  const number = Number(text);
  if (!Number.isInteger(number) || number < 1) notFound();
  const run = await load(paths.run(slug, number), (ctx) => getRun(ctx, slug, number));
  return { slug, run, project: (await loadBoard(slug)).project };
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { run, project } = await read(params);
  return { title: `Run ${run.number} · ${project.name}` };
}

function Circumstances({ run }: { run: RunView }) {
  return (
    <>
      <StatusBadge mark={RUN_MARKS[run.state]} />
      <span>
        {" "}
        · started by {run.startedBy.name} <Time iso={run.createdAt} /> {purpose(run)} · rules version {run.algorithm}
        {run.startedAt && run.finishedAt && <> · took {duration(run.startedAt, run.finishedAt)}</>}
        {run.finishedAt && <> · {countsInWords(run.counts)}</>}
      </span>
      {run.error && (
        <p className="mt-2 text-bad">
          {run.error}
          {run.results.length > 0 && " What it found so far stays."}
        </p>
      )}
    </>
  );
}

export default async function RunPage({ params }: Props) {
  const { slug, run, project } = await read(params);
  const drift = await load(paths.run(slug, run.number), (ctx) => getDrift(ctx, slug, run.number));
  const isUnderWay = run.state === "queued" || run.state === "running";
  const titles = Object.fromEntries(run.rules.map((rule) => [rule, ruleText(rule)?.title ?? rule]));
  const cancel = isAllowed(project.role, "run.cancel") && isUnderWay && (
    <ActionButton action={cancelRunAction.bind(null, slug, run.number)} aria-disabled={run.isCancelRequested}>
      {run.isCancelRequested ? "Cancelling" : "Cancel"}
    </ActionButton>
  );
  const again = isAllowed(project.role, "run.start") && !isUnderWay && (
    <ActionButton action={startRunAction.bind(null, slug)} variant="primary" keys="r" keysLabel="Run audit">
      Run audit again
    </ActionButton>
  );
  return (
    <>
      <ProjectHeader
        project={project}
        trail={[{ title: "Audits", href: paths.audits(slug) }, { title: `Run ${run.number}` }]}
        actions={cancel || again}
      />
      <PageTitle title={runHeadline(run)}>
        <Circumstances run={run} />
      </PageTitle>
      {drift && <DriftPanel slug={slug} drift={drift} />}
      {isUnderWay ? <LiveRun slug={slug} run={run} titles={titles} /> : <FinishedRun slug={slug} run={run} />}
    </>
  );
}
