import Link from "next/link";
import { ActivityList } from "#components/activity/activity-list.tsx";
import type { FormAction } from "#components/ui/action.ts";
import { ActionButton } from "#components/ui/action-button.tsx";
import { Facts } from "#components/ui/facts.tsx";
import { Kbd } from "#components/ui/kbd.tsx";
import { LinkButton } from "#components/ui/link-button.tsx";
import { checkMark } from "#components/ui/marks.ts";
import { OwnerSelect } from "#components/ui/owner-select.tsx";
import { References } from "#components/ui/references.tsx";
import { Section } from "#components/ui/section.tsx";
import { Sheet } from "#components/ui/sheet.tsx";
import { StatusBadge } from "#components/ui/status-badge.tsx";
import { Time } from "#components/ui/time.tsx";
import { WithCode } from "#components/ui/with-code.tsx";
import type { CheckDetail, PersonView } from "#db/queries/views.ts";
import { paths } from "../paths.ts";
import { AttestDialog } from "./attest-dialog.tsx";
import { Attestations } from "./attestations.tsx";
import { CheckHistory } from "./check-history.tsx";
import { CheckResults } from "./check-results.tsx";
import { CHECK_PLACES } from "./domain-places.ts";
import { LinkedRisks } from "./linked-risks.tsx";
import { NotApplicableDialog } from "./not-applicable-dialog.tsx";

/** Only those that the reader may use. */
type CheckActions = {
  checkAgain?: FormAction | undefined;
  attest?: FormAction | undefined;
  withdrawAttestation?: FormAction | undefined;
  setOwner?: FormAction | undefined;
  setNotApplicable?: FormAction | undefined;
};

type Props = {
  slug: string;
  check: CheckDetail;
  people: readonly PersonView[];
  actions: CheckActions;
  canOverride: boolean;
  canAddRisk: boolean;
  closeHref: string;
  /** Today in UTC, `YYYY-MM-DD`. */
  today: string;
};

function nothingSeen({ rules, isRecorded }: CheckDetail): string {
  if (rules.length > 0) return "No audit has looked at this yet.";
  return isRecorded
    ? "It rests on what the team has written down and tried. A statement counts no more beside that."
    : "No machine can see this from outside yet: it rests on what people state.";
}

/** Everything about one check: what was seen, before what to do, before who stated what, before the history. */
export function CheckSheet({ slug, check, people, actions, canOverride, canAddRisk, closeHref, today }: Props) {
  const isAutomatic = check.rules.length > 0;
  const place = CHECK_PLACES[check.id];
  return (
    <Sheet
      id={`check ${check.id}`}
      title={check.title}
      description={check.bar}
      closeHref={closeHref}
      bar={<StatusBadge mark={checkMark(check)} />}
      footer={<Footer {...{ slug, check, actions, canOverride, canAddRisk, isAutomatic, today }} />}
    >
      <p className="text-sm">{check.statusWhy}</p>
      <Section level={3} title="What was seen">
        {check.latest.length > 0 ? (
          <CheckResults slug={slug} results={check.latest} />
        ) : (
          <p className="text-ink-2 text-sm">{nothingSeen(check)}</p>
        )}
        {place && (
          <p className="mt-2 text-sm">
            <Link href={place.href(slug)} className="underline decoration-line-strong underline-offset-2">
              {place.title}
            </Link>
          </p>
        )}
      </Section>
      <Section level={3} title="What to do">
        <p className="text-sm">
          <WithCode text={check.fix} />
        </p>
        <p className="mt-1.5 text-ink-2 text-sm">{check.why}</p>
        <References references={check.references} />
      </Section>
      <Section level={3} title="Stated by people">
        <Attestations attestations={check.attestations} withdraw={actions.withdrawAttestation} />
      </Section>
      {check.risks.length > 0 && (
        <Section level={3} title="Linked risks">
          <LinkedRisks slug={slug} risks={check.risks} />
        </Section>
      )}
      <Section level={3} title="About">
        <Facts
          facts={[
            {
              label: "Owner",
              value: actions.setOwner ? (
                <OwnerSelect owner={check.owner} people={people} action={actions.setOwner} />
              ) : (
                (check.owner?.name ?? "Nobody yet")
              ),
            },
            { label: "Evidence", value: check.evidenceAt === null ? "None" : <Time iso={check.evidenceAt} /> },
            { label: "Stale after", value: `${check.freshDays} days` },
            { label: "Weight", value: `${check.weight} of 5` },
            {
              label: "Rules",
              value: isAutomatic ? <code className="font-mono text-xs">{check.rules.join(", ")}</code> : "None",
            },
          ]}
        />
      </Section>
      <Section level={3} title="History">
        {isAutomatic && <CheckHistory slug={slug} history={check.history} />}
        <ActivityList activities={check.activities} />
      </Section>
    </Sheet>
  );
}

type FooterProps = Pick<Props, "slug" | "check" | "actions" | "canOverride" | "canAddRisk" | "today"> & {
  isAutomatic: boolean;
};

function Footer({ slug, check, actions, canOverride, canAddRisk, isAutomatic, today }: FooterProps) {
  const { checkAgain, attest, setNotApplicable } = actions;
  if (!checkAgain && !attest && !setNotApplicable && !canAddRisk) return null;
  const canAttest = !check.isRecorded;
  const mayOverride = canOverride && (isAutomatic || check.isRecorded);
  return (
    <>
      {checkAgain && isAutomatic && (
        <ActionButton action={checkAgain} variant="primary" keys="r" keysLabel="Check again">
          Check again <Kbd>R</Kbd>
        </ActionButton>
      )}
      {attest && (canAttest || mayOverride) && (
        <AttestDialog check={check} action={attest} canOverride={mayOverride} today={today} />
      )}
      {canAddRisk && (
        <LinkButton href={paths.newRisk(slug, check.id)} variant="quiet">
          Add risk…
        </LinkButton>
      )}
      {setNotApplicable && <NotApplicableDialog reason={check.notApplicableReason} action={setNotApplicable} />}
    </>
  );
}
