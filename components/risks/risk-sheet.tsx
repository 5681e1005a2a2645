import Link from "next/link";
import { ActivityList } from "#components/activity/activity-list.tsx";
import type { FormAction } from "#components/ui/action.ts";
import { Facts } from "#components/ui/facts.tsx";
import { OwnerSelect } from "#components/ui/owner-select.tsx";
import { References } from "#components/ui/references.tsx";
import { Section } from "#components/ui/section.tsx";
import { Sheet } from "#components/ui/sheet.tsx";
import { WithCode } from "#components/ui/with-code.tsx";
import type { PersonView, RiskDetail } from "#db/queries/views.ts";
import { day } from "#lib/handover/view-words.ts";
import { CHECKS } from "#lib/roadmap/stages.ts";
import { paths } from "../paths.ts";
import { RecheckNotice } from "./recheck-notice.tsx";
import { RiskFooter } from "./risk-footer.tsx";
import { RiskSeen } from "./risk-seen.tsx";
import { RiskStepper } from "./risk-stepper.tsx";
import { decisionSentence } from "./risk-words.ts";

/** Only those that the reader may use. */
export type RiskActions = {
  markFixed?: FormAction | undefined;
  /** Gets `treatment`, `reason`, `compensatingControl`, `expiresAt`. */
  decide?: FormAction | undefined;
  /** Gets `reason`; for risks entered by hand. */
  close?: FormAction | undefined;
  setOwner?: FormAction | undefined;
  /** Gets what `RiskForm` sends. */
  update?: FormAction | undefined;
};

type Props = {
  slug: string;
  risk: RiskDetail;
  people: readonly PersonView[];
  actions: RiskActions;
  /** The list that it stands in, for ← and →. */
  place: { index: number; total: number; previousHref: string | null; nextHref: string | null };
  closeHref: string;
};

export function RiskSheet({ slug, risk, people, actions, place, closeHref }: Props) {
  const check = CHECKS[risk.checkId];
  return (
    <Sheet
      id={`risk ${risk.number}`}
      title={risk.title}
      description={risk.isBlocking ? "Holds the launch back." : "Does not hold the launch back now."}
      closeHref={closeHref}
      isBeside
      bar={<RiskStepper {...place} />}
      footer={<RiskFooter risk={risk} people={people} actions={actions} />}
    >
      {risk.verifyRun && <RecheckNotice slug={slug} run={risk.verifyRun} />}
      <Section level={3} title="What was seen">
        <RiskSeen slug={slug} risk={risk} />
      </Section>
      <Section level={3} title="What to do">
        <p className="text-sm">
          <WithCode text={risk.fix ?? check.fix} />
        </p>
        <References references={risk.references} />
      </Section>
      <Section level={3} title="Decision">
        <Facts
          facts={[
            { label: "Treatment", value: risk.decision === null ? "Undecided" : decisionSentence(risk.decision) },
            ...(risk.decision ? [{ label: "Reason", value: risk.decision.reason }] : []),
            ...(risk.decision?.compensatingControl
              ? [{ label: "Until then", value: risk.decision.compensatingControl }]
              : []),
            {
              label: "Owner",
              value: actions.setOwner ? (
                <OwnerSelect owner={risk.owner} people={people} action={actions.setOwner} />
              ) : (
                (risk.owner?.name ?? "Nobody yet")
              ),
            },
            { label: "Likelihood × impact", value: `${risk.likelihood} × ${risk.impact}` },
            { label: "Due", value: risk.dueAt === null ? "No date" : day(risk.dueAt) },
            {
              label: "Check",
              value: (
                <Link href={paths.board(slug, { check: risk.checkId })} className="underline underline-offset-2">
                  {check.title}
                </Link>
              ),
            },
            ...(risk.targetUrl === null ? [] : [{ label: "Target", value: risk.targetUrl }]),
          ]}
        />
      </Section>
      <Section level={3} title="History">
        <ActivityList activities={risk.activities} />
      </Section>
    </Sheet>
  );
}
