import type { Metadata } from "next";
import { paths } from "#components/paths.ts";
import { CalculatorForm } from "#components/tools/calculator-form.tsx";
import { LevelChoices } from "#components/tools/level-choices.tsx";
import { RiskAnswer, RiskOrder } from "#components/tools/risk-answer.tsx";
import { RiskMatrix } from "#components/tools/risk-matrix.tsx";
import { SEVERITY_CHOICES } from "#components/tools/risk-words.ts";
import { ToolPage } from "#components/tools/tool-page.tsx";
import { SelectField } from "#components/ui/field.tsx";
import { Section } from "#components/ui/section.tsx";
import type { QueryValues } from "#lib/roadmap/tools/query-values.ts";
import { readRiskQuery, scoreRisk } from "#lib/roadmap/tools/risk-score.ts";

export const metadata: Metadata = { title: "How bad is this risk?" };

export default async function RiskScorePage({ searchParams }: { searchParams: Promise<QueryValues> }) {
  const asked = readRiskQuery(await searchParams);
  const risk = scoreRisk(asked, new Date());
  return (
    <ToolPage
      crumb="Risk score"
      title="How bad is this risk?"
      lede="Likelihood × impact, as the risk register of each project scores it. The answer is in the address of this page, to be sent to somebody."
      answer={<RiskAnswer asked={asked} risk={risk} />}
      form={
        <CalculatorForm key={JSON.stringify(asked)} action={paths.tool("risk-score")} submit="Score it">
          <LevelChoices name="likelihood" legend="How likely is it?" chosen={asked.likelihood} />
          <LevelChoices name="impact" legend="How bad would it be?" chosen={asked.impact} />
          <SelectField
            name="severity"
            label="Severity"
            options={SEVERITY_CHOICES}
            defaultValue={asked.severity ?? "suggested"}
            hint="The register ranks by severity first. Findings of an audit bring their own."
          />
        </CalculatorForm>
      }
    >
      <Section title="All scores">
        <RiskMatrix chosen={asked} />
      </Section>
      <RiskOrder order={risk.order} />
    </ToolPage>
  );
}
