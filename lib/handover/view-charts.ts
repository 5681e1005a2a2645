import { counted, inWords, listed } from "#lib/roadmap/words.ts";
import type { HandoverModel } from "./model.ts";
import { day } from "./view-words.ts";

const SIDE = 5;
/** Likelihood × impact from which a field of the matrix is coloured, as the register colours it. */
const HOT = 15;
const WARM = 8;

/** Readiness over time as shares of the chart's width and height. */
export function readinessChart({ points }: HandoverModel) {
  const [first, last] = [points.at(0), points.at(-1)];
  if (!first || !last || points.length < 2) return null;
  const [start, end] = [Date.parse(first.at), Date.parse(last.at)];
  const span = Math.max(1, end - start);
  const round = (value: number) => Math.round(value * 10_000) / 10_000;
  return {
    line: points.map(({ at, score }) => [round((Date.parse(at) - start) / span), round(1 - score / 100)] as const),
    from: day(first.at),
    to: day(last.at),
    first: String(first.score),
    last: String(last.score),
    alt: `Readiness went from ${first.score} of 100 on ${day(first.at)} to ${last.score} on ${day(last.at)}, over ${counted(points.length, "point")}; lowest ${Math.min(...points.map(({ score }) => score))}, highest ${Math.max(...points.map(({ score }) => score))}.`,
  };
}

/** Observations of each stage by verdict, as shares of the longest bar. */
export function verdictChart(model: HandoverModel) {
  const longest = Math.max(0, ...model.verdicts.map(({ pass, warn, fail, open }) => pass + warn + fail + open));
  if (longest === 0) return null;
  const bars = model.stages.flatMap((stage) => {
    const counts = model.verdicts.find((one) => one.stage === stage.id);
    if (!counts) return [];
    const parts = [
      { tone: "bad", count: counts.fail },
      { tone: "warn", count: counts.warn },
      { tone: "mute", count: counts.open },
      { tone: "ok", count: counts.pass },
    ].filter(({ count }) => count > 0);
    const words = [
      counts.fail > 0 ? `${counts.fail} failing` : "",
      counts.warn > 0 ? `${counts.warn} with a warning` : "",
      counts.open > 0 ? `${counts.open} undecided` : "",
      counts.pass > 0 ? `${counts.pass} passing` : "",
    ].filter((word) => word !== "");
    return [
      {
        stage: `${stage.order} ${stage.title}`,
        parts: parts.map(({ tone, count }) => ({ tone, share: count / longest })),
        text: words.length === 0 ? "Nothing observed" : words.join(", "),
      },
    ];
  });
  return { bars, alt: `Observations by stage. ${bars.map(({ stage, text }) => `${stage}: ${text}`).join(". ")}.` };
}

/** How many risks have which likelihood and impact; the first row is the highest likelihood. */
export function riskMatrix({ risks }: HandoverModel) {
  if (risks.length === 0) return null;
  const sides = Array.from({ length: SIDE }, (_, index) => index + 1);
  const rows = sides.toReversed().map((likelihood) => ({
    likelihood: String(likelihood),
    cells: sides.map((impact) => {
      const count = risks.filter((risk) => risk.likelihood === likelihood && risk.impact === impact).length;
      const weight = likelihood * impact;
      return {
        count: count === 0 ? "" : String(count),
        tone: weight >= HOT ? "bad" : weight >= WARM ? "warn" : "mute",
      };
    }),
  }));
  const hot = risks.filter(({ likelihood, impact }) => likelihood * impact >= HOT).length;
  const filled = sides.toReversed().flatMap((likelihood) =>
    sides.toReversed().flatMap((impact) => {
      const count = risks.filter((risk) => risk.likelihood === likelihood && risk.impact === impact).length;
      return count === 0 ? [] : [`${inWords(count)} at likelihood ${likelihood} and impact ${impact}`];
    }),
  );
  return {
    rows,
    impacts: sides.map(String),
    alt: `Of ${counted(risks.length, "risk")}, ${inWords(hot)} ${hot === 1 ? "is" : "are"} both likely and harmful: ${listed(filled)}.`,
  };
}
