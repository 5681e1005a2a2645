import type { FormAction } from "#components/ui/action.ts";
import { ActionButton } from "#components/ui/action-button.tsx";
import { ExternalLink } from "#components/ui/external-link.tsx";
import { StateIcon } from "#components/ui/state-icon.tsx";
import { Time } from "#components/ui/time.tsx";
import type { AttestationView } from "#db/queries/views.ts";
import { STATUS_MARKS } from "#lib/handover/view-words.ts";

type Props = { attestations: readonly AttestationView[]; withdraw?: FormAction | undefined };

/** What people stated, dated; a withdrawn one stays to be read. `withdraw` gets `attestation`. */
export function Attestations({ attestations, withdraw }: Props) {
  if (attestations.length === 0) return <p className="text-ink-3 text-sm">Nobody has stated anything yet.</p>;
  return (
    <ul className="flex flex-col gap-2">
      {attestations.map((one) => {
        const isWithdrawn = one.withdrawnAt !== null;
        return (
          <li key={one.id} className="flex gap-2 text-sm">
            <StateIcon
              mark={
                isWithdrawn ? STATUS_MARKS.not_applicable : STATUS_MARKS[one.isOverride ? "overridden" : "attested"]
              }
              className="mt-0.5"
            />
            <div className="min-w-0 flex-1">
              <p className={isWithdrawn ? "text-ink-3 line-through" : undefined}>{one.statement}</p>
              {one.link !== null && (
                <ExternalLink href={one.link} className="block truncate text-xs underline underline-offset-2">
                  {one.link}
                </ExternalLink>
              )}
              <p className="text-ink-3 text-xs">
                {one.author?.name ?? "A former member"}, true <Time iso={one.observedAt} />
                {one.expiresAt !== null && (
                  <>
                    , ends <Time iso={one.expiresAt} />
                  </>
                )}
                {one.withdrawnAt !== null && (
                  <>
                    , withdrawn <Time iso={one.withdrawnAt} />
                  </>
                )}
              </p>
            </div>
            {withdraw && !isWithdrawn && (
              <ActionButton
                action={withdraw}
                values={{ attestation: one.id }}
                success="Attestation withdrawn."
                variant="quiet"
                size="sm"
              >
                Withdraw
              </ActionButton>
            )}
          </li>
        );
      })}
    </ul>
  );
}
