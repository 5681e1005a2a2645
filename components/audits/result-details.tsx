import Link from "next/link";
import type { ResultView } from "#db/queries/views.ts";
import { VERDICT_MARKS } from "#lib/handover/view-words.ts";
import { ruleText } from "#lib/roadmap/rule-texts/index.ts";
import { paths } from "../paths.ts";
import { Chip } from "../ui/chip.tsx";
import { StateIcon } from "../ui/state-icon.tsx";
import { ResultExplanation } from "./result-explanation.tsx";

const SEVERE: readonly ResultView["severity"][] = ["critical", "high"];

type Props = {
  slug: string;
  result: ResultView;
  host?: string | undefined;
  /** The result of the run before, where there is one to compare with. */
  before?: ResultView | null | undefined;
};

/** One verdict as a line; opened, what it rests on and what to do. */
export function ResultDetails({ slug, result, host, before }: Props) {
  const title = ruleText(result.rule)?.title ?? result.rule;
  const hasChanged = before && before.verdict !== result.verdict;
  return (
    <details className="group border-line border-t first:border-t-0">
      <summary className="grid min-h-9 cursor-pointer list-none grid-cols-[18px_minmax(0,1fr)_auto] items-center gap-x-2.5 px-3 py-1.5 text-sm hover:bg-sunk sm:grid-cols-[18px_220px_minmax(0,1fr)_auto] lg:grid-cols-[18px_280px_minmax(0,1fr)_auto]">
        <StateIcon mark={VERDICT_MARKS[result.verdict]} />
        <span className="font-medium">{title}</span>
        <span className="truncate text-ink-2 max-sm:col-start-2">
          {host && <span className="text-ink-3">{host}: </span>}
          {result.summary}
        </span>
        <span className="flex gap-1.5 max-sm:col-start-3 max-sm:row-start-1">
          {hasChanged && <Chip>was {VERDICT_MARKS[before.verdict].word.toLowerCase()}</Chip>}
          {result.verdict === "fail" && (
            <Chip tone={SEVERE.includes(result.severity) ? "bad" : "warn"}>{result.severity}</Chip>
          )}
        </span>
      </summary>
      <ResultExplanation result={result}>
        {result.riskNumber !== null && (
          <Link href={paths.risk(slug, result.riskNumber)} className="underline underline-offset-2">
            Risk {result.riskNumber}
          </Link>
        )}
      </ResultExplanation>
    </details>
  );
}
