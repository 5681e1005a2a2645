import type { Metadata } from "next";
import Link from "next/link";
import { load, loadBoard } from "#app/load.ts";
import { PackList } from "#components/handover/pack-list.tsx";
import { ShareForm } from "#components/handover/share-form.tsx";
import { ShareList } from "#components/handover/share-list.tsx";
import { paths } from "#components/paths.ts";
import { PageTitle } from "#components/shell/page-title.tsx";
import { ProjectHeader } from "#components/shell/project-header.tsx";
import { ActionButton } from "#components/ui/action-button.tsx";
import { AutoRefresh } from "#components/ui/auto-refresh.tsx";
import { EmptyState } from "#components/ui/empty-state.tsx";
import { Section } from "#components/ui/section.tsx";
import { listPacks } from "#db/queries/list-packs.ts";
import { listShares } from "#db/queries/list-shares.ts";
import type { Board } from "#db/queries/views.ts";
import { isAllowed } from "#lib/auth/permissions.ts";
import { createPackAction, createShareAction, revokeShareAction } from "../actions/handover.ts";

export const metadata: Metadata = { title: "Handover" };

function Missing({ slug, gate }: { slug: string; gate: Board["gate"] }) {
  const open = gate.items.filter(({ holds }) => !holds);
  if (open.length === 0) return <>The minimum bar holds: the next version is final.</>;
  return (
    <>
      A version is a draft until the minimum bar holds. Still open:{" "}
      {open.map(({ id, title }, place) => (
        <span key={id}>
          {place > 0 && ", "}
          <Link href={paths.board(slug, { gate: id })} className="underline underline-offset-2">
            {title}
          </Link>
        </span>
      ))}
      .
    </>
  );
}

async function Shares({ slug, packs }: { slug: string; packs: Awaited<ReturnType<typeof listPacks>> }) {
  const shares = await load(paths.handover(slug), (ctx) => listShares(ctx, slug));
  const ready = packs.filter(({ state }) => state === "ready");
  return (
    <Section
      title="Links for people without an account"
      note="They expire, can be revoked, and are counted."
      className="mt-8"
    >
      <div className="grid gap-5">
        {ready[0] && <ShareForm key={ready[0].version} packs={ready} action={createShareAction.bind(null, slug)} />}
        {shares.length > 0 && (
          <ShareList shares={shares} revoke={(share) => revokeShareAction.bind(null, slug, share)} />
        )}
      </div>
    </Section>
  );
}

export default async function HandoverPage({ params }: { params: Promise<{ slug: string }> }) {
  const { slug } = await params;
  const { project, gate } = await loadBoard(slug);
  const packs = await load(paths.handover(slug), (ctx) => listPacks(ctx, slug));
  const newest = packs.find(({ state }) => state === "ready");
  const create = isAllowed(project.role, "pack.write") && (
    <ActionButton action={createPackAction.bind(null, slug)} variant="primary">
      Generate pack
    </ActionButton>
  );
  return (
    <>
      <ProjectHeader project={project} trail={[{ title: "Handover" }]} actions={create} />
      <PageTitle title="Handover pack">
        <Missing slug={slug} gate={gate} />
      </PageTitle>
      {packs.some(({ state }) => state === "rendering") && <AutoRefresh />}
      {packs.length === 0 ? (
        <EmptyState title="There is no pack yet.">
          A pack is the board as it stands, as PDF, HTML and JSON: every claim in it cites the run and the date that it
          rests on.
        </EmptyState>
      ) : (
        <PackList slug={slug} packs={packs} />
      )}
      {isAllowed(project.role, "share.read") && <Shares slug={slug} packs={packs} />}
      {newest && (
        <Section title={`Version ${newest.version} as it reads`} className="mt-8">
          <iframe
            title={`Handover pack, version ${newest.version}`}
            src={paths.packFile(slug, newest.version, "html")}
            sandbox=""
            loading="lazy"
            className="h-[70vh] w-full rounded-xl border border-line bg-panel"
          />
        </Section>
      )}
    </>
  );
}
