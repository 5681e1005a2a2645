import { daysLeftInWords } from "#components/host/host-words.ts";
import type { UiMark } from "#components/ui/marks.ts";
import type { HostTls } from "#db/queries/list-host-tls.ts";
import type { TlsFacts } from "#lib/audits/facts/tls-facts.ts";

const isTrusted = ({ trust }: Pick<TlsFacts, "trust">) => trust === "trusted" || trust.startsWith("trusted,");

/** Trusted, trusted with a blemish, or not. */
export function trustTone(tls: Pick<TlsFacts, "trust">): UiMark["tone"] {
  if (tls.trust === "trusted") return "ok";
  return isTrusted(tls) ? "warn" : "bad";
}

/** "2 of 3 certificates are trusted; the next to expire is that of a.test, 12 days left." */
export function tlsInWords(hosts: readonly HostTls[]): string {
  const seen = hosts.flatMap(({ host, tls }) => {
    const [leaf] = tls?.chain ?? [];
    return tls && leaf ? [{ host, isGood: isTrusted(tls) && tls.nameMatches, daysLeft: leaf.daysLeft }] : [];
  });
  const [next] = seen.toSorted((a, b) => a.daysLeft - b.daysLeft);
  if (!next) return "No certificate has been seen yet.";
  const good = seen.filter(({ isGood }) => isGood).length;
  const days = daysLeftInWords(next.daysLeft);
  if (seen.length === 1) return `The certificate ${good === 1 ? "is" : "is not"} trusted; ${days}.`;
  const counted = good === seen.length ? `All ${good}` : `${good === 0 ? "None" : good} of ${seen.length}`;
  const verb = good === 1 ? "is" : "are";
  const term =
    next.daysLeft < 0 ? `that of ${next.host} ${days}` : `the next to expire is that of ${next.host}, ${days}`;
  return `${counted} certificates ${verb} trusted; ${term}.`;
}
