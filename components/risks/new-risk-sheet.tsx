import type { FormAction } from "#components/ui/action.ts";
import { Sheet } from "#components/ui/sheet.tsx";
import type { PersonView } from "#db/queries/views.ts";
import type { CheckId } from "#lib/roadmap/ids.ts";
import { RiskForm } from "./risk-form.tsx";

type Props = { action: FormAction; people: readonly PersonView[]; check?: CheckId | undefined; closeHref: string };

export function NewRiskSheet({ action, people, check, closeHref }: Props) {
  return (
    <Sheet
      id="new risk"
      title="Add a risk"
      description="For what no rule can see. What audits find is added by itself."
      closeHref={closeHref}
    >
      <RiskForm action={action} people={people} check={check} />
    </Sheet>
  );
}
