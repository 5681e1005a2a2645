import type { Metadata } from "next";
import { load, loadBoard } from "#app/load.ts";
import { DomainTabs } from "#components/domains/domain-tabs.tsx";
import { TlsTable } from "#components/domains/tls-table.tsx";
import { tlsInWords } from "#components/domains/tls-words.ts";
import { paths } from "#components/paths.ts";
import { PageTitle } from "#components/shell/page-title.tsx";
import { ProjectHeader } from "#components/shell/project-header.tsx";
import { EmptyState } from "#components/ui/empty-state.tsx";
import { getOldUrls } from "#db/queries/get-old-urls.ts";
import { listHostTls } from "#db/queries/list-host-tls.ts";

type Props = { params: Promise<{ slug: string }> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { project } = await loadBoard((await params).slug);
  return { title: `TLS · ${project.name}` };
}

export default async function HostsTlsPage({ params }: Props) {
  const { slug } = await params;
  const { project } = await loadBoard(slug);
  const { hosts, oldUrls } = await load(paths.hostsTls(slug), async (ctx) => {
    const [hosts, oldUrls] = await Promise.all([listHostTls(ctx, slug), getOldUrls(ctx, slug)]);
    return { hosts, oldUrls: oldUrls.total };
  });
  return (
    <>
      <ProjectHeader
        project={project}
        trail={[{ title: "Domains", href: paths.domains(slug) }, { title: "TLS side by side" }]}
      />
      <PageTitle title={tlsInWords(hosts)}>As the newest finished audit of each host saw it.</PageTitle>
      <DomainTabs slug={slug} current="tls" oldUrls={oldUrls} />
      {hosts.length === 0 ? (
        <EmptyState title="The certificate of each host will stand here.">
          Add an address under Hosts, and start an audit.
        </EmptyState>
      ) : (
        <TlsTable slug={slug} hosts={hosts} />
      )}
    </>
  );
}
