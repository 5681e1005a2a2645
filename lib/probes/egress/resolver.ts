import { getServers } from "node:dns";
import type { DnsQuestion } from "#lib/audits/observation.ts";
import type { EgressConfig } from "../config.ts";
import { type DnsAnswer, type Said, sayOf } from "./dns-answer.ts";
import type { RecordType } from "./dns-records.ts";
import { type Question, queryServer } from "./dns-wire.ts";
import type { Limits } from "./limits.ts";
import { ProbeFailure } from "./probe-failure.ts";

export type AskOptions = Pick<Question, "recurse" | "unchecked" | "signatures">;
/** One server's answer with all that it said. */
export type ServerAnswer = DnsAnswer & Said;
export type Resolver = {
  /** Every address that the name has, asked anew each time. Throws a ProbeFailure of step `dns` where there is none. */
  addresses(host: string, signal: AbortSignal): Promise<string[]>;
  /** One question, put to each configured resolver apart, once per audit; never throws for what a resolver does. */
  ask(name: string, type: RecordType, signal: AbortSignal): Promise<DnsQuestion>;
  /** One question to the first configured resolver that settles it. */
  askAny(name: string, type: RecordType, options: AskOptions, signal: AbortSignal): Promise<ServerAnswer>;
  /** One question to one server of the caller's choice, whose address the caller has judged. */
  askAt(
    server: string,
    name: string,
    type: RecordType,
    options: AskOptions,
    signal: AbortSignal,
  ): Promise<ServerAnswer>;
  close(): void;
};

/** The answers that settle a question; after any other, the next server is asked. */
const FINAL: ReadonlySet<DnsAnswer["status"]> = new Set(["ok", "nodata", "nxdomain"]);
const NO_ANSWER = { records: [], aliases: [], signatures: [], isAuthoritative: false, zone: null };
const SERVERS_MAX = 3;
const TRIES = 3;

export function createResolver(config: Pick<EgressConfig, "dns">, limits: Limits): Resolver {
  const asked = new Map<string, Promise<DnsQuestion>>();
  const closed = new AbortController();
  /** One for each signal of a caller, since combining them for every question would cost as much as asking it. */
  const combined = new WeakMap<AbortSignal, AbortSignal>();

  function untilClosed(signal: AbortSignal): AbortSignal {
    const either = combined.get(signal) ?? AbortSignal.any([signal, closed.signal]);
    combined.set(signal, either);
    return either;
  }

  async function put(server: string, question: Question, signal: AbortSignal, tries = TRIES): Promise<ServerAnswer> {
    const start = performance.now();
    const say = (said: Said): ServerAnswer => ({
      ...said,
      resolver: server,
      ms: Math.round(100 * (performance.now() - start)) / 100,
    });
    const either = untilClosed(signal);
    try {
      return say(sayOf(await queryServer(server, question, limits, either, tries), question.name, question.type));
    } catch (error) {
      signal.throwIfAborted();
      const status = closed.signal.aborted || isTimeout(error) ? "timeout" : "error";
      return say({ ...NO_ANSWER, status });
    }
  }

  /** The first server that settles it; a silent one costs a try. */
  async function putToAny(question: Question, signal: AbortSignal): Promise<ServerAnswer> {
    const servers = serversFor(question.name, config).slice(0, SERVERS_MAX);
    const tries = servers.length > 1 ? 1 : TRIES;
    let last: ServerAnswer = { ...NO_ANSWER, status: "error", resolver: "", ms: 0 };
    for (const server of servers) {
      last = await put(server, question, signal, tries);
      if (FINAL.has(last.status)) break;
    }
    return last;
  }

  async function askAll(name: string, type: RecordType, signal: AbortSignal): Promise<DnsQuestion> {
    const servers = serversFor(name, config);
    const answers = await Promise.all(servers.map((server) => put(server, { name, type }, signal)));
    return { name, type, answers: answers.map(plain) };
  }

  return {
    async addresses(host, signal) {
      // RFC 6761 §6.3: these names are never asked for.
      if (host === "localhost" || host.endsWith(".localhost")) return ["127.0.0.1", "::1"];
      const answers = await Promise.all([
        putToAny({ name: host, type: "A" }, signal),
        putToAny({ name: host, type: "AAAA" }, signal),
      ]);
      const addresses = answers.flatMap((answer) => answer.records);
      if (addresses.length === 0) throw noAddress(answers);
      return addresses;
    },
    ask(name, type, signal) {
      const key = `${type} ${name.toLowerCase()}`;
      const known = asked.get(key);
      if (known) return known;
      const question = askAll(name, type, signal);
      asked.set(key, question);
      // A question that was broken off is nobody's answer.
      question.catch(() => asked.delete(key));
      return question;
    },
    askAny: (name, type, options, signal) => putToAny({ name, type, ...options }, signal),
    askAt: (server, name, type, options, signal) => put(server, { name, type, ...options }, signal),
    close: () => closed.abort(),
  };
}

/** Of one answer, together: far above what any name needs, and far below the 64 KiB of octets that one can bring. */
const RECORD_CHARS_MAX = 16 * 1024;

/** What an observation keeps of it. */
export function plain({ resolver, status, records, ms, ttl, authenticated }: DnsAnswer): DnsAnswer {
  return {
    resolver,
    status,
    records: bounded(records),
    ms,
    ...(ttl === undefined ? {} : { ttl }),
    ...(authenticated === undefined ? {} : { authenticated }),
  };
}

/** A record that no longer fits whole is cut, so that what is there is never taken for nothing. */
function bounded(records: readonly string[]): string[] {
  let left = RECORD_CHARS_MAX;
  return records.flatMap((record) => {
    if (left <= 0) return [];
    const kept = record.slice(0, left);
    // An empty record costs too.
    left -= kept.length + 1;
    return [kept];
  });
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

const isTimeout = (error: unknown) => error instanceof ProbeFailure && error.code === "timeout";
