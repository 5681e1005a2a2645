import type { Metadata } from "next";
import { load, loadBoard } from "#app/load.ts";
import { BeforeFinal } from "#components/handover/before-final.tsx";
import { ChangesList } from "#components/handover/changes-list.tsx";
import { Disclosure } from "#components/handover/disclosure.tsx";
import { HandoverTabs } from "#components/handover/handover-tabs.tsx";
import { PackList } from "#components/handover/pack-list.tsx";
import { PackOptions } from "#components/handover/pack-options.tsx";
import { Preview } from "#components/handover/preview.tsx";
import { paths } from "#components/paths.ts";
import { PageTitle } from "#components/shell/page-title.tsx";
import { ProjectHeader } from "#components/shell/project-header.tsx";
import { ActionButton } from "#components/ui/action-button.tsx";
import { AutoRefresh } from "#components/ui/auto-refresh.tsx";
import { EmptyState } from "#components/ui/empty-state.tsx";
import { LinkButton } from "#components/ui/link-button.tsx";
import { getBranding } from "#db/queries/get-branding.ts";
import { getPackChanges } from "#db/queries/get-pack-changes.ts";
import { listPacks } from "#db/queries/list-packs.ts";
import { listSignOffs } from "#db/queries/list-sign-offs.ts";
import type { Board } from "#db/queries/views.ts";
import { isAllowed } from "#lib/auth/permissions.ts";
import { createPackAction } from "../../actions/handover.ts";

export const metadata: Metadata = { title: "Handover" };

function nextVersion({ held, total }: Board["gate"]): string {
  if (total > 0 && held === total) return "The minimum bar holds: the next version is final.";
  return `The next version is a draft: ${held} of ${total} parts of the minimum bar hold.`;
}

/** What the newest version changed, beside the list and not in it. */
async function Newest({ slug, version }: { slug: string; version: number }) {
  const changes = await load(paths.handover(slug), (ctx) => getPackChanges(ctx, slug, version));
  if (changes === null) return null;
  return (
    <Disclosure title={`What version ${version} changed since version ${changes.since.version}`} className="mt-3">
      <ChangesList changes={changes} level={3} />
    </Disclosure>
  );
}

export default async function HandoverPage({ params }: { params: Promise<{ slug: string }> }) {
  const { slug } = await params;
  const board = await loadBoard(slug);
  const { project, gate } = board;
  const [packs, signOffs, branding] = await load(paths.handover(slug), (ctx) =>
    Promise.all([listPacks(ctx, slug), listSignOffs(ctx, slug), getBranding(ctx, slug)]),
  );
  const newest = packs.find(({ state }) => state === "ready");
  const create = isAllowed(project.role, "pack.write") ? createPackAction.bind(null, slug) : null;
  const toSign = isAllowed(project.role, "pack.sign_off") ? newest : undefined;
  const actions = create ? (
    <>
      <PackOptions packs={packs} paper={branding.paper} action={create} />
      <ActionButton action={create} variant="primary">
        Generate pack
      </ActionButton>
    </>
  ) : (
    toSign && (
      <LinkButton href={paths.pack(slug, toSign.version)} variant="primary">
        {toSign.isDraft ? `Say that draft ${toSign.version} was received` : `Sign off version ${toSign.version}`}
      </LinkButton>
    )
  );
  return (
    <>
      <ProjectHeader project={project} trail={[{ title: "Handover" }]} actions={actions} />
      <PageTitle title="Handover pack">{nextVersion(gate)}</PageTitle>
      <HandoverTabs slug={slug} role={project.role} current="pack" />
      {packs.some(({ state }) => state === "rendering") && <AutoRefresh />}
      {packs.length === 0 ? (
        <EmptyState title="There is no pack yet.">
          A pack is the board as it stands, as PDF, as a page, as data and as a ZIP with all of it: every claim in it
          cites the run and the date that it rests on.
        </EmptyState>
      ) : (
        <PackList slug={slug} packs={packs} signOffs={signOffs} retry={create} />
      )}
      {newest && <Newest slug={slug} version={newest.version} />}
      <BeforeFinal slug={slug} board={board} />
      {newest && <Preview slug={slug} version={newest.version} />}
    </>
  );
}
