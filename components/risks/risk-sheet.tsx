import type { FormAction } from "#components/ui/action.ts";
import { References } from "#components/ui/references.tsx";
import { Section } from "#components/ui/section.tsx";
import { Sheet } from "#components/ui/sheet.tsx";
import { WithCode } from "#components/ui/with-code.tsx";
import type { PersonView, RiskDetail } from "#db/queries/views.ts";
import { proposeFor } from "#lib/roadmap/overbuild.ts";
import { CHECKS } from "#lib/roadmap/stages.ts";
import type { DecideOffer } from "./decision-dialog.tsx";
import { OverbuildHint } from "./overbuild-hint.tsx";
import { type ProposalActions, ProposalPanel } from "./proposal-panel.tsx";
import { RecheckNotice } from "./recheck-notice.tsx";
import { RiskFacts } from "./risk-facts.tsx";
import { RiskFooter } from "./risk-footer.tsx";
import { RiskHistory } from "./risk-history.tsx";
import { RiskSeen } from "./risk-seen.tsx";
import { RiskStepper } from "./risk-stepper.tsx";

/** Only those that the reader may use. */
export type RiskActions = {
  markFixed?: FormAction | undefined;
  decide?: DecideOffer | undefined;
  /** Gets `reason`; for risks that no rule of ours looks after. */
  close?: FormAction | undefined;
  /** Gets what `RiskForm` sends, or one field of it. */
  update?: FormAction | undefined;
  proposal: ProposalActions;
};

type Props = {
  slug: string;
  risk: RiskDetail;
  people: readonly PersonView[];
  actions: RiskActions;
  /** The list that it stands in, for ← and →. */
  place: { index: number; total: number; previousHref: string | null; nextHref: string | null };
  closeHref: string;
  /** ISO 8601. */
  now: string;
};

export function RiskSheet({ slug, risk, people, actions, place, closeHref, now }: Props) {
  const isOpen = risk.state === "open";
  const overbuilt = isOpen && !risk.decision?.isInForce && risk.proposal === null ? proposeFor(risk) : null;
  return (
    <Sheet
      id={`risk ${risk.number}`}
      title={risk.title}
      description={risk.isBlocking ? "Holds the launch back." : "Does not hold the launch back now."}
      closeHref={closeHref}
      isBeside
      focusAfter={`[data-risk="${risk.number}"] [data-row]`}
      bar={<RiskStepper {...place} />}
      footer={<RiskFooter risk={risk} people={people} actions={actions} now={now} />}
    >
      {risk.verifyRun && <RecheckNotice slug={slug} run={risk.verifyRun} />}
      {risk.proposal && isOpen && <ProposalPanel proposal={risk.proposal} actions={actions.proposal} />}
      {overbuilt && <OverbuildHint risk={risk} proposal={overbuilt} people={people} offer={actions.decide} now={now} />}
      <Section level={3} title="What was seen">
        <RiskSeen slug={slug} risk={risk} />
      </Section>
      <Section level={3} title="What to do">
        <p className="text-sm">
          <WithCode text={risk.fix ?? CHECKS[risk.checkId].fix} />
        </p>
        <References references={risk.references} />
      </Section>
      <Section level={3} title="Decision">
        <RiskFacts slug={slug} risk={risk} people={people} update={actions.update} />
      </Section>
      <Section level={3} title="History">
        <RiskHistory activities={risk.activities} />
      </Section>
    </Sheet>
  );
}
