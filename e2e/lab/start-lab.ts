import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { TargetNotes } from "#lib/audits/observation.ts";
import { withAuthority } from "./authority.ts";
import { createCertificates, type ServedCertificate } from "./certificates.ts";
import { createChatbot } from "./chatbot/app.ts";
import { startControlServer } from "./control-server.ts";
import { startDnsServer } from "./dns-server.ts";
import { asOrigin, withEdge } from "./edge.ts";
import { createFaults, type FaultName, type FaultState } from "./faults.ts";
import { ALIAS, AUTHORITY, HOST, MTA_STS, WWW } from "./names.ts";
import { createRequestCounts } from "./request-counts.ts";
import type { Source } from "./respond.ts";
import type { Settings } from "./settings.ts";
import { startWebServer } from "./web-server.ts";

export type LabOptions = {
  /** Ports on 127.0.0.1; 0 or left out takes any free one. */
  port?: number | undefined;
  dnsPort?: number | undefined;
  controlPort?: number | undefined;
  host?: "127.0.0.1" | undefined;
  /** Switched on from the start. */
  faults?: readonly FaultName[] | undefined;
  /** Where the root certificate is written; a temporary folder, removed again by `close`, when left out. */
  directory?: string | undefined;
};

export type Lab = {
  /** The canonical origin of the product, `https://ops-copilot.test:PORT`; http answers on the same port. */
  origin: string;
  /** What to hand to `observe`: the origin, and what the team says of it. */
  target(): { url: string; notes: Partial<TargetNotes> };
  port: number;
  /** The first resolver. */
  dnsPort: number;
  /** Both resolvers; they differ only under the faults that make them disagree. */
  dnsPorts: readonly [number, number];
  /** Name of each authoritative server of the product's zone → where it is reached. */
  nameservers: Record<string, string>;
  controlPort: number;
  controlUrl: string;
  caPem: string;
  caFile: string;
  faults: { list(): FaultState[]; set(name: FaultName, on: boolean): void; reset(): void };
  /** How often each `METHOD /path` of the product was asked for. */
  requests: { list(): Record<string, number>; clear(): void };
  /** A certificate of the lab's authority for other host names. */
  issueCertificate(...names: string[]): ServedCertificate;
  close(): Promise<void>;
};

async function writeAuthority(caPem: string, directory: string | undefined) {
  const folder = directory ?? (await mkdtemp(join(tmpdir(), "launch-ready-lab-")));
  await mkdir(folder, { recursive: true });
  const caFile = join(folder, "lab-ca.pem");
  await writeFile(caFile, caPem);
  return {
    caFile,
    remove: async () => (directory === undefined ? rm(folder, { recursive: true, force: true }) : undefined),
  };
}

/** Starts the Ops Copilot with its DNS and its control page, healthy but for the given faults. */
export async function startLab(options: LabOptions = {}): Promise<Lab> {
  const startedAt = new Date();
  const requests = createRequestCounts();
  await using stack = new AsyncDisposableStack();

  const web = await startWebServer({ port: options.port });
  stack.defer(web.close);
  const behind = await startWebServer();
  stack.defer(behind.close);
  const origin = new URL(`https://${HOST}:${web.port}`).origin;
  const certificates = createCertificates(startedAt, `http://${AUTHORITY}:${web.port}/`);
  const faults = createFaults(
    { port: web.port, origin, originPort: behind.port, startedAt },
    ({ certificates: { apex, www, alias }, tls }) =>
      web.present(
        { ...certificates.served[apex], ...tls },
        {
          [WWW]: { ...certificates.served[www], ...tls },
          [ALIAS]: { ...certificates.served[alias], ...tls },
          [MTA_STS]: { ...certificates.served["mta-sts"], ...tls },
        },
      ),
  );
  for (const name of options.faults ?? []) faults.set(name, true);

  const product = createChatbot({ settings: faults.settings, onRequest: requests.add });
  web.serve(withAuthority(certificates.issuers, withEdge(faults.settings, product)));
  behind.present(certificates.served.healthy);
  behind.serve(asOrigin(faults.settings, product));

  const serve = async (source: (settings: Settings) => Source, port?: number) => {
    const server = await startDnsServer({ port, source: () => source(faults.settings()) });
    stack.defer(server.close);
    return server;
  };
  const dns = await serve((settings) => settings, options.dnsPort);
  const secondDns = await serve((settings) => ({ ...settings, zone: settings.secondResolver(settings.zone) }));
  const authoritative = (server: 0 | 1) => (settings: Settings) => ({
    ...settings,
    zone: settings.authoritative[server](settings.zone),
    isAuthoritative: true,
  });
  const nameservers = [await serve(authoritative(0)), await serve(authoritative(1))];
  const control = await startControlServer({ port: options.controlPort, faults, requests, origin });
  stack.defer(control.close);
  const { caFile, remove } = await writeAuthority(certificates.caPem, options.directory);
  stack.defer(remove);

  const running = stack.move();
  return {
    origin,
    target: () => ({ url: origin, notes: faults.settings().notes }),
    port: web.port,
    dnsPort: dns.port,
    dnsPorts: [dns.port, secondDns.port],
    nameservers: Object.fromEntries(
      nameservers.map(({ port }, index) => [`ns${index + 1}.${HOST}`, `127.0.0.1:${port}`]),
    ),
    controlPort: control.port,
    controlUrl: control.url,
    caPem: certificates.caPem,
    caFile,
    faults: { list: faults.list, set: faults.set, reset: faults.reset },
    requests: { list: requests.list, clear: requests.clear },
    issueCertificate: certificates.issueFor,
    close: () => running.disposeAsync(),
  };
}
