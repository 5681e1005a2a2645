import { GUARDS } from "./guards.ts";
import type { CheckId, Severity } from "./ids.ts";
import { OVERBUILD_WORDS } from "./overbuild-words.ts";

/** What of a risk tells whether it is a wish that can wait. */
export type OverbuildQuestion = {
  title: string;
  description: string;
  /** Of the scanner, ours or another, that found it; null for one that a person wrote. */
  rule: string | null;
  checkId: CheckId;
  severity: Severity;
};

export type OverbuildProposal = {
  guardId: string;
  title: string;
  /** Fit to be the reason of a deferral. */
  why: string;
  revisit: string;
  reviewInDays: number;
};

/** Titles are longer in no place that risks come from; what is beyond is not read. */
const READ_MAX = 300;

/** What tells of harm that is there now, however the wish beside it is called. */
const HARM =
  /\b(?:leak(?:s|ed|ing)?|expos(?:e|es|ed|ing|ure)|bypass(?:es|ed|ing)?|vulnerab(?:le|ility|ilities)|breach(?:es|ed)?|stolen|compromised|escalat(?:es|ion)|unauthori[sz]ed|unauthenticated|cve-\d{4})\b/i;

/** Of our own rules: each of them looks at a fault that the bar names, so none is ever a wish. */
const OWN_RULE = /^(?:edge|dns|mail)\//;

/**
 * Whether a risk is one of the seven things that a young product should put off, and the reason to give. Said rather too
 * seldom: a proposal that talks somebody out of a repair costs more than one that is missing. So only the title can name
 * the thing, any word of harm silences it, and what a scanner weighed high or critical is a finding whatever it is called.
 * A person's own weight does not count: what is not to be overbuilt is often written down as urgent.
 */
export function proposeFor(risk: OverbuildQuestion): OverbuildProposal | null {
  if (isFound(risk) || HARM.test(head(risk.title)) || HARM.test(head(risk.description))) return null;
  const guard = GUARDS.find(({ id }) => isNamed(id, risk));
  if (!guard) return null;
  const { id, title, why, revisit } = guard;
  return { guardId: id, title, why, revisit, reviewInDays: OVERBUILD_WORDS[id]?.reviewInDays ?? 90 };
}

function isFound({ rule, severity }: OverbuildQuestion): boolean {
  return rule !== null && (OWN_RULE.test(rule) || severity === "critical" || severity === "high");
}

function isNamed(guardId: string, { title, checkId }: OverbuildQuestion): boolean {
  const words = OVERBUILD_WORDS[guardId];
  if (!words || words.neverOf.includes(checkId)) return false;
  const read = head(title);
  return words.names.some((name) => name.test(read)) && !words.unless?.test(read);
}

function head(text: string): string {
  return text.slice(0, READ_MAX).replace(/\s+/g, " ");
}
