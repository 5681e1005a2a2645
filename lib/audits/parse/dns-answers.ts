import type { DnsQuestion } from "../observation.ts";
import type { Evidence } from "../types.ts";

/** What a question came to. `unanswered`: no resolver gave an answer to rest a verdict on. */
export type Settled = { state: "found"; records: readonly string[] } | { state: "nodata" | "nxdomain" | "unanswered" };

const CONCLUSIVE = new Set(["ok", "nodata", "nxdomain"]);

export function conclusiveAnswers(question: DnsQuestion): DnsQuestion["answers"] {
  return question.answers.filter((answer) => CONCLUSIVE.has(answer.status));
}

/** The first resolver's records win: a mix of an old and a new answer would show records that never stood together. */
export function settle(question: DnsQuestion): Settled {
  const answers = conclusiveAnswers(question);
  const found = answers.find((answer) => answer.status === "ok" && answer.records.length > 0);
  if (found) return { state: "found", records: found.records };
  if (answers.some((answer) => answer.status !== "nxdomain")) return { state: "nodata" };
  return { state: answers.length > 0 ? "nxdomain" : "unanswered" };
}

/** One piece of evidence per resolver. */
export function answerEvidence(question: DnsQuestion): Evidence[] {
  return question.answers.map(({ resolver, status, records }) => ({
    label: `${question.type} ${question.name} @${resolver}`,
    value: records.length > 0 ? records.join(", ") : status,
  }));
}
