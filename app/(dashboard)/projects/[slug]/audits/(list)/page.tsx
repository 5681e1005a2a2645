import type { Metadata } from "next";
import { load, loadBoard } from "#app/load.ts";
import { RunList } from "#components/audits/run-list.tsx";
import { paths } from "#components/paths.ts";
import { PageTitle } from "#components/shell/page-title.tsx";
import { ProjectHeader } from "#components/shell/project-header.tsx";
import { ActionButton } from "#components/ui/action-button.tsx";
import { EmptyState } from "#components/ui/empty-state.tsx";
import { listRuns } from "#db/queries/list-runs.ts";
import { isAllowed } from "#lib/auth/permissions.ts";
import { startRunAction } from "../../actions/runs.ts";

export const metadata: Metadata = { title: "Audits" };

export default async function AuditsPage({ params }: { params: Promise<{ slug: string }> }) {
  const { slug } = await params;
  const { project } = await loadBoard(slug);
  const runs = await load(paths.audits(slug), (ctx) => listRuns(ctx, slug));
  const start = isAllowed(project.role, "run.start") && (
    <ActionButton action={startRunAction.bind(null, slug)} variant="primary" keys="r" keysLabel="Run audit">
      Run audit
    </ActionButton>
  );
  return (
    <>
      <ProjectHeader project={project} trail={[{ title: "Audits" }]} actions={start} />
      <PageTitle title="Audits">
        Each run keeps what it saw and the version of the rules, so that its verdicts can be explained and repeated.
      </PageTitle>
      {runs.length === 0 ? (
        <EmptyState title="No audit has run yet.">
          The first one takes a few seconds and fills the board with dated evidence.
        </EmptyState>
      ) : (
        <RunList slug={slug} runs={runs} />
      )}
    </>
  );
}
