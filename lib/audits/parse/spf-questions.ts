import type { DnsQuestion } from "../observation.ts";
import { settle } from "./dns-answers.ts";
import { isQueryable, unescapeText } from "./dns-name.ts";
import { effectiveRedirect, hostOf, isSpfRecord, parseSpf, reachedTerms, type SpfTerm } from "./spf.ts";
import { SPF_NAMES_MAX } from "./spf-session.ts";
import type { SpfQuestion } from "./spf-steps.ts";
import { strangerName } from "./spf-stranger.ts";

const bothFamilies = (name: string): SpfQuestion[] => [
  { name, type: "A" },
  { name, type: "AAAA" },
];

const QUESTIONS: Partial<Record<SpfTerm["mechanism"], (value: string, domain: string) => SpfQuestion[]>> = {
  include: (value, domain) => [{ name: strangerName(value.slice(1), domain), type: "TXT" }],
  a: (value, domain) => bothFamilies(strangerName(hostOf(value).spec, domain)),
  mx: (value, domain) => [{ name: strangerName(hostOf(value).spec, domain), type: "MX" }],
  exists: (value, domain) => [{ name: strangerName(value.slice(1), domain), type: "A" }],
};

/** What a receiver asks next, once it has this answer. Names with macros are those of a stranger's mail. */
export function nextQuestions(question: DnsQuestion): SpfQuestion[] {
  return allQuestions(question).filter(({ name }) => isQueryable(name));
}

function allQuestions(question: DnsQuestion): SpfQuestion[] {
  const settled = settle(question);
  if (settled.state !== "found") return [];
  if (question.type === "MX") {
    const hosts = settled.records.map((record) => record.replace(/^\d+ /, "").replace(/\.$/, "").toLowerCase());
    return hosts.slice(0, SPF_NAMES_MAX).flatMap(bothFamilies);
  }
  if (question.type !== "TXT") return [];
  const [text, ...more] = settled.records.map(unescapeText).filter(isSpfRecord);
  const record = text !== undefined && more.length === 0 ? parseSpf(text) : undefined;
  if (!record?.ok) return [];
  const asked = reachedTerms(record).flatMap(
    ({ mechanism, value }) => QUESTIONS[mechanism]?.(value, question.name) ?? [],
  );
  const redirect = effectiveRedirect(record);
  return redirect === null ? asked : [...asked, { name: strangerName(redirect, question.name), type: "TXT" }];
}
