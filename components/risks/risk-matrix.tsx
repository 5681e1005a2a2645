import { clsx } from "clsx";
import Link from "next/link";
import { Fragment } from "react";
import { paths } from "../paths.ts";
import { type RiskQuery, riskSearch, withFilter } from "./risk-query.ts";

const LEVELS = [1, 2, 3, 4, 5] as const;
const TONES = [
  { from: 15, look: "border-bad-line bg-bad-tint text-bad" },
  { from: 8, look: "border-warn-line bg-warn-tint text-warn" },
  { from: 1, look: "border-line-strong bg-panel text-ink-2" },
] as const;

const toneOf = (score: number) => TONES.find(({ from }) => score >= from)?.look;
const risks = (count: number) => `${count} ${count === 1 ? "risk" : "risks"}`;

type Props = { slug: string; query: RiskQuery; counts: ReadonlyMap<string, number> };

/** Likelihood × impact as a filter: each cell with risks in it leads to them, and the chosen one away again. */
export function RiskMatrix({ slug, query, counts }: Props) {
  const chosen = query.filters.cell;
  return (
    <div className="flex w-full max-w-100 flex-col gap-1.5 pt-1">
      {/* biome-ignore lint/a11y/useSemanticElements: a fieldset is for controls that are sent */}
      <div
        role="group"
        aria-label="Likelihood × impact"
        className="grid grid-cols-[auto_repeat(5,minmax(0,1fr))] gap-1"
      >
        {LEVELS.toReversed().map((likelihood) => (
          <Fragment key={likelihood}>
            <span aria-hidden className="self-center pr-1.5 text-right text-ink-3 text-xs">
              {likelihood === 5 ? "likelihood 5" : likelihood}
            </span>
            {LEVELS.map((impact) => (
              <Cell
                key={impact}
                likelihood={likelihood}
                impact={impact}
                count={counts.get(`${likelihood}x${impact}`) ?? 0}
                isChosen={chosen === `${likelihood}x${impact}`}
                hrefOf={(cell) => paths.risks(slug, riskSearch(withFilter(query, "cell", cell)))}
              />
            ))}
          </Fragment>
        ))}
        <span aria-hidden />
        {LEVELS.map((impact) => (
          <span key={impact} aria-hidden className="text-center text-ink-3 text-xs">
            {impact === 5 ? "impact 5" : impact}
          </span>
        ))}
      </div>
    </div>
  );
}

type CellProps = {
  likelihood: number;
  impact: number;
  count: number;
  isChosen: boolean;
  hrefOf: (cell: string | undefined) => string;
};

function Cell({ likelihood, impact, count, isChosen, hrefOf }: CellProps) {
  const look = clsx(
    "grid min-h-8 place-items-center rounded-md border font-medium text-sm",
    toneOf(likelihood * impact),
  );
  if (count === 0 && !isChosen) return <span aria-hidden className={clsx(look, "opacity-45")} />;
  return (
    <Link
      href={hrefOf(isChosen ? undefined : `${likelihood}x${impact}`)}
      scroll={false}
      prefetch={false}
      aria-label={`Likelihood ${likelihood}, impact ${impact}: ${risks(count)}${isChosen ? ", chosen; show all again" : ""}`}
      aria-current={isChosen ? "true" : undefined}
      className={clsx(
        look,
        "pointer-coarse:min-h-11 hover:brightness-95",
        isChosen && "outline-2 outline-accent outline-solid",
      )}
    >
      {count}
    </Link>
  );
}
