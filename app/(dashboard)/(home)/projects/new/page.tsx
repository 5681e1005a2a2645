import type { Metadata } from "next";
import { NewProjectForm } from "#components/account/new-project-form.tsx";
import { paths } from "#components/paths.ts";
import { PageHeader } from "#components/shell/page-header.tsx";
import { PageTitle } from "#components/shell/page-title.tsx";
import { EmptyState } from "#components/ui/empty-state.tsx";
import { requireCtx } from "#lib/auth/session.ts";
import { targetUrlSchema } from "#lib/target-url.ts";
import { createProjectAction } from "../../actions.ts";
import { loadMe } from "../../load-me.ts";

export const metadata: Metadata = { title: "New project" };

type Props = { searchParams: Promise<{ url?: string | string[] }> };

export default async function NewProjectPage({ searchParams }: Props) {
  // As it came from whoever made the link: only ever the text of a field, which its owner reads and sends.
  const url = targetUrlSchema.safeParse([(await searchParams).url].flat()[0]).data;
  await requireCtx(paths.newProject(url));
  const { isOwner } = await loadMe();
  return (
    <>
      <PageHeader crumbs={[{ title: "Projects", href: paths.projects() }, { title: "New project" }]} />
      <div className="max-w-120">
        <PageTitle title="New project">
          A project is one product on its way to launch. You can add more of its addresses afterwards.
        </PageTitle>
        {isOwner ? (
          <NewProjectForm action={createProjectAction} url={url} />
        ) : (
          <EmptyState title="Only owners of this installation create projects.">
            Ask the owner to create it and to invite you as its founder.
          </EmptyState>
        )}
      </div>
    </>
  );
}
