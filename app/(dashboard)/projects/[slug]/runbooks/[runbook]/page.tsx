import type { Metadata } from "next";
import { load, loadBoard } from "#app/load.ts";
import { PrintButton } from "#components/handover/print-button.tsx";
import { paths } from "#components/paths.ts";
import { RecordRunDialog } from "#components/runbooks/record-run-dialog.tsx";
import { RunbookEditor } from "#components/runbooks/runbook-editor.tsx";
import { RunbookPage } from "#components/runbooks/runbook-page.tsx";
import { standingInWords } from "#components/runbooks/runbook-words.ts";
import { PageTitle } from "#components/shell/page-title.tsx";
import { ProjectHeader } from "#components/shell/project-header.tsx";
import { ConfirmDialog } from "#components/ui/confirm-dialog.tsx";
import { Kbd } from "#components/ui/kbd.tsx";
import { LinkButton } from "#components/ui/link-button.tsx";
import { getRunbook } from "#db/queries/get-runbook.ts";
import { listMembers } from "#db/queries/list-members.ts";
import { isAllowed } from "#lib/auth/permissions.ts";
import {
  archiveRunbookAction,
  recordRehearsalAction,
  removeRehearsalAction,
  updateRunbookAction,
} from "../../actions/runbooks.ts";

type Props = {
  params: Promise<{ slug: string; runbook: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
};

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { project } = await loadBoard((await params).slug);
  return { title: `Runbook · ${project.name}` };
}

export default async function Page({ params, searchParams }: Props) {
  const { slug, runbook: id } = await params;
  const { project } = await loadBoard(slug);
  const canWrite = isAllowed(project.role, "record.write");
  const { runbook, people, me, today } = await load(paths.runbook(slug, id), async (ctx) => ({
    runbook: await getRunbook(ctx, slug, id),
    people: canWrite ? (await listMembers(ctx, slug)).members : [],
    me: ctx.actor.type === "user" ? ctx.actor.id : null,
    today: ctx.now.toISOString().slice(0, 10),
  }));
  const href = paths.runbook(slug, id);
  const isEdited = canWrite && (await searchParams).edit !== undefined;
  const editHref = canWrite ? `${href}?edit=1` : undefined;
  return (
    <>
      <ProjectHeader
        project={project}
        trail={[{ title: "Runbooks", href: paths.runbooks(slug) }, { title: runbook.title }]}
        actions={
          !isEdited && (
            <>
              {canWrite && (
                <ConfirmDialog
                  label="Archive…"
                  variant="quiet"
                  title={`Archive “${runbook.title}”?`}
                  description="It leaves the list, the board and the pack. Its history stays."
                  confirm="Archive the runbook"
                  action={archiveRunbookAction.bind(null, slug, id)}
                />
              )}
              {runbook.steps.length > 0 && <PrintButton>Print</PrintButton>}
              {editHref && (
                <LinkButton href={editHref} keys="e" keysLabel="Edit the runbook">
                  Edit <Kbd>E</Kbd>
                </LinkButton>
              )}
              {canWrite && runbook.steps.length > 0 && (
                <RecordRunDialog
                  steps={runbook.steps}
                  people={people.map(({ id: userId, name }) => ({ id: userId, name }))}
                  me={me}
                  today={today}
                  action={recordRehearsalAction.bind(null, slug, id)}
                />
              )}
            </>
          )
        }
      />
      {isEdited ? (
        <>
          <PageTitle title="Edit the runbook" />
          <RunbookEditor
            title={runbook.title}
            steps={runbook.steps}
            basedOn={runbook.updatedAt}
            action={updateRunbookAction.bind(null, slug, id)}
            cancelHref={href}
          />
        </>
      ) : (
        <>
          <PageTitle title={<span className="[overflow-wrap:anywhere]">{runbook.title}</span>}>
            {standingInWords(runbook)}
          </PageTitle>
          <RunbookPage
            runbook={runbook}
            runs={runbook.rehearsals.map((run) => ({
              ...run,
              remove: canWrite ? removeRehearsalAction.bind(null, slug, id, run.id) : undefined,
            }))}
            editHref={editHref}
          />
        </>
      )}
    </>
  );
}
