import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { loadBoard } from "#app/load.ts";
import { StageBoard } from "#components/board/stage-board.tsx";
import { paths } from "#components/paths.ts";
import { ProjectHeader } from "#components/shell/project-header.tsx";
import { CHECK_IDS } from "#lib/roadmap/ids.ts";
import { OpenCheck } from "../../open-check.tsx";

type Props = { params: Promise<{ slug: string; stage: string }>; searchParams: Promise<{ check?: string }> };

async function read(params: Props["params"]) {
  const { slug, stage: id } = await params;
  const { project, stages } = await loadBoard(slug);
  const stage = stages.find((candidate) => candidate.id === id);
  if (!stage) notFound();
  return { slug, project, stage };
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { project, stage } = await read(params);
  return { title: `${stage.title} · ${project.name}` };
}

export default async function StagePage({ params, searchParams }: Props) {
  const { slug, project, stage } = await read(params);
  const { check } = await searchParams;
  const openCheck = CHECK_IDS.find((id) => id === check);
  return (
    <>
      <ProjectHeader project={project} trail={[{ title: stage.shortTitle }]} />
      <StageBoard slug={slug} stage={stage} openCheck={openCheck} />
      {openCheck && (
        <OpenCheck slug={slug} role={project.role} checkId={openCheck} closeHref={paths.stage(slug, stage.id)} />
      )}
    </>
  );
}
