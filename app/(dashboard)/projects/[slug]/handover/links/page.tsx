import type { Metadata } from "next";
import { load, loadBoard } from "#app/load.ts";
import { HandoverTabs } from "#components/handover/handover-tabs.tsx";
import { ShareForm } from "#components/handover/share-form.tsx";
import { ShareList } from "#components/handover/share-list.tsx";
import { paths } from "#components/paths.ts";
import { PageTitle } from "#components/shell/page-title.tsx";
import { ProjectHeader } from "#components/shell/project-header.tsx";
import { EmptyState } from "#components/ui/empty-state.tsx";
import { LinkButton } from "#components/ui/link-button.tsx";
import { Section } from "#components/ui/section.tsx";
import { listPacks } from "#db/queries/list-packs.ts";
import { listShares } from "#db/queries/list-shares.ts";
import { listSignOffs } from "#db/queries/list-sign-offs.ts";
import { createShareAction, revokeShareAction } from "../../actions/handover.ts";

export const metadata: Metadata = { title: "Links" };

export default async function LinksPage({ params }: { params: Promise<{ slug: string }> }) {
  const { slug } = await params;
  const { project } = await loadBoard(slug);
  const [shares, packs, signOffs] = await load(paths.handoverLinks(slug), (ctx) =>
    Promise.all([listShares(ctx, slug), listPacks(ctx, slug), listSignOffs(ctx, slug)]),
  );
  const ready = packs.filter(({ state }) => state === "ready");
  const trail = [{ title: "Handover", href: paths.handover(slug) }, { title: "Links" }];
  return (
    <>
      <ProjectHeader project={project} trail={trail} />
      <PageTitle title="Links for people without an account">
        Each opens one version of the pack, ends by itself, can be revoked, and is counted.
      </PageTitle>
      <HandoverTabs slug={slug} role={project.role} current="links" />
      {ready[0] ? (
        <ShareForm key={ready[0].version} packs={ready} action={createShareAction.bind(null, slug)} />
      ) : (
        <EmptyState
          title="There is no version to share yet."
          action={<LinkButton href={paths.handover(slug)}>To the pack</LinkButton>}
        >
          A link leads to one version of the pack.
        </EmptyState>
      )}
      {shares.length > 0 && (
        <Section title="Made so far" className="mt-8">
          <ShareList
            shares={shares}
            signOffs={signOffs}
            revoke={(share) => revokeShareAction.bind(null, slug, share)}
          />
        </Section>
      )}
    </>
  );
}
