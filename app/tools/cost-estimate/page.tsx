import type { Metadata } from "next";
import { CostAnswer, CostAssumptions, CostFormula, CostStages } from "#components/tools/cost-answer.tsx";
import { CostForm } from "#components/tools/cost-form.tsx";
import { ToolPage } from "#components/tools/tool-page.tsx";
import { estimateCost, readCostQuery } from "#lib/roadmap/tools/cost.ts";
import type { QueryValues } from "#lib/roadmap/tools/query-values.ts";

export const metadata: Metadata = { title: "What will it cost to be ready?" };

export default async function CostEstimatePage({ searchParams }: { searchParams: Promise<QueryValues> }) {
  const asked = readCostQuery(await searchParams);
  const estimate = estimateCost(asked);
  return (
    <ToolPage
      crumb="Cost estimate"
      title="What will it cost to be ready?"
      lede="A range, from your own numbers. All of them are in the address of this page; each begins as an example that is nobody's price."
      answer={<CostAnswer asked={asked} estimate={estimate} />}
      form={<CostForm asked={asked} />}
    >
      <CostStages stages={estimate.stages} />
      <CostFormula asked={asked} estimate={estimate} />
      <CostAssumptions asked={asked} />
    </ToolPage>
  );
}
