import type { Metadata } from "next";
import { load } from "#app/load.ts";
import { ProjectsList } from "#components/board/projects-list.tsx";
import { paths } from "#components/paths.ts";
import { PageHeader } from "#components/shell/page-header.tsx";
import { PageTitle } from "#components/shell/page-title.tsx";
import { LinkButton } from "#components/ui/link-button.tsx";
import { getMe } from "#db/queries/get-me.ts";
import { listProjects } from "#db/queries/list-projects.ts";

export const metadata: Metadata = { title: "Projects" };

export default async function ProjectsPage() {
  const { projects, me } = await load(paths.projects(), async (ctx) => ({
    projects: await listProjects(ctx),
    me: await getMe(ctx),
  }));
  return (
    <>
      <PageHeader
        crumbs={[{ title: "Projects" }]}
        actions={
          me.isOwner && (
            <LinkButton href={paths.newProject()} variant="primary">
              New project
            </LinkButton>
          )
        }
      />
      <PageTitle title="Projects" />
      <ProjectsList projects={projects} canCreate={me.isOwner} />
    </>
  );
}
