import { DriftList } from "#components/audits/drift-list.tsx";
import { Section } from "#components/ui/section.tsx";
import type { HostDetail } from "#db/queries/domain-views.ts";
import { AreaSection, Unseen } from "./area-section.tsx";
import { AreaStrip } from "./area-strip.tsx";
import { AssetTable } from "./asset-table.tsx";
import { DnsAnswers } from "./dns-section.tsx";
import { EdgeDetails } from "./edge-section.tsx";
import { MailDetails } from "./mail-section.tsx";
import { PublishSection } from "./publish-section.tsx";
import { RedirectMatrix } from "./redirects-section.tsx";
import { TlsDetails } from "./tls-section.tsx";

/** All about one host: where it stands, what to publish, what changed, then what was seen area by area. */
export function HostPage({ slug, host }: { slug: string; host: HostDetail }) {
  const of = (area: keyof HostDetail["areas"]) => ({ slug, area, cell: host.areas[area], rules: host.rules });
  const { dns, redirects, tls, edge, mail, drift } = host;
  const assets = edge?.assets ?? [];
  return (
    <div className="flex flex-col gap-9">
      <AreaStrip areas={host.areas} />
      <PublishSection publish={host.publish} />
      {drift && drift.items.length > 0 && (
        <Section anchor="changed" title="What changed" note="Since the run before.">
          <DriftList items={drift.items} />
        </Section>
      )}
      <AreaSection {...of("dns")}>
        {dns.length > 0 ? <DnsAnswers rows={dns} /> : <Unseen>No answers of the DNS were seen.</Unseen>}
      </AreaSection>
      <AreaSection {...of("redirects")}>{redirects.length > 0 && <RedirectMatrix rows={redirects} />}</AreaSection>
      <AreaSection {...of("tls")}>
        {tls ? <TlsDetails tls={tls} /> : <Unseen>No TLS connection was seen.</Unseen>}
      </AreaSection>
      <AreaSection {...of("headers")} />
      <AreaSection {...of("content")}>{assets.length > 0 && <AssetTable assets={assets} />}</AreaSection>
      <AreaSection {...of("edge")}>{edge && <EdgeDetails edge={edge} />}</AreaSection>
      <AreaSection {...of("mail")}>
        {mail ? <MailDetails mail={mail} /> : <Unseen>Nothing about the mail of this domain was seen.</Unseen>}
      </AreaSection>
    </div>
  );
}
