import type { Metadata } from "next";
import Link from "next/link";
import { load, loadBoard } from "#app/load.ts";
import { CheckingLinks } from "#components/owners/checking-links.tsx";
import { LinksSection } from "#components/owners/links-section.tsx";
import { ownersInWords } from "#components/owners/owner-words.ts";
import { ProviderTable } from "#components/owners/provider-table.tsx";
import { paths } from "#components/paths.ts";
import { PageTitle } from "#components/shell/page-title.tsx";
import { ProjectHeader } from "#components/shell/project-header.tsx";
import { ActionButton } from "#components/ui/action-button.tsx";
import { checkMark } from "#components/ui/marks.ts";
import { Section } from "#components/ui/section.tsx";
import { StatusBadge } from "#components/ui/status-badge.tsx";
import { getOwners } from "#db/queries/get-owners.ts";
import { listMembers } from "#db/queries/list-members.ts";
import type { Board, CheckView } from "#db/queries/views.ts";
import { isAllowed } from "#lib/auth/permissions.ts";
import { checkLinksAction, recordTestAction, removeLinkAction } from "../actions/owners.ts";
import { OpenSheet } from "./open-sheet.tsx";

type Props = {
  params: Promise<{ slug: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
};

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { project } = await loadBoard((await params).slug);
  return { title: `Owners · ${project.name}` };
}

/** The checks that rest on what is written down here. */
const RESTING = ["backup-access", "handover-review"] as const;

function restingChecks({ stages }: Board): CheckView[] {
  const checks = stages.flatMap((stage) => stage.checks);
  return RESTING.flatMap((id) => checks.find((check) => check.id === id) ?? []);
}

function RestingChecks({ slug, checks }: { slug: string; checks: readonly CheckView[] }) {
  return (
    <ul className="flex flex-col gap-1 pt-1 text-sm">
      {checks.map((check) => (
        <li key={check.id} className="flex flex-wrap items-center gap-x-2">
          <StatusBadge mark={checkMark(check)} />
          <Link
            href={paths.board(slug, { check: check.id })}
            className="inline-flex min-h-6 items-center text-ink underline decoration-line-strong underline-offset-2 pointer-coarse:min-h-11"
          >
            {check.title}
          </Link>
          <span className="text-ink-3">{check.line}</span>
        </li>
      ))}
    </ul>
  );
}

export default async function OwnersPage({ params, searchParams }: Props) {
  const { slug } = await params;
  const board = await loadBoard(slug);
  const { project } = board;
  const canWrite = isAllowed(project.role, "record.write");
  const { view, people, me, today } = await load(paths.owners(slug), async (ctx) => ({
    view: await getOwners(ctx, slug),
    people: canWrite ? (await listMembers(ctx, slug)).members : [],
    me: ctx.actor.type === "user" ? ctx.actor.name : "",
    today: ctx.now.toISOString().slice(0, 10),
  }));
  const hasLinks = view.links.length > 0 || view.rows.some(({ declared }) => declared?.consoleUrl);
  return (
    <>
      <ProjectHeader
        project={project}
        trail={[{ title: "Owners" }]}
        actions={
          canWrite &&
          hasLinks &&
          !view.checking && <ActionButton action={checkLinksAction.bind(null, slug)}>Check links now</ActionButton>
        }
      />
      <PageTitle title={ownersInWords(view)}>
        <RestingChecks slug={slug} checks={restingChecks(board)} />
      </PageTitle>
      {view.checking && <CheckingLinks checking={view.checking} />}
      <div className="flex flex-col gap-9">
        <Section title="Who owns what" note="And how to get in when the usual way is down. Never a secret itself.">
          <ProviderTable
            slug={slug}
            rows={view.rows.map((row) => ({
              ...row,
              recordTest: canWrite ? recordTestAction.bind(null, slug, row.kind) : undefined,
            }))}
            canWrite={canWrite}
            today={today}
            me={me}
          />
        </Section>
        <LinksSection
          slug={slug}
          links={view.links.map((link) => ({
            ...link,
            remove: canWrite ? removeLinkAction.bind(null, slug, link.id) : undefined,
          }))}
          missing={view.missingLinks}
          canWrite={canWrite}
        />
      </div>
      <OpenSheet
        slug={slug}
        view={view}
        people={people.map(({ id, name }) => ({ id, name }))}
        canWrite={canWrite}
        search={await searchParams}
      />
    </>
  );
}
