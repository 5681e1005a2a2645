/** What became of one risk of many. */
export type Outcome = {
  number: number;
  outcome: "decided" | "proposed" | "changed" | "unchanged" | "refused";
  reason: string | null;
};

const NAMED_MAX = 8;

/** "2 deferred. Risk 4 waits for a second person. Risk 9 refused: it is settled already." */
export function outcomesInWords(outcomes: readonly Outcome[], done: string): string {
  const of = (wanted: Outcome["outcome"]) => outcomes.filter(({ outcome }) => outcome === wanted);
  const decided = [...of("decided"), ...of("changed")];
  const refusals = Map.groupBy(of("refused"), ({ reason }) => reason ?? "");
  const sentences = [
    decided.length > 0 && `${counted(decided)} ${done}`,
    waits(of("proposed")),
    of("unchanged").length > 0 && `${counted(of("unchanged"))} as before`,
    ...[...refusals].map(([reason, own]) => `${named(own)} refused: ${plain(reason)}`),
  ];
  return `${sentences.filter(Boolean).join(". ")}.`;
}

function waits(outcomes: readonly Outcome[]): string | false {
  if (outcomes.length === 0) return false;
  return `${named(outcomes)} ${outcomes.length === 1 ? "waits" : "wait"} for a second person`;
}

const counted = (outcomes: readonly Outcome[]) =>
  outcomes.length === 1 ? named(outcomes) : `${outcomes.length} risks`;

/** "Risks 3, 4 and 9". */
function named(outcomes: readonly Outcome[]): string {
  const shown = outcomes.slice(0, NAMED_MAX).map(({ number }) => String(number));
  const rest = outcomes.length - shown.length;
  const last = rest > 0 ? `${rest} more` : shown.pop();
  return `${outcomes.length === 1 ? "Risk" : "Risks"} ${shown.length > 0 ? `${shown.join(", ")} and ${last}` : last}`;
}

const plain = (reason: string) => reason.replace(/\.$/, "").replace(/^./, (first) => first.toLowerCase());
