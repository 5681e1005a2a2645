import type { Observation } from "../observation.ts";
import { assetRows } from "./asset-rows.ts";
import { type DnsRow, dnsTable } from "./dns-table.ts";
import { type EdgeFacts, edgeFacts } from "./edge-facts.ts";
import { type MailFacts, mailFacts } from "./mail-facts.ts";
import { type RedirectRow, redirectMatrix } from "./redirect-matrix.ts";
import { type TlsFacts, tlsFacts } from "./tls-facts.ts";

/** What a host's page shows of an observation; null or empty where it could not be seen. */
export type HostFacts = {
  dns: DnsRow[];
  tls: TlsFacts | null;
  redirects: RedirectRow[];
  edge: EdgeFacts | null;
  mail: MailFacts | null;
};

export function hostFacts(observation: Observation | null): HostFacts {
  if (observation === null) return { dns: [], tls: null, redirects: [], edge: null, mail: null };
  const { parts } = observation;
  const edge = edgeFacts(observation);
  return {
    dns: dnsTable(parts),
    tls: tlsFacts(parts, parts.tls.state === "observed" ? parts.tls.at : observation.finishedAt),
    redirects: redirectMatrix(observation),
    edge: edge && { ...edge, assets: parts.assets.state === "observed" ? assetRows(parts.assets.value) : [] },
    mail: mailFacts(observation),
  };
}
