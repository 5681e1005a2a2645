import type { PersonView, RiskView } from "#db/queries/views.ts";
import { CHECK_IDS, SEVERITIES, STAGE_IDS } from "#lib/roadmap/ids.ts";
import { CHECKS, STAGES } from "#lib/roadmap/stages.ts";
import { saysAll } from "./risk-search.ts";
import { isUnsettled } from "./risk-views.ts";

export const FILTER_NAMES = ["q", "severity", "stage", "check", "owner", "decision", "source", "cell"] as const;
export type FilterName = (typeof FILTER_NAMES)[number];
/** As they stand in the address; only what `isValid` lets through. */
export type RiskFilters = Partial<Record<FilterName, string>>;

export const NOBODY = "nobody";
const TOOL = "tool:";
const QUERY_MAX = 100;

type Filter = {
  title: string;
  isValid: (value: string) => boolean;
  matches: (risk: RiskView, value: string) => boolean;
  /** The value in words, for the chip that takes it away. */
  words: (value: string, people: readonly PersonView[]) => string;
};

export const DECISION_TITLES: Record<string, string> = {
  undecided: "Undecided",
  waiting: "Waits for approval",
  fix_now: "Fix now",
  defer: "Deferred",
  accept: "Accepted",
  ended: "Ended",
};
const SOURCE_TITLES: Record<string, string> = { audit: "Our audits", hand: "Added by hand" };

const listed = (value: string) => value.split(",");
const isOneOf = (ids: readonly string[]) => (value: string) => ids.includes(value);

function decisionState({ decision, proposal }: RiskView): string[] {
  const waits = proposal === null ? [] : ["waiting"];
  if (decision === null) return ["undecided", ...waits];
  if (decision.isInForce) return [decision.treatment, ...waits];
  return [...(decision.isExpired ? ["ended"] : []), "undecided", ...waits];
}

/** Where a risk came from, as the address names it. */
export function sourceOf({ tool, isManual }: Pick<RiskView, "tool" | "isManual">): string {
  if (tool !== null) return `${TOOL}${tool}`;
  return isManual ? "hand" : "audit";
}
export const sourceWords = (source: string) => SOURCE_TITLES[source] ?? source.replace(TOOL, "");

export const FILTERS: Record<FilterName, Filter> = {
  q: {
    title: "Text",
    isValid: (value) => value.trim() !== "" && value.length <= QUERY_MAX,
    matches: saysAll,
    words: (value) => `“${value}”`,
  },
  severity: {
    title: "Severity",
    isValid: (value) => listed(value).every(isOneOf(SEVERITIES)),
    matches: ({ severity }, value) => listed(value).includes(severity),
    words: (value) => listed(value).join(" or "),
  },
  stage: {
    title: "Stage",
    isValid: isOneOf(STAGE_IDS),
    matches: ({ stage }, value) => stage === value,
    words: (value) => STAGES.find(({ id }) => id === value)?.shortTitle ?? value,
  },
  check: {
    title: "Check",
    isValid: isOneOf(CHECK_IDS),
    matches: ({ checkId }, value) => checkId === value,
    words: (value) => CHECK_IDS.filter((id) => id === value).map((id) => CHECKS[id].title)[0] ?? value,
  },
  owner: {
    title: "Owner",
    isValid: (value) => /^[\w-]{1,64}$/.test(value),
    matches: ({ owner }, value) => (owner?.id ?? NOBODY) === value,
    words: (value, people) =>
      value === NOBODY ? "nobody" : (people.find(({ id }) => id === value)?.name ?? "a former member"),
  },
  decision: {
    title: "Decision",
    isValid: (value) => Object.hasOwn(DECISION_TITLES, value),
    matches: (risk, value) => isUnsettled(risk) && decisionState(risk).includes(value),
    words: (value) => DECISION_TITLES[value]?.toLowerCase() ?? value,
  },
  source: {
    title: "Source",
    isValid: (value) => Object.hasOwn(SOURCE_TITLES, value) || (value.startsWith(TOOL) && value.length <= QUERY_MAX),
    matches: (risk, value) => sourceOf(risk) === value,
    words: (value) => sourceWords(value),
  },
  cell: {
    title: "Likelihood × impact",
    isValid: (value) => /^[1-5]x[1-5]$/.test(value),
    matches: (risk, value) => cellOf(risk) === value,
    words: (value) => value.replace("x", " × "),
  },
};

/** "4x5": likelihood, then impact. */
export const cellOf = ({ likelihood, impact }: Pick<RiskView, "likelihood" | "impact">) => `${likelihood}x${impact}`;

export function matchesFilters(risk: RiskView, filters: RiskFilters, except?: FilterName): boolean {
  return FILTER_NAMES.every((name) => {
    const value = filters[name];
    return value === undefined || name === except || FILTERS[name].matches(risk, value);
  });
}
