import Link from "next/link";
import type { FormAction } from "#components/ui/action.ts";
import { ActionForm } from "#components/ui/action-form.tsx";
import { type Fact, Facts } from "#components/ui/facts.tsx";
import { SelectField } from "#components/ui/field.tsx";
import { OwnerSelect } from "#components/ui/owner-select.tsx";
import type { PersonView, RiskDetail } from "#db/queries/views.ts";
import { day } from "#lib/handover/view-words.ts";
import { SEVERITIES } from "#lib/roadmap/ids.ts";
import { CHECKS } from "#lib/roadmap/stages.ts";
import { paths } from "../paths.ts";
import { FocusKey } from "./focus-key.tsx";
import { locationWords } from "./risk-source.tsx";
import { decisionSentence } from "./risk-words.ts";

type Props = {
  slug: string;
  risk: RiskDetail;
  people: readonly PersonView[];
  /** For those who may change it. */
  update: FormAction | undefined;
};

/** Decision, owner, exposure and dates, each where it can be changed as a field. */
export function RiskFacts({ slug, risk, people, update }: Props) {
  const { decision, owner, likelihood, impact, dueAt, checkId, targetUrl, tool, location } = risk;
  const facts: (Fact | false)[] = [
    { label: "Treatment", value: decision === null ? "Undecided" : decisionSentence(decision) },
    decision !== null && { label: "Reason", value: decision.reason },
    decision !== null &&
      decision.compensatingControl !== "" && { label: "Until then", value: decision.compensatingControl },
    decision?.owner != null &&
      decision.owner.id !== owner?.id && { label: "Answers for it", value: decision.owner.name },
    { label: "Owner", value: update ? <OwnerField {...{ owner, people, update }} /> : (owner?.name ?? "Nobody yet") },
    { label: "Severity", value: update && risk.isManual ? <SeverityField {...{ risk, update }} /> : risk.severity },
    { label: "Likelihood × impact", value: `${likelihood} × ${impact}` },
    { label: "Due", value: dueAt === null ? "No date" : day(dueAt) },
    {
      label: "Check",
      value: (
        <Link href={paths.board(slug, { check: checkId })} className="underline underline-offset-2">
          {CHECKS[checkId].title}
        </Link>
      ),
    },
    targetUrl !== null && { label: "Target", value: targetUrl },
    tool !== null && { label: "Found by", value: tool },
    tool !== null &&
      risk.rule !== null && { label: "Rule", value: <code className="font-mono text-xs">{risk.rule}</code> },
    location !== null && {
      label: "Place",
      value: <code className="font-mono text-xs [overflow-wrap:anywhere]">{locationWords(location)}</code>,
    },
  ];
  return <Facts facts={facts.filter((fact) => fact !== false)} />;
}

function OwnerField({
  owner,
  people,
  update,
}: Pick<Props, "people"> & { owner: PersonView | null; update: FormAction }) {
  return (
    <>
      <OwnerSelect owner={owner} people={people} action={update} />
      <FocusKey keys="o" label="Owner" selector="select[name=ownerId]" />
    </>
  );
}

function SeverityField({ risk, update }: { risk: RiskDetail; update: FormAction }) {
  return (
    <>
      <ActionForm action={update} isInstant success="Severity changed.">
        <SelectField
          key={risk.severity}
          name="severity"
          label="Severity"
          isLabelHidden
          defaultValue={risk.severity}
          options={SEVERITIES.map((value) => ({ value, label: value }))}
          className="max-w-56"
        />
      </ActionForm>
      <FocusKey keys="s" label="Severity" selector="select[name=severity]" />
    </>
  );
}
