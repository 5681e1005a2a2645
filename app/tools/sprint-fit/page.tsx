import type { Metadata } from "next";
import { SprintAnswer, SprintStages } from "#components/tools/sprint-answer.tsx";
import { SprintForm } from "#components/tools/sprint-form.tsx";
import { ToolPage } from "#components/tools/tool-page.tsx";
import type { QueryValues } from "#lib/roadmap/tools/query-values.ts";
import { fitSprint, readSprintQuery } from "#lib/roadmap/tools/sprint-fit.ts";

export const metadata: Metadata = { title: "Which sprint fits?" };

export default async function SprintFitPage({ searchParams }: { searchParams: Promise<QueryValues> }) {
  const asked = readSprintQuery(await searchParams);
  const fit = fitSprint(asked);
  return (
    <ToolPage
      crumb="Sprint fit"
      title="Which sprint fits?"
      lede="The 48-hour sprint goes through seven stages. Five questions say whether yours needs all of it, some stages, or something else first."
      answer={<SprintAnswer fit={fit} />}
      form={<SprintForm asked={asked} />}
    >
      <SprintStages fit={fit} />
    </ToolPage>
  );
}
