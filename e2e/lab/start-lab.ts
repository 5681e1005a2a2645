import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createCertificates, type ServedCertificate } from "./certificates.ts";
import { createChatbot } from "./chatbot/app.ts";
import { startControlServer } from "./control-server.ts";
import { startDnsServer } from "./dns-server.ts";
import { createFaults, type FaultName, type FaultState } from "./faults.ts";
import { HOST, WWW } from "./names.ts";
import { createRequestCounts } from "./request-counts.ts";
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
  port: number;
  /** The first resolver. */
  dnsPort: number;
  /** Both resolvers; they differ only under the faults that make them disagree. */
  dnsPorts: readonly [number, number];
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
  const certificates = createCertificates(startedAt);
  const requests = createRequestCounts();
  await using stack = new AsyncDisposableStack();

  const web = await startWebServer({ port: options.port });
  stack.defer(web.close);
  const origin = new URL(`https://${HOST}:${web.port}`).origin;
  const faults = createFaults({ port: web.port, origin, startedAt }, ({ certificates: { apex, www }, tls }) =>
    web.present({ ...certificates.served[apex], ...tls }, { [WWW]: { ...certificates.served[www], ...tls } }),
  );
  for (const name of options.faults ?? []) faults.set(name, true);

  web.serve(createChatbot({ settings: faults.settings, onRequest: requests.add }));

  const dns = await startDnsServer({ port: options.dnsPort, zone: () => faults.settings().zone });
  stack.defer(dns.close);
  const secondDns = await startDnsServer({
    zone() {
      const { zone, secondResolver } = faults.settings();
      return secondResolver(zone);
    },
  });
  stack.defer(secondDns.close);
  const control = await startControlServer({ port: options.controlPort, faults, requests, origin });
  stack.defer(control.close);
  const { caFile, remove } = await writeAuthority(certificates.caPem, options.directory);
  stack.defer(remove);

  const running = stack.move();
  return {
    origin,
    port: web.port,
    dnsPort: dns.port,
    dnsPorts: [dns.port, secondDns.port],
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
