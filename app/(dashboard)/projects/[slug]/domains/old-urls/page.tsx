import type { Metadata } from "next";
import { load, loadBoard } from "#app/load.ts";
import { DomainTabs } from "#components/domains/domain-tabs.tsx";
import { OldUrlTable } from "#components/old-urls/old-url-table.tsx";
import { isFaulty, oldUrlsInWords } from "#components/old-urls/old-url-words.ts";
import { EXAMPLE, OldUrlsForm } from "#components/old-urls/old-urls-form.tsx";
import { paths } from "#components/paths.ts";
import { PageTitle } from "#components/shell/page-title.tsx";
import { ProjectHeader } from "#components/shell/project-header.tsx";
import { ConfirmDialog } from "#components/ui/confirm-dialog.tsx";
import { EmptyState } from "#components/ui/empty-state.tsx";
import { LinkTabs } from "#components/ui/link-tabs.tsx";
import { MonoBlock } from "#components/ui/mono-block.tsx";
import { Section } from "#components/ui/section.tsx";
import { Time } from "#components/ui/time.tsx";
import type { OldUrlsView } from "#db/queries/domain-views.ts";
import { getOldUrls } from "#db/queries/get-old-urls.ts";
import { isAllowed } from "#lib/auth/permissions.ts";
import { importOldUrlsAction, removeOldUrlsAction } from "../../actions/domains.ts";

type Props = { params: Promise<{ slug: string }>; searchParams: Promise<{ only?: string }> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { project } = await loadBoard((await params).slug);
  return { title: `Old addresses · ${project.name}` };
}

function Listed({ slug, view, onlyFaults }: { slug: string; view: OldUrlsView; onlyFaults: boolean }) {
  const faulty = view.rows.filter(isFaulty);
  const shown = onlyFaults ? faulty : view.rows;
  return (
    <div>
      <div className="pb-2.5">
        <LinkTabs
          label="Which old addresses"
          tabs={[
            { href: paths.oldUrls(slug), label: "All", count: view.total, isCurrent: !onlyFaults },
            {
              href: paths.oldUrls(slug, { only: "faults" }),
              label: "Only faults",
              count: faulty.length,
              isCurrent: onlyFaults,
            },
          ]}
        />
      </div>
      {shown.length === 0 ? (
        <p className="text-ink-2 text-sm">None of them leads elsewhere.</p>
      ) : (
        <OldUrlTable rows={shown} />
      )}
    </div>
  );
}

export default async function OldUrlsPage({ params, searchParams }: Props) {
  const { slug } = await params;
  const { only } = await searchParams;
  const { project } = await loadBoard(slug);
  const view = await load(paths.oldUrls(slug), (ctx) => getOldUrls(ctx, slug));
  const canManage = isAllowed(project.role, "target.manage");
  const hasList = view.total > 0;
  const remove = canManage && hasList && (
    <ConfirmDialog
      label="Remove all"
      title={`Remove all ${view.total} old addresses?`}
      description="Audits no longer follow them. The list cannot be brought back, except by importing it again."
      confirm="Remove the list"
      action={removeOldUrlsAction.bind(null, slug)}
    />
  );
  return (
    <>
      <ProjectHeader
        project={project}
        trail={[{ title: "Domains", href: paths.domains(slug) }, { title: "Old addresses" }]}
        actions={remove}
      />
      <PageTitle title={oldUrlsInWords(view.rows)}>
        {view.observedAt === null ? (
          "Each audit follows them and says where they end. "
        ) : (
          <>
            Followed <Time iso={view.observedAt} />.{" "}
          </>
        )}
        {view.total > view.perRun && `A run follows the first ${view.perRun} of ${view.total}.`}
      </PageTitle>
      <DomainTabs slug={slug} current="old-urls" oldUrls={view.total} />
      <div className="flex flex-col gap-9">
        {hasList ? (
          <Listed slug={slug} view={view} onlyFaults={only === "faults"} />
        ) : (
          <EmptyState title="Addresses of your earlier site will stand here.">
            <p>
              Give each old address and the page that it must lead to now, so that links, bookmarks and search results
              keep working. As CSV it reads like this:
            </p>
            <MonoBlock copy={EXAMPLE} className="mt-2.5">
              {EXAMPLE}
            </MonoBlock>
          </EmptyState>
        )}
        {canManage && (
          <Section title="Import">
            <OldUrlsForm action={importOldUrlsAction.bind(null, slug)} hasList={hasList} />
          </Section>
        )}
      </div>
    </>
  );
}
