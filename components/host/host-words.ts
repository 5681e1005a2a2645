import type { Verdict } from "#lib/audits/types.ts";

/** "61 days left", "1 day left", "expired 3 days ago". Of what is given in whole days, rounded down: -1 is within a day ago. */
export function daysLeftInWords(daysLeft: number): string {
  const days = Math.floor(daysLeft);
  if (days >= 0) return `${counted(days, "day")} left`;
  return days === -1 ? "expired within the last day" : `expired ${counted(-days - 1, "day")} ago`;
}

const STATUS_WORDS: Readonly<Record<string, string>> = {
  nodata: "no such record",
  nxdomain: "no such name",
  servfail: "server failure",
  refused: "refused to answer",
  timeout: "no answer in time",
  error: "could not be asked",
};

/** How a question ended that brought no record. */
export function answerInWords(status: string): string {
  return STATUS_WORDS[status] ?? status;
}

/** The CN of "CN=example.com, O=…", or else all of what was given. */
export function commonName(distinguishedName: string): string {
  const parts = distinguishedName.split(/[,\n/]/).map((part) => part.trim());
  return parts.find((part) => part.startsWith("CN="))?.slice(3) ?? distinguishedName;
}

/** "301 → 308 → 200" */
export function statusesInWords(hops: readonly { status: number }[]): string {
  return hops.map(({ status }) => status).join(" → ");
}

/** "6 rules pass, 1 does not apply" */
export function quietInWords(verdicts: readonly Verdict[]): string {
  const passes = verdicts.filter((verdict) => verdict === "pass").length;
  const others = verdicts.length - passes;
  const noun = passes > 0 ? "" : others === 1 ? " rule" : " rules";
  const parts = [
    ...(passes > 0 ? [`${passes} ${passes === 1 ? "rule passes" : "rules pass"}`] : []),
    ...(others > 0 ? [`${others}${noun} ${others === 1 ? "does" : "do"} not apply`] : []),
  ];
  return parts.join(", ");
}

export function counted(count: number, word: string): string {
  return `${count} ${word}${count === 1 ? "" : "s"}`;
}
