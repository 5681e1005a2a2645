import type { ResultView, RunView } from "#db/queries/views.ts";
import type { Verdict } from "#lib/audits/types.ts";
import { worstFirst } from "#lib/audits/verdict-order.ts";
import { areaTitle } from "./run-words.ts";

export type RuleRow = { rule: string; result: ResultView | undefined };
export type RuleGroup = { key: string; title: string; rows: RuleRow[]; decided: number };

/** Every rule in its final place from the start: by target, then by area, in the order in which the run lists them. */
export function groupByArea(run: Pick<RunView, "rules" | "targets" | "results">): RuleGroup[] {
  const found = new Map(run.results.map((result) => [`${result.targetId} ${result.rule}`, result]));
  const groups = new Map<string, RuleGroup>();
  for (const target of run.targets) {
    for (const rule of run.rules) {
      const area = areaTitle(rule);
      const key = `${target.id} ${area}`;
      const title = run.targets.length > 1 ? `${new URL(target.url).host} · ${area}` : area;
      const group = groups.get(key) ?? { key, title, rows: [], decided: 0 };
      const result = found.get(`${target.id} ${rule}`);
      group.rows.push({ rule, result });
      if (result) group.decided += 1;
      groups.set(key, group);
    }
  }
  return [...groups.values()];
}

const SECTIONS: readonly { title: string; verdicts: readonly Verdict[]; isOpen: boolean }[] = [
  { title: "Fail", verdicts: ["fail"], isOpen: true },
  { title: "Warn", verdicts: ["warn"], isOpen: true },
  { title: "Could not check", verdicts: ["inconclusive", "error", "not_run"], isOpen: true },
  { title: "Pass", verdicts: ["pass"], isOpen: false },
  { title: "Not applicable", verdicts: ["not_applicable"], isOpen: false },
];

export type VerdictSection = { title: string; isOpen: boolean; results: ResultView[] };

/** What needs somebody first and the worst of it on top, what is fine last and closed. Sections without a result are left out. */
export function groupByVerdict(results: readonly ResultView[]): VerdictSection[] {
  return SECTIONS.map(({ title, verdicts, isOpen }) => ({
    title,
    isOpen,
    results: results.filter(({ verdict }) => verdicts.includes(verdict)).toSorted(worstFirst),
  })).filter((section) => section.results.length > 0);
}
