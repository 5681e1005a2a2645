import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { load, loadBoard } from "#app/load.ts";
import { DeliverablePage } from "#components/deliverables/deliverable-page.tsx";
import { SheetActions } from "#components/deliverables/sheet-actions.tsx";
import { paths } from "#components/paths.ts";
import { placeHref } from "#components/place-href.ts";
import { ProjectHeader } from "#components/shell/project-header.tsx";
import { getDeliverable } from "#db/queries/get-deliverable.ts";
import { env } from "#lib/env.ts";
import { deliverableMarkdown } from "#lib/roadmap/deliverable-markdown.ts";
import { DELIVERABLE_IDS } from "#lib/roadmap/ids.ts";
import { sheetOf } from "#lib/roadmap/sheets/sheet-of.ts";
import { DELIVERABLES } from "#lib/roadmap/stages.ts";

type Props = { params: Promise<{ slug: string; deliverable: string }> };

async function read(params: Props["params"]) {
  const { slug, deliverable } = await params;
  const id = DELIVERABLE_IDS.find((known) => known === deliverable);
  const { project } = await loadBoard(slug);
  if (!id) notFound();
  return { slug, id, project, title: DELIVERABLES.find((one) => one.id === id)?.title ?? id };
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { project, title } = await read(params);
  return { title: `${title} · ${project.name}` };
}

export default async function OneDeliverablePage({ params }: Props) {
  const { slug, id, project, title } = await read(params);
  const detail = await load(paths.deliverable(slug, id), (ctx) => getDeliverable(ctx, slug, id));
  const markdown = deliverableMarkdown(detail, (place) => new URL(placeHref(slug, place), env().BASE_URL).href);
  return (
    <>
      <ProjectHeader
        project={project}
        trail={[{ title: "Deliverables", href: paths.deliverables(slug) }, { title }]}
        actions={<SheetActions markdown={markdown} />}
      />
      <DeliverablePage slug={slug} detail={detail} sheet={sheetOf(detail)} />
    </>
  );
}
