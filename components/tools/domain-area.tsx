import { ChevronRight } from "lucide-react";
import { ResultExplanation } from "#components/audits/result-explanation.tsx";
import { AREA_NOTES, AREA_TITLES } from "#components/domains/area-words.ts";
import { quietInWords } from "#components/host/host-words.ts";
import { Chip } from "#components/ui/chip.tsx";
import { Section } from "#components/ui/section.tsx";
import { StateIcon } from "#components/ui/state-icon.tsx";
import type { Verdict } from "#lib/audits/types.ts";
import { SEVERITY_MARKS, VERDICT_MARKS } from "#lib/handover/view-words.ts";
import { ruleText } from "#lib/roadmap/rule-texts/index.ts";
import type { DomainArea, DomainResult } from "#lib/roadmap/tools/read-domain.ts";

const QUIET: readonly Verdict[] = ["pass", "not_applicable"];

/** Of a rule's explanation on the page. */
export const anchorOf = (rule: string) => rule.replace("/", "-");

/** One area, worst first; what passes or does not apply is folded into one line. */
export function DomainAreaSection({ area, results }: DomainArea) {
  const open = results.filter(({ verdict }) => !QUIET.includes(verdict));
  const quiet = results.filter(({ verdict }) => QUIET.includes(verdict));
  return (
    <Section title={AREA_TITLES[area]} note={AREA_NOTES[area]} anchor={area}>
      <div className="overflow-hidden rounded-xl border border-line bg-panel">
        {open.map((result) => (
          <ResultLine key={result.rule} result={result} />
        ))}
        {quiet.length > 0 && (
          <details className="group/quiet border-line border-t first:border-t-0">
            <summary className="flex min-h-9 items-center gap-2.5 bg-sunk px-3 py-1.5 text-ink-2 text-sm pointer-coarse:min-h-11">
              <ChevronRight size={15} aria-hidden className="text-ink-3 group-open/quiet:rotate-90" />
              {quietInWords(quiet.map(({ verdict }) => verdict))}
            </summary>
            {quiet.map((result) => (
              <ResultLine key={result.rule} result={result} />
            ))}
          </details>
        )}
      </div>
    </Section>
  );
}

function ResultLine({ result }: { result: DomainResult }) {
  const isFault = result.verdict === "fail" || result.verdict === "warn";
  const { tone, word } = SEVERITY_MARKS[result.severity];
  return (
    <details className="border-line border-t first:border-t-0">
      <summary className="grid min-h-9 cursor-pointer list-none grid-cols-[18px_minmax(0,1fr)_auto] items-start gap-x-2.5 px-3 py-2 text-sm hover:bg-sunk pointer-coarse:min-h-11">
        <StateIcon mark={VERDICT_MARKS[result.verdict]} className="mt-0.5" />
        <span className="min-w-0 [overflow-wrap:anywhere]">
          <span className="font-medium">{ruleText(result.rule)?.title ?? result.rule}</span>
          <span className="block text-ink-2">{result.summary}</span>
        </span>
        {isFault && <Chip tone={tone}>{word.toLowerCase()}</Chip>}
      </summary>
      {/* Within, so that a link to it opens the line. */}
      <div id={anchorOf(result.rule)} className="scroll-mt-20">
        <ResultExplanation result={result} />
      </div>
    </details>
  );
}
