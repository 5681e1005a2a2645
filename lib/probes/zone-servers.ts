import type { DnsQuestion, PartValue } from "#lib/audits/observation.ts";
import { canonicalAddress, judgeAddress } from "./egress/address-policy.ts";
import type { RecordType } from "./egress/dns-records.ts";
import { plain, type ServerAnswer } from "./egress/resolver.ts";
import type { ProbeContext } from "./probe.ts";

type Zone = PartValue<"zone">;
type Seen = Zone["nameservers"][number];
type Reached = { name: string; server: string; seen: Seen };

const SERVERS_MAX = 6;
const DNS_PORT = 53;
const THROUGH_PROXY = "Questions to name servers cannot go through the egress proxy, which carries no UDP.";

/** Puts the host's and the zone's questions to each of the zone's own servers, without recursion. */
export async function askNameservers(
  context: ProbeContext,
  apex: string,
  names: readonly string[],
): Promise<Pick<Zone, "notAsked" | "nameservers" | "answers">> {
  if (context.egress.config.proxyUrl !== undefined) return { notAsked: THROUGH_PROXY, nameservers: [], answers: [] };
  const servers = await Promise.all(names.slice(0, SERVERS_MAX).map((name) => visit(context, apex, name)));
  const reached = servers.filter(({ seen }) => seen.state === "answered");
  const answers = await Promise.all(questionsOf(context, apex).map((question) => put(context, reached, question)));
  return { notAsked: null, nameservers: servers.map(({ seen }) => seen), answers };
}

/** Whether a server is there and answers for the zone, by its SOA record. */
async function visit(context: ProbeContext, apex: string, name: string): Promise<Reached> {
  const found = await reach(context, name);
  const blank = { name, serial: null, status: "" };
  if (typeof found !== "string") return { name, server: "", seen: { ...blank, state: found.state } };
  const answer = await ask(context, found, { name: apex, type: "SOA" });
  const { status } = answer;
  if (status === "timeout" || status === "error") {
    return { name, server: found, seen: { ...blank, state: "unreachable", status } };
  }
  // RFC 1912 §2.8: one that is listed for a zone and does not answer for it with authority is lame.
  const isLame = status !== "ok" || !answer.isAuthoritative;
  const serial = isLame ? null : serialOf(answer.records[0]);
  return { name, server: found, seen: { name, state: isLame ? "lame" : "answered", serial, status } };
}

/** Where the operator says that it is, else its first address, once all of them are ones that audits may reach. */
async function reach({ egress }: ProbeContext, name: string): Promise<string | { state: Seen["state"] }> {
  const { nameservers = {} } = egress.config.dns;
  const told = Object.hasOwn(nameservers, name) ? nameservers[name] : undefined;
  if (told !== undefined) return told;
  try {
    const addresses = await egress.resolver.addresses(name, egress.signal);
    const [address = ""] = addresses;
    if (!addresses.every((one) => mayBeAsked(one, name, egress))) return { state: "withheld" };
    return address.includes(":") ? `[${address}]:${DNS_PORT}` : `${address}:${DNS_PORT}`;
  } catch {
    egress.signal.throwIfAborted();
    return { state: "no_address" };
  }
}

/** The rules for connections hold for datagrams too, but for the port: a name server is asked on its own. */
function mayBeAsked(address: string, host: string, { config, ownAddresses }: ProbeContext["egress"]): boolean {
  const verdict = judgeAddress(address, config, { host, port: DNS_PORT });
  if (!verdict.allowed) return false;
  if (verdict.allowedBy === null) return !ownAddresses().has(canonicalAddress(address));
  config.onAllowUsed?.({ entry: verdict.allowedBy.text, host, port: DNS_PORT });
  return true;
}

type Question = { name: string; type: RecordType };

function questionsOf({ target }: ProbeContext, apex: string): Question[] {
  const ofHost = (["A", "AAAA", "CNAME"] as const).map((type) => ({ name: target.host, type }));
  // Where the host's zone is one of its own, the domain's records are another zone's.
  const types = apex === target.domain ? (["NS", "MX", "TXT"] as const) : (["NS"] as const);
  return [...ofHost, ...types.map((type) => ({ name: apex, type }))];
}

async function put(context: ProbeContext, servers: readonly Reached[], question: Question): Promise<DnsQuestion> {
  const answers = servers.map(async ({ name, server }) => {
    return { ...plain(await ask(context, server, question)), resolver: name };
  });
  return { ...question, answers: await Promise.all(answers) };
}

function ask({ egress }: ProbeContext, server: string, { name, type }: Question): Promise<ServerAnswer> {
  return egress.resolver.askAt(server, name, type, { recurse: false }, egress.signal);
}

/** The third word of a SOA record. */
function serialOf(soa: string | undefined): number | null {
  const serial = Number(soa?.split(" ")[2]);
  return Number.isInteger(serial) ? serial : null;
}
