import type { FormAction } from "#components/ui/action.ts";
import { ActionForm } from "#components/ui/action-form.tsx";
import type { ButtonLook } from "#components/ui/button.tsx";
import { DialogButton } from "#components/ui/dialog.tsx";
import { Kbd } from "#components/ui/kbd.tsx";
import { SubmitButton } from "#components/ui/submit-button.tsx";
import type { PersonView, RiskView } from "#db/queries/views.ts";
import { DecisionFields } from "./decision-fields.tsx";
import { type DecisionDraft, USUAL_DRAFT } from "./decision-form-words.ts";

export type DecideOffer = {
  /** Gets `numbers` and what `DecisionFields` send. */
  action: FormAction;
  /** Asks a founder instead of deciding. */
  isProposal: boolean;
};

type Props = ButtonLook & {
  label: string;
  /** Opens it from anywhere in the sheet. */
  keys?: string;
  risk: RiskView;
  people: readonly PersonView[];
  offer: DecideOffer;
  draft?: Partial<DecisionDraft> | undefined;
  now: string;
};

/** The decision on the risk of the sheet. */
export function DecisionDialog({ label, keys, risk, people, offer, draft, now, ...look }: Props) {
  const { action, isProposal } = offer;
  return (
    <DialogButton
      {...look}
      {...(keys === undefined ? {} : { keys, keysLabel: label.replace("…", "") })}
      label={
        keys === undefined ? (
          label
        ) : (
          <>
            {label} <Kbd>{keys.toUpperCase()}</Kbd>
          </>
        )
      }
      title={isProposal ? "Ask for a decision" : `Decide on risk ${risk.number}`}
      description={risk.title}
    >
      <ActionForm action={action} values={{ numbers: String(risk.number) }}>
        <DecisionFields
          people={people}
          draft={{ ...USUAL_DRAFT, ownerId: risk.owner?.id ?? "", ...draft }}
          critical={risk.severity === "critical" ? 1 : 0}
          total={1}
          isProposal={isProposal}
          now={now}
        />
        <div className="flex justify-end">
          <SubmitButton>{isProposal ? "Ask for it" : "Decide"}</SubmitButton>
        </div>
      </ActionForm>
    </DialogButton>
  );
}
