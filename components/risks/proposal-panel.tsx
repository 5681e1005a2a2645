import type { FormAction } from "#components/ui/action.ts";
import { ActionButton } from "#components/ui/action-button.tsx";
import { ActionForm } from "#components/ui/action-form.tsx";
import { DialogButton } from "#components/ui/dialog.tsx";
import { TextareaField } from "#components/ui/field.tsx";
import { Section } from "#components/ui/section.tsx";
import { SubmitButton } from "#components/ui/submit-button.tsx";
import { Time } from "#components/ui/time.tsx";
import type { DecisionView } from "#db/queries/views.ts";
import { day } from "#lib/handover/view-words.ts";
import { TREATMENT_WORDS } from "./risk-words.ts";

/** Only those that the reader may use. */
export type ProposalActions = {
  approve?: FormAction | undefined;
  /** Gets `reason`. */
  decline?: FormAction | undefined;
  withdraw?: FormAction | undefined;
};

/** What somebody asked for, and the answer of whoever may give it. */
export function ProposalPanel({ proposal, actions }: { proposal: DecisionView; actions: ProposalActions }) {
  const { treatment, askedBy, createdAt, expiresAt, reason, compensatingControl, owner } = proposal;
  const { approve, decline, withdraw } = actions;
  return (
    <Section level={3} title="Waits for a second person">
      <div className="flex flex-col gap-2 rounded-md border border-info-line bg-info-tint px-3 py-2.5 text-sm">
        <p>
          <span className="font-medium">{askedBy?.name ?? "A former member"}</span> asks:{" "}
          <span className="font-medium">{TREATMENT_WORDS[treatment]}</span>
          {expiresAt !== null && `, until ${day(expiresAt)}`}, <Time iso={createdAt} />.
        </p>
        <p className="whitespace-pre-wrap text-ink-2 [overflow-wrap:anywhere]">“{reason}”</p>
        {compensatingControl !== "" && (
          <p className="text-ink-2 [overflow-wrap:anywhere]">Until then: {compensatingControl}</p>
        )}
        {owner !== null && <p className="text-ink-2">{owner.name} answers for it.</p>}
        {approve || decline || withdraw ? (
          <div className="flex flex-wrap gap-2">
            {approve && (
              <ActionButton action={approve} variant="primary">
                Approve
              </ActionButton>
            )}
            {decline && (
              <DialogButton
                label="Decline…"
                title="Decline the decision"
                description="What counted before goes on to count."
              >
                <ActionForm action={decline}>
                  <TextareaField name="reason" label="Why not?" required />
                  <div className="flex justify-end">
                    <SubmitButton>Decline</SubmitButton>
                  </div>
                </ActionForm>
              </DialogButton>
            )}
            {withdraw && <ActionButton action={withdraw}>Withdraw</ActionButton>}
          </div>
        ) : (
          <p className="text-ink-2">Somebody else has to answer it, and one of the two is a founder.</p>
        )}
      </div>
    </Section>
  );
}
