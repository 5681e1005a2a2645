import type { Metadata } from "next";
import { loadBoard } from "#app/load.ts";
import { DeliverableList } from "#components/deliverables/deliverable-list.tsx";
import { PageTitle } from "#components/shell/page-title.tsx";
import { ProjectHeader } from "#components/shell/project-header.tsx";

type Props = { params: Promise<{ slug: string }> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { project } = await loadBoard((await params).slug);
  return { title: `Deliverables · ${project.name}` };
}

export default async function DeliverablesPage({ params }: Props) {
  const { slug } = await params;
  const { project, stages } = await loadBoard(slug);
  const all = stages.flatMap((stage) => stage.deliverables);
  const complete = all.filter(({ state }) => state === "complete").length;
  const empty = all.filter(({ state }) => state === "no_data").length;
  return (
    <>
      <ProjectHeader project={project} trail={[{ title: "Deliverables" }]} />
      <PageTitle title={`${complete} of ${all.length} deliverables complete`}>
        What the seven stages leave behind. Each is put together from the evidence of this moment
        {empty > 0 && `; ${empty} of them ${empty === 1 ? "has" : "have"} no data yet`}.
      </PageTitle>
      <DeliverableList slug={slug} stages={stages} />
    </>
  );
}
