import { Section } from "#components/ui/section.tsx";
import { Table, Td, Th } from "#components/ui/table.tsx";
import type { Board } from "#db/queries/views.ts";
import { SPRINT_HOURS, sprintPlan } from "#lib/roadmap/sprint-plan.ts";
import { windowWords } from "./sprint-words.ts";

const DONE = ["verified", "attested", "overridden", "not_applicable"];

/** How many checks of the stage a sprint would have to deliver. */
function openIn(stage: Board["stages"][number]): number {
  return stage.checks.filter(({ status }) => !DONE.includes(status)).length;
}

export function openChecks(stages: Board["stages"]): number {
  return stages.reduce((sum, stage) => sum + openIn(stage), 0);
}

/** What a sprint is, and its plan with what is open here. */
export function SprintBefore({ stages }: { stages: Board["stages"] }) {
  return (
    <Section title={`The ${SPRINT_HOURS} hours`} note="What each window delivers, and what is open here now">
      <div className="rounded-xl border border-line bg-panel px-1.5 pb-1">
        <Table caption="The plan of a sprint" className="max-md:block">
          <thead className="max-md:sr-only">
            <tr>
              <Th>Hours</Th>
              <Th>Stage</Th>
              <Th>Work</Th>
              <Th className="text-right">Open</Th>
            </tr>
          </thead>
          <tbody className="max-md:block">
            {sprintPlan().map(({ stage, title, from, to, work }) => {
              const own = stages.find(({ id }) => id === stage);
              const open = own ? openIn(own) : 0;
              return (
                <tr
                  key={stage}
                  className="max-md:grid max-md:grid-cols-[1fr_auto] max-md:gap-x-3 max-md:border-line max-md:border-b max-md:px-2.5 max-md:py-2.5 last:border-b-0 last:*:border-b-0"
                >
                  <Td className="whitespace-nowrap text-ink-3 tabular-nums max-md:order-1 max-md:border-0 max-md:p-0">
                    {windowWords(from, to)}
                  </Td>
                  <th
                    scope="row"
                    className="border-line border-b px-2.5 py-2 text-left font-medium max-md:order-0 max-md:border-0 max-md:p-0"
                  >
                    {title}
                  </th>
                  <Td className="text-ink-2 max-md:order-2 max-md:col-span-2 max-md:border-0 max-md:p-0">{work}</Td>
                  <Td className="whitespace-nowrap text-ink-2 tabular-nums max-md:order-3 max-md:col-span-2 max-md:border-0 max-md:p-0 md:text-right">
                    {open === 0 ? "all done" : `${open} of ${own?.checks.length ?? 0}`}
                    <span className="md:sr-only"> {open === 0 ? "" : "open"}</span>
                  </Td>
                </tr>
              );
            })}
          </tbody>
        </Table>
      </div>
    </Section>
  );
}
