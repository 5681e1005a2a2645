/** What telling how a risk is decided takes of it. */
type Weighed = {
  /** The newest one that was decided. */
  decision: { isExpired: boolean; isInForce: boolean } | null;
  /** The newest one that waits. */
  proposal: object | null;
};

/**
 * `decided`: a decision is in force. `lapsed`: its end has passed, so the risk counts in full again. `needs_second`: the
 * one there is takes another person. `waiting`: somebody asked for one. `undecided`: nobody has.
 */
export type DecisionStanding = "decided" | "lapsed" | "needs_second" | "waiting" | "undecided";

export function decisionStanding({ decision, proposal }: Weighed): DecisionStanding {
  if (decision?.isInForce) return "decided";
  if (proposal) return "waiting";
  if (!decision) return "undecided";
  return decision.isExpired ? "lapsed" : "needs_second";
}
