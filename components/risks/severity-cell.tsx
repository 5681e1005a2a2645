import { riskMark } from "#components/ui/marks.ts";
import { StateIcon } from "#components/ui/state-icon.tsx";
import type { RiskView } from "#db/queries/views.ts";
import { SEVERITY_MARKS } from "#lib/handover/view-words.ts";
import { EditCell } from "./edit-cell.tsx";

/** What a rule or a scanner weighed is theirs; what a person wrote down, people may weigh anew. */
export function SeverityCell({ risk, canEdit }: { risk: RiskView; canEdit: boolean }) {
  const { number, state } = risk;
  const word = SEVERITY_MARKS[risk.severity].word.toLowerCase();
  const icon = <StateIcon mark={riskMark(risk)} isDecorative={state === "open"} />;
  if (!canEdit || !risk.isManual) {
    return (
      <span className="flex items-center gap-1.75">
        {icon}
        {word}
      </span>
    );
  }
  return (
    <EditCell field="severity" number={number} label={`Severity of risk ${number}: ${word}`}>
      {icon}
      {word}
    </EditCell>
  );
}
