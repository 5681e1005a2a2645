import { ActionButton } from "#components/ui/action-button.tsx";
import { DialogButton } from "#components/ui/dialog.tsx";
import { Kbd } from "#components/ui/kbd.tsx";
import type { PersonView, RiskDetail } from "#db/queries/views.ts";
import { CloseRiskDialog } from "./close-risk-dialog.tsx";
import { DecisionDialog } from "./decision-dialog.tsx";
import { RiskForm } from "./risk-form.tsx";
import type { RiskActions } from "./risk-sheet.tsx";

type Props = { risk: RiskDetail; people: readonly PersonView[]; actions: RiskActions };

/** What can be done about a risk now, by who reads it. */
export function RiskFooter({ risk, people, actions }: Props) {
  const { markFixed, decide, close, update } = actions;
  const isOpen = risk.state === "open";
  const canClose = close && risk.isManual && isOpen;
  if (!update && !(isOpen && (markFixed || decide || canClose))) return null;
  return (
    <>
      {isOpen && markFixed && !risk.isManual && (
        <ActionButton action={markFixed} variant="primary" keys="f" keysLabel="Mark fixed and re-check">
          Mark fixed and re-check <Kbd>F</Kbd>
        </ActionButton>
      )}
      {canClose && <CloseRiskDialog action={close} />}
      {isOpen && decide && (
        <>
          <DecisionDialog treatment="defer" action={decide} />
          <DecisionDialog treatment="accept" action={decide} />
          {risk.decision !== null && risk.decision.treatment !== "fix_now" && (
            <DecisionDialog treatment="fix_now" action={decide} />
          )}
        </>
      )}
      {update && (
        <DialogButton label="Edit…" variant="quiet" title="Edit the risk">
          <RiskForm action={update} people={people} risk={risk} />
        </DialogButton>
      )}
    </>
  );
}
