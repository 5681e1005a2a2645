import type { Metadata } from "next";
import Link from "next/link";
import { load, loadBoard } from "#app/load.ts";
import { AddHostForm } from "#components/domains/add-host-form.tsx";
import { DomainTabs } from "#components/domains/domain-tabs.tsx";
import { FoundHosts } from "#components/domains/found-hosts.tsx";
import { HostTable } from "#components/domains/host-table.tsx";
import { hostsInWords } from "#components/domains/hosts-in-words.ts";
import { ScheduleControl } from "#components/domains/schedule-control.tsx";
import { paths } from "#components/paths.ts";
import { PageTitle } from "#components/shell/page-title.tsx";
import { ProjectHeader } from "#components/shell/project-header.tsx";
import { ActionButton } from "#components/ui/action-button.tsx";
import { AutoRefresh } from "#components/ui/auto-refresh.tsx";
import { EmptyState } from "#components/ui/empty-state.tsx";
import { Kbd } from "#components/ui/kbd.tsx";
import { LinkButton } from "#components/ui/link-button.tsx";
import { Time } from "#components/ui/time.tsx";
import type { DomainsView } from "#db/queries/domain-views.ts";
import { getDomains } from "#db/queries/get-domains.ts";
import { isAllowed, type Permission } from "#lib/auth/permissions.ts";
import {
  addHostAction,
  adoptHostAction,
  ignoreHostAction,
  setScheduleAction,
  unignoreHostAction,
} from "../../actions/domains.ts";
import { startRunAction } from "../../actions/runs.ts";

type Props = { params: Promise<{ slug: string }> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { project } = await loadBoard((await params).slug);
  return { title: `Domains · ${project.name}` };
}

function RunLink({ slug, number }: { slug: string; number: number }) {
  return (
    <Link href={paths.run(slug, number)} className="underline decoration-line-strong underline-offset-2">
      run {number}
    </Link>
  );
}

function Basis({ slug, lastRun, runBefore }: { slug: string } & Pick<DomainsView, "lastRun" | "runBefore">) {
  if (!lastRun) return <>Start an audit, and each host fills its row.</>;
  return (
    <>
      As <RunLink slug={slug} number={lastRun.number} /> saw it <Time iso={lastRun.finishedAt} />
      {runBefore && (
        <>
          ; ▲ better and ▼ worse than in <RunLink slug={slug} number={runBefore.number} />
        </>
      )}
      .
    </>
  );
}

export default async function DomainsPage({ params }: Props) {
  const { slug } = await params;
  const { project } = await loadBoard(slug);
  const view = await load(paths.domains(slug), (ctx) => getDomains(ctx, slug));
  const may = <T,>(permission: Permission, action: T) => (isAllowed(project.role, permission) ? action : undefined);
  const start = may("run.start", startRunAction.bind(null, slug));
  const add = may("target.manage", addHostAction.bind(null, slug));
  return (
    <>
      <ProjectHeader
        project={project}
        trail={[{ title: "Domains" }]}
        actions={
          view.running ? (
            <LinkButton href={paths.run(slug, view.running.number)} variant="primary">
              Run {view.running.number} is under way
            </LinkButton>
          ) : (
            start && (
              <ActionButton action={start} variant="primary" keys="r" keysLabel="Audit now">
                Audit now <Kbd>R</Kbd>
              </ActionButton>
            )
          )
        }
      />
      {view.running && <AutoRefresh />}
      <PageTitle title={hostsInWords(view.hosts)}>
        <Basis slug={slug} lastRun={view.lastRun} runBefore={view.runBefore} />
      </PageTitle>
      <div className="flex flex-wrap items-start justify-between gap-x-6">
        <DomainTabs slug={slug} current="hosts" oldUrls={view.oldUrls} />
        <div className="pb-4">
          <ScheduleControl schedule={view.schedule} set={may("schedule.manage", setScheduleAction.bind(null, slug))} />
        </div>
      </div>
      <div className="flex flex-col gap-9">
        {view.hosts.length === 0 ? (
          <EmptyState title="Each host of yours will stand here.">
            {add
              ? "Add the address of your product below. More hosts are found in its certificates, redirects and policies."
              : "Somebody of the team has to add the address of the product first."}
          </EmptyState>
        ) : (
          <HostTable slug={slug} hosts={view.hosts} />
        )}
        <FoundHosts
          hosts={view.found.map((found) => ({
            ...found,
            adopt: may("target.manage", adoptHostAction.bind(null, slug, found.host)),
            ignore: may("host.ignore", ignoreHostAction.bind(null, slug, found.host)),
            unignore: may("host.ignore", unignoreHostAction.bind(null, slug, found.host)),
          }))}
        />
        {add && <AddHostForm action={add} />}
      </div>
    </>
  );
}
