import type { SignalId, StageId } from "./ids.ts";
import type { Place } from "./place.ts";
import { fromChecks, fromRisks, type Reading, type SignalInput } from "./signal-evidence.ts";
import { SIGNAL_SOURCES, type SignalSource } from "./signal-sources.ts";
import { fromTeam } from "./signal-team.ts";
import { STAGES } from "./stages.ts";

export const SIGNAL_STATES = ["lit", "quiet", "unknown"] as const;
export type SignalState = (typeof SIGNAL_STATES)[number];
export type SignalView = {
  id: SignalId;
  title: string;
  stage: StageId;
  state: SignalState;
  lit: boolean;
  /** One sentence that names the fact. */
  why: string;
  /** Where it is settled. */
  place: Place;
};

/** From the one that decides to the one that has no say. */
const ORDER: readonly SignalState[] = ["lit", "unknown", "quiet"];

/**
 * The 19 signs of a launch going wrong. Any one source can light a signal; it is quiet only when each of them was looked
 * at, lately and in full, and is sound.
 */
export function deriveSignals(input: SignalInput): SignalView[] {
  return STAGES.flatMap((stage) =>
    stage.signals.map(({ id, title }) => {
      const { state, why, place } = worst(readings(id, input));
      return { id, title, stage: stage.id, state, lit: state === "lit", why, place };
    }),
  );
}

/** What the team wrote down first, since it names people; the checks last, as they always have something to say. */
function readings(id: SignalId, input: SignalInput): [Reading, ...Reading[]] {
  const source: SignalSource = SIGNAL_SOURCES[id];
  const others = [fromTeam(id, input), fromRisks(source, input)].filter((reading) => reading !== null);
  const byChecks = fromChecks(source, input);
  const [first, ...rest] = others;
  return first ? [first, ...rest, byChecks] : [byChecks];
}

function worst([first, ...rest]: [Reading, ...Reading[]]): Reading {
  return rest.reduce((soFar, one) => (ORDER.indexOf(one.state) < ORDER.indexOf(soFar.state) ? one : soFar), first);
}
