import { getServers, Resolver as NodeResolver } from "node:dns/promises";
import type { DnsQuestion } from "#lib/audits/observation.ts";
import type { EgressConfig } from "../config.ts";
import { presentRecords, type RecordType } from "./dns-records.ts";
import type { Limits } from "./limits.ts";
import { ProbeFailure } from "./probe-failure.ts";
import { within } from "./within.ts";

export type DnsAnswer = DnsQuestion["answers"][number];
export type Resolver = {
  /** Every address that the name has. Throws a ProbeFailure of step `dns` where there is none. */
  addresses(host: string, signal: AbortSignal): Promise<string[]>;
  /** One question, put to each configured resolver apart; never throws for what a resolver does. */
  ask(name: string, type: RecordType, signal: AbortSignal): Promise<DnsQuestion>;
  close(): void;
};

const STATUS: Readonly<Record<string, DnsAnswer["status"]>> = {
  ENODATA: "nodata",
  ENOTFOUND: "nxdomain",
  ESERVFAIL: "servfail",
  EREFUSED: "refused",
  ETIMEOUT: "timeout",
  ECANCELLED: "timeout",
};
const TRIES = 3;

export function createResolver(config: Pick<EgressConfig, "dns">, limits: Limits): Resolver {
  const clients = new Map<string, NodeResolver>();

  function client(servers: string[]): NodeResolver {
    const key = servers.join();
    let found = clients.get(key);
    if (!found) {
      found = new NodeResolver({ timeout: limits.dnsTryMs, tries: TRIES });
      found.setServers(servers);
      clients.set(key, found);
    }
    return found;
  }

  async function put(name: string, type: RecordType, servers: string[], signal: AbortSignal): Promise<DnsAnswer> {
    const start = performance.now();
    const answer = (status: DnsAnswer["status"], records: string[]): DnsAnswer => ({
      resolver: servers.join(),
      status,
      records,
      ms: Math.round(100 * (performance.now() - start)) / 100,
    });
    try {
      // The final dot keeps search domains out.
      const found = await within(client(servers).resolve(`${name}.`, type), {
        ms: limits.dnsMs,
        signal,
        failure: () => new ProbeFailure("dns", "ETIMEOUT", "The resolver did not answer in time."),
      });
      const records = presentRecords(type, found);
      return answer(records.length > 0 ? "ok" : "nodata", records);
    } catch (error) {
      signal.throwIfAborted();
      return answer(STATUS[codeOf(error)] ?? "error", []);
    }
  }

  return {
    async addresses(host, signal) {
      // RFC 6761 §6.3: these names are never asked for.
      if (host === "localhost" || host.endsWith(".localhost")) return ["127.0.0.1", "::1"];
      const servers = serversFor(host, config);
      const answers = await Promise.all([put(host, "A", servers, signal), put(host, "AAAA", servers, signal)]);
      const addresses = answers.flatMap((answer) => answer.records);
      if (addresses.length === 0) throw noAddress(answers);
      return addresses;
    },
    async ask(name, type, signal) {
      const servers = serversFor(name, config);
      const answers = await Promise.all(servers.map((server) => put(name, type, [server], signal)));
      return { name, type, answers };
    },
    close() {
      for (const found of clients.values()) found.cancel();
    },
  };
}

/** The servers of the longest configured zone around the name, else the general ones. */
export function serversFor(name: string, { dns }: Pick<EgressConfig, "dns">): string[] {
  const zone = Object.keys(dns.zones)
    .filter((suffix) => name === suffix || name.endsWith(`.${suffix}`))
    .sort((a, b) => b.length - a.length)[0];
  if (zone !== undefined) return dns.zones[zone] ?? [];
  return dns.servers.length > 0 ? dns.servers : getServers();
}

function noAddress(answers: DnsAnswer[]): ProbeFailure {
  const statuses = answers.map((answer) => answer.status);
  if (statuses.includes("nxdomain")) return new ProbeFailure("dns", "nxdomain", "The name does not exist.");
  if (statuses.every((status) => status === "nodata")) {
    return new ProbeFailure("dns", "no_address", "The name exists but has no address.");
  }
  return new ProbeFailure("dns", "dns_error", `The name could not be resolved (${statuses.join(", ")}).`);
}

function codeOf(error: unknown): string {
  return error instanceof Error && "code" in error ? String(error.code) : "";
}
