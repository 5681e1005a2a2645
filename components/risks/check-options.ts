import { STAGES } from "#lib/roadmap/stages.ts";

/** The 35 checks for a choice, in the order of the roadmap. */
export const CHECK_OPTIONS = STAGES.flatMap((stage) =>
  stage.checks.map(({ id, title }) => ({ value: id, label: `${stage.order} ${title}` })),
);
