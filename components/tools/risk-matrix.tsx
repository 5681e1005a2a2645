import { clsx } from "clsx";
import Link from "next/link";
import { paths, query } from "#components/paths.ts";
import { StateIcon } from "#components/ui/state-icon.tsx";
import { SEVERITY_MARKS } from "#lib/handover/view-words.ts";
import { scoreOf, severityAt } from "#lib/roadmap/exposure.ts";
import { LEVELS, type RiskQuery } from "#lib/roadmap/tools/risk-score.ts";

const TINTS = {
  ok: "bg-ok-tint",
  warn: "bg-warn-tint",
  bad: "bg-bad-tint",
  mute: "bg-sunk",
} as const;

/** Every score there is, each cell its own address. */
export function RiskMatrix({ chosen }: { chosen: RiskQuery }) {
  return (
    <table className="w-full max-w-[34rem] table-fixed border-separate border-spacing-1 text-sm">
      <caption className="pb-1 text-left text-ink-3 text-xs">
        Likelihood downwards, impact across. Each cell says the score and the severity that it suggests.
      </caption>
      <thead>
        <tr>
          <th scope="col" className="w-14 text-left font-medium text-ink-3 text-xs">
            <span className="sr-only">Likelihood</span>
          </th>
          {LEVELS.map((impact) => (
            <th key={impact} scope="col" className="font-medium text-ink-3 text-xs">
              <span className="sr-only">Impact </span>
              {impact}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {LEVELS.toReversed().map((likelihood) => (
          <tr key={likelihood}>
            <th scope="row" className="text-left font-medium text-ink-3 text-xs">
              <span className="sr-only">Likelihood </span>
              {likelihood}
            </th>
            {LEVELS.map((impact) => (
              <td key={impact}>
                <Cell likelihood={likelihood} impact={impact} chosen={chosen} />
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function Cell({ likelihood, impact, chosen }: { likelihood: number; impact: number; chosen: RiskQuery }) {
  const mark = SEVERITY_MARKS[severityAt({ likelihood, impact })];
  const isChosen = chosen.likelihood === likelihood && chosen.impact === impact;
  const severity = chosen.severity ?? undefined;
  return (
    <Link
      href={`${paths.tool("risk-score")}${query({ likelihood, impact, severity })}`}
      scroll={false}
      prefetch={false}
      aria-current={isChosen ? "true" : undefined}
      className={clsx(
        "flex min-h-11 flex-col items-center justify-center rounded-md border",
        TINTS[mark.tone],
        isChosen
          ? "border-accent font-semibold outline-2 outline-accent"
          : "border-transparent hover:border-line-strong",
      )}
    >
      <span className="flex items-center gap-1">
        <StateIcon mark={mark} size={12} isDecorative />
        {scoreOf({ likelihood, impact })}
      </span>
      <span className="text-2xs text-ink-2 max-sm:sr-only">{mark.word}</span>
    </Link>
  );
}
