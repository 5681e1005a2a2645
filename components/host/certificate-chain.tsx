import type { ChainLink } from "#lib/audits/facts/tls-facts.ts";
import { day } from "#lib/handover/view-words.ts";
import { commonName, daysLeftInWords } from "./host-words.ts";

const SHOWN_MAX = 4;

const role = (place: number, count: number) =>
  place === 0 ? "Leaf" : place === count - 1 ? "Last that was sent" : "Intermediate";

/** The certificates as sent, each signed by the one that it points at. */
export function CertificateChain({ chain, total }: { chain: readonly ChainLink[]; total: number }) {
  const shown = chain.slice(0, SHOWN_MAX);
  return (
    <div>
      <ol aria-label="Certificate chain, leaf first" className="flex flex-col gap-4 lg:flex-row lg:gap-6">
        {shown.map((link, place) => (
          <li
            // biome-ignore lint/suspicious/noArrayIndexKey: a chain may hold the same certificate twice, and never changes
            key={place}
            className="relative min-w-0 flex-1 rounded-lg border border-line-strong bg-panel px-3 py-2 text-xs"
          >
            {place > 0 && (
              <span
                aria-hidden
                className="absolute -top-4 left-5 text-ink-3 leading-4 lg:top-1/2 lg:-left-6 lg:w-6 lg:-translate-y-1/2 lg:text-center"
              >
                <span className="lg:hidden">↓</span>
                <span className="max-lg:hidden">→</span>
              </span>
            )}
            <p className="text-ink-3">{role(place, total)}</p>
            <p className="font-medium text-sm [overflow-wrap:anywhere]" title={link.subject}>
              {commonName(link.subject)}
            </p>
            <p className="text-ink-2 [overflow-wrap:anywhere]">signed by {commonName(link.issuer)}</p>
            <p className="text-ink-2 [overflow-wrap:anywhere]">
              {link.key}, {link.signature}
            </p>
            <p className={link.daysLeft < 0 ? "font-medium text-bad" : "text-ink-2"}>
              {daysLeftInWords(link.daysLeft)} <span className="text-ink-3">({day(link.validTo)})</span>
            </p>
          </li>
        ))}
      </ol>
      {total > shown.length && (
        <p className="pt-2 text-ink-3 text-xs">and {total - shown.length} more that were sent</p>
      )}
    </div>
  );
}
