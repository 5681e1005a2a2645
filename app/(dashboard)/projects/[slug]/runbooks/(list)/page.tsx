import type { Metadata } from "next";
import { load, loadBoard } from "#app/load.ts";
import { paths } from "#components/paths.ts";
import { newRunbookPath, parseNewRunbook } from "#components/runbooks/new-runbook-path.ts";
import { NewRunbookSheet } from "#components/runbooks/new-runbook-sheet.tsx";
import { RunbookList } from "#components/runbooks/runbook-list.tsx";
import { runbooksInWords } from "#components/runbooks/runbook-words.ts";
import { PageTitle } from "#components/shell/page-title.tsx";
import { ProjectHeader } from "#components/shell/project-header.tsx";
import { Kbd } from "#components/ui/kbd.tsx";
import { LinkButton } from "#components/ui/link-button.tsx";
import { listRunbooks } from "#db/queries/list-runbooks.ts";
import { isAllowed } from "#lib/auth/permissions.ts";
import { runbookTemplate } from "#lib/roadmap/runbook-templates/index.ts";
import { createRunbookAction } from "../../actions/runbooks.ts";

type Props = {
  params: Promise<{ slug: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
};

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { project } = await loadBoard((await params).slug);
  return { title: `Runbooks · ${project.name}` };
}

export default async function Page({ params, searchParams }: Props) {
  const { slug } = await params;
  const { project } = await loadBoard(slug);
  const view = await load(paths.runbooks(slug), (ctx) => listRunbooks(ctx, slug));
  const canWrite = isAllowed(project.role, "record.write");
  const chosen = canWrite ? parseNewRunbook(await searchParams, view.runbooks.at(-1)?.platform) : null;
  return (
    <>
      <ProjectHeader
        project={project}
        trail={[{ title: "Runbooks" }]}
        actions={
          canWrite && (
            <LinkButton href={newRunbookPath(slug)} scroll={false} variant="primary" keys="c" keysLabel="New runbook">
              New runbook <Kbd>C</Kbd>
            </LinkButton>
          )
        }
      />
      <PageTitle title="Runbooks">
        {runbooksInWords(view.runbooks)} A runbook counts when somebody went through all of it in the last{" "}
        {view.freshDays} days, and when two named people have done each step.
      </PageTitle>
      <RunbookList slug={slug} view={view} canWrite={canWrite} />
      {chosen && (
        <NewRunbookSheet
          slug={slug}
          chosen={chosen}
          template={runbookTemplate(chosen.platform, chosen.kind)}
          action={createRunbookAction.bind(null, slug)}
          closeHref={paths.runbooks(slug)}
        />
      )}
    </>
  );
}
