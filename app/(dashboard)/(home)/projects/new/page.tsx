import type { Metadata } from "next";
import { NewProjectForm } from "#components/account/new-project-form.tsx";
import { paths } from "#components/paths.ts";
import { PageHeader } from "#components/shell/page-header.tsx";
import { PageTitle } from "#components/shell/page-title.tsx";
import { EmptyState } from "#components/ui/empty-state.tsx";
import { requireCtx } from "#lib/auth/session.ts";
import { createProjectAction } from "../../actions.ts";
import { loadMe } from "../../load-me.ts";

export const metadata: Metadata = { title: "New project" };

export default async function NewProjectPage() {
  await requireCtx(paths.newProject());
  const { isOwner } = await loadMe();
  return (
    <>
      <PageHeader crumbs={[{ title: "Projects", href: paths.projects() }, { title: "New project" }]} />
      <div className="max-w-120">
        <PageTitle title="New project">
          A project is one product on its way to launch. You can add more of its addresses afterwards.
        </PageTitle>
        {isOwner ? (
          <NewProjectForm action={createProjectAction} />
        ) : (
          <EmptyState title="Only owners of this installation create projects.">
            Ask the owner to create it and to invite you as its founder.
          </EmptyState>
        )}
      </div>
    </>
  );
}
