import type { DnsQuestion, PartValue } from "#lib/audits/observation.ts";
import { ProbeFailure } from "./egress/probe-failure.ts";
import type { Probe, ProbeContext } from "./probe.ts";
import { registeredDomain } from "./registered-domain.ts";
import { withholdPrivate } from "./withhold.ts";
import { probeDnssec } from "./zone-dnssec.ts";
import { probeNames } from "./zone-names.ts";
import { askNameservers } from "./zone-servers.ts";

type Zone = PartValue<"zone">;

/** What is published in the host's zone, asked of its own servers and of the resolvers. */
export const probeZone: Probe<"zone"> = async (context) => {
  const asked = askWildcard(context);
  const [zone, wildcard, others] = await Promise.all([lookAtZone(context), asked, probeNames(context, asked)]);
  const withhold = (question: DnsQuestion) => withholdPrivate(question, context);
  return { ...zone, ...others, answers: zone.answers.map(withhold), wildcard: wildcard.map(withhold) };
};

async function lookAtZone(context: ProbeContext): Promise<Omit<Zone, "wildcard" | "names" | "namesUnanswered">> {
  const { resolver, signal } = context.egress;
  const about = (name: string) => Promise.all([resolver.ask(name, "NS", signal), resolver.ask(name, "SOA", signal)]);
  const domain = registeredDomain(context.target.host);
  // Most hosts are in their domain's zone, so that one is asked about before it is certain.
  const [apex, guessed] = await Promise.all([findApex(context, domain), about(domain)]);
  const [ns, soa] = apex === domain ? guessed : await about(apex);
  const names = [...new Set(ns.answers.flatMap(({ records }) => records.map((name) => name.toLowerCase())))];
  const [servers, dnssec] = await Promise.all([askNameservers(context, apex, names), probeDnssec(context, apex, soa)]);
  return { apex, ns, soa, ...servers, dnssec };
}

/** The owner of the SOA record nearest to the host; the registered domain where no resolver says. */
async function findApex({ target, egress }: ProbeContext, domain: string): Promise<string> {
  const { zone, status } = await egress.resolver.askAny(target.host, "SOA", {}, egress.signal);
  // Nobody there to ask; each further question would wait as long again.
  if (status === "timeout" || status === "error")
    throw new ProbeFailure("dns", "dns_error", "No resolver gave an answer about the zone.");
  return zone !== null && (zone === domain || zone.endsWith(`.${domain}`)) ? zone : domain;
}

const WILDCARD_TYPES = ["A", "AAAA", "CNAME", "TXT"] as const;

function askWildcard({ target, egress }: ProbeContext): Promise<DnsQuestion[]> {
  const name = `${egress.unusedLabel()}.${target.domain}`;
  return Promise.all(WILDCARD_TYPES.map((type) => egress.resolver.ask(name, type, egress.signal)));
}
