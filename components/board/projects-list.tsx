import { EmptyState } from "#components/ui/empty-state.tsx";
import { LinkButton } from "#components/ui/link-button.tsx";
import type { ProjectCard as Project } from "#db/queries/views.ts";
import { paths } from "../paths.ts";
import { ProjectCard } from "./project-card.tsx";

export function ProjectsList({ projects, canCreate }: { projects: readonly Project[]; canCreate: boolean }) {
  if (projects.length === 0) {
    return (
      <EmptyState
        title={canCreate ? "Your projects will be here." : "You are not a member of any project yet."}
        action={
          canCreate && (
            <LinkButton href={paths.newProject()} variant="primary">
              New project
            </LinkButton>
          )
        }
      >
        {canCreate
          ? "A project is one product on its way to launch. Give it the address of the product and run the first audit."
          : "Ask a founder for an invitation."}
      </EmptyState>
    );
  }
  return (
    <ul className="flex flex-col gap-2.5">
      {projects.map((project) => (
        <li key={project.slug}>
          <ProjectCard project={project} />
        </li>
      ))}
    </ul>
  );
}
