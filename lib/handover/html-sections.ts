import { evidenceOf } from "./html-evidence.ts";
import { frontOf } from "./html-front.ts";
import { orElse, plain, type Section } from "./html-parts.ts";
import { deliverablesOf, glossaryOf, registersOf, signalsOf, signOffsOf, sprintOf } from "./html-registers.ts";
import { decisionsOf, missingOf, registerOf, risksOf } from "./html-risks.ts";
import { stageOf } from "./html-stages.ts";
import { tableOf } from "./html-table.ts";
import { type Markup, markup } from "./markup.ts";
import type { PackView } from "./pack-view.ts";

/** In the order of the pages. */
export function sectionsOf(view: PackView): Section[] {
  return [
    ...frontOf(view),
    ...view.stages.map(stageOf),
    ...signalsOf(view),
    plain("decisions", "Decisions", decisionsOf(view)),
    ...signOffsOf(view),
    plain("risks", "Top ten risks", risksOf(view)),
    ...registersOf(view),
    ...deliverablesOf(view),
    ...sprintOf(view),
    plain("missing", "What is missing", missingOf(view)),
    ...glossaryOf(view),
    plain("evidence", "Appendix A: evidence", evidenceOf(view)),
    plain("register", "Appendix B: risk register", registerOf(view)),
    plain("runs", "Appendix C: audit runs", runsOf(view)),
    plain("readiness", "Appendix D: how readiness adds up", readinessOf(view)),
  ];
}

function runsOf(view: PackView): Markup {
  const rows = view.runs.map((run) => [run.number, run.targets, run.startedBy, run.finished, run.algorithm]);
  const columns = [
    { title: "Run", kind: "n" },
    { title: "Targets", kind: "wide" },
    { title: "Started by" },
    { title: "Finished" },
    { title: "Algorithm" },
  ] as const;
  return orElse(rows, () => tableOf("Audit runs", columns, rows), "No run is cited.");
}

function readinessOf(view: PackView): Markup {
  const rows = view.readinessItems.map((item) => [item.check, item.weight, item.credit, item.why]);
  const columns = [
    { title: "Check", kind: "wide" },
    { title: "Weight", kind: "num" },
    { title: "Earned", kind: "num" },
    { title: "Why", kind: "wide" },
  ] as const;
  return orElse(
    rows,
    () =>
      markup`<p class="soft">Readiness is the share of the weight that is earned, in whole per cent. Checks that do not apply leave the sum.</p>${tableOf("How readiness adds up", columns, rows)}`,
    "Nothing counts yet.",
  );
}
