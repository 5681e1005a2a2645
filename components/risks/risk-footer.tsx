import { ActionButton } from "#components/ui/action-button.tsx";
import { DialogButton } from "#components/ui/dialog.tsx";
import { Kbd } from "#components/ui/kbd.tsx";
import type { PersonView, RiskDetail } from "#db/queries/views.ts";
import { CloseRiskDialog } from "./close-risk-dialog.tsx";
import { DecisionDialog } from "./decision-dialog.tsx";
import { RiskForm } from "./risk-form.tsx";
import type { RiskActions } from "./risk-sheet.tsx";

type Props = { risk: RiskDetail; people: readonly PersonView[]; actions: RiskActions; now: string };

/** What can be done about a risk now, by who reads it. */
export function RiskFooter({ risk, people, actions, now }: Props) {
  const { markFixed, decide, close, update } = actions;
  const isOpen = risk.state === "open";
  const isOurs = !risk.isManual && risk.tool === null;
  if (!update && !(isOpen && (markFixed || decide || close))) return null;
  return (
    <>
      {isOpen && markFixed && isOurs && (
        <ActionButton action={markFixed} variant="primary" keys="f" keysLabel="Mark fixed and re-check">
          Mark fixed and re-check <Kbd>F</Kbd>
        </ActionButton>
      )}
      {isOpen && decide && (
        <DecisionDialog
          label={decide.isProposal ? "Ask for a decision…" : "Decide…"}
          keys="d"
          variant={isOurs ? "secondary" : "primary"}
          risk={risk}
          people={people}
          offer={decide}
          now={now}
        />
      )}
      {isOpen && close && !isOurs && <CloseRiskDialog action={close} isImported={risk.tool !== null} />}
      {update && (
        <DialogButton label="Edit…" variant="quiet" title="Edit the risk">
          <RiskForm action={update} people={people} risk={risk} />
        </DialogButton>
      )}
    </>
  );
}
