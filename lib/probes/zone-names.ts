import type { DnsQuestion, PartValue } from "#lib/audits/observation.ts";
import type { ServerAnswer } from "./egress/resolver.ts";
import type { ProbeContext } from "./probe.ts";

type OtherName = PartValue<"zone">["names"][number];

/** Where products usually have more than their home page; what is left behind there is what gets taken over. */
const LABELS = [
  "www",
  "app",
  "api",
  "admin",
  "staging",
  "dev",
  "mail",
  "status",
  "docs",
  "blog",
  "portal",
  "cdn",
  "old",
  "test",
  "autodiscover",
] as const;

/** Those of the usual names that exist, apart from those that only a wildcard answers for. */
export async function probeNames(
  context: ProbeContext,
  wildcard: Promise<readonly DnsQuestion[]>,
): Promise<Pick<PartValue<"zone">, "names" | "namesUnanswered">> {
  const looking = LABELS.map((label) => lookAt(context, `${label}.${context.target.domain}`));
  const [questions, ...seen] = await Promise.all([wildcard, ...looking]);
  const fromWildcard = questions.flatMap(({ answers }) => answers.flatMap(({ records }) => records));
  const names = seen.flatMap(({ other, answer }) => {
    const leadsTo = other.cname === null ? answer.records : [other.cname];
    const isWildcards = leadsTo.length > 0 && leadsTo.every((record) => fromWildcard.includes(record));
    const isThere = other.cname !== null || other.resolves;
    return isThere && !isWildcards ? [other] : [];
  });
  const unanswered = seen.filter(({ other }) => !CONCLUSIVE.has(other.status));
  return { names, namesUnanswered: unanswered.map(({ other }) => other.name) };
}

const CONCLUSIVE: ReadonlySet<string> = new Set(["ok", "nodata", "nxdomain"]);

async function lookAt({ egress }: ProbeContext, name: string): Promise<{ other: OtherName; answer: ServerAnswer }> {
  const { resolver, signal } = egress;
  const a = await resolver.askAny(name, "A", {}, signal);
  const answer = a.status === "nodata" ? await resolver.askAny(name, "AAAA", {}, signal) : a;
  const { status, aliases } = answer;
  return { other: { name, cname: aliases.at(-1) ?? null, resolves: status === "ok", status }, answer };
}
