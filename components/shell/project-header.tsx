import type { ReactNode } from "react";
import { paths } from "../paths.ts";
import type { Crumb } from "./breadcrumbs.tsx";
import { PageHeader } from "./page-header.tsx";

type Props = { project: { slug: string; name: string }; trail: readonly Crumb[]; actions?: ReactNode };

/** The header of a page within a project; `trail` is what follows the project's name. */
export function ProjectHeader({ project, trail, actions }: Props) {
  const home: readonly Crumb[] = [
    { title: "Projects", href: paths.projects() },
    { title: project.name, href: paths.board(project.slug) },
  ];
  return <PageHeader crumbs={[...home, ...trail]} actions={actions} />;
}
