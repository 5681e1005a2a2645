import type { Metadata } from "next";
import { load, loadBoard } from "#app/load.ts";
import { hostInWords } from "#components/domains/hosts-in-words.ts";
import { PROFILE_WORDS } from "#components/domains/profile-words.ts";
import { EditHostDialog } from "#components/host/edit-host-dialog.tsx";
import { HostPage } from "#components/host/host-page.tsx";
import { paths } from "#components/paths.ts";
import { PageTitle } from "#components/shell/page-title.tsx";
import { ProjectHeader } from "#components/shell/project-header.tsx";
import { ActionButton } from "#components/ui/action-button.tsx";
import { ConfirmDialog } from "#components/ui/confirm-dialog.tsx";
import { ExternalLink } from "#components/ui/external-link.tsx";
import { Time } from "#components/ui/time.tsx";
import { getHost } from "#db/queries/get-host.ts";
import { isAllowed } from "#lib/auth/permissions.ts";
import { removeHostAction, updateHostAction } from "../../actions/domains.ts";
import { startRunAction } from "../../actions/runs.ts";

type Props = { params: Promise<{ slug: string; target: string }> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { slug, target } = await params;
  const { project, targets } = await loadBoard(slug);
  const url = targets.find(({ id }) => id === target)?.url;
  return { title: `${url ? new URL(url).host : "Host"} · ${project.name}` };
}

export default async function Page({ params }: Props) {
  const { slug, target } = await params;
  const { project } = await loadBoard(slug);
  const host = await load(paths.host(slug, target), (ctx) => getHost(ctx, slug, target));
  return (
    <>
      <ProjectHeader
        project={project}
        trail={[{ title: "Domains", href: paths.domains(slug) }, { title: host.host }]}
        actions={
          <>
            {isAllowed(project.role, "target.manage") && (
              <>
                <ConfirmDialog
                  label="Remove…"
                  variant="quiet"
                  title={`Remove ${host.host}?`}
                  description={`${host.url} is no longer audited, and what audits have seen of it is deleted. Its risks stay in the register. This cannot be undone.`}
                  confirm="Remove the host"
                  action={removeHostAction.bind(null, slug, target)}
                />
                <EditHostDialog host={host} action={updateHostAction.bind(null, slug, target)} />
              </>
            )}
            {isAllowed(project.role, "run.start") && (
              <ActionButton action={startRunAction.bind(null, slug)} variant="primary" keys="r" keysLabel="Audit now">
                Audit now
              </ActionButton>
            )}
          </>
        }
      />
      <PageTitle title={<span className="[overflow-wrap:anywhere]">{host.host}</span>}>
        {hostInWords(host)} <ExternalLink href={host.url}>{host.url}</ExternalLink>,{" "}
        {PROFILE_WORDS[host.profile].toLowerCase()}, {host.environment}
        {host.observedAt !== null && (
          <>
            , seen <Time iso={host.observedAt} />
          </>
        )}
        .
      </PageTitle>
      <HostPage slug={slug} host={host} />
    </>
  );
}
