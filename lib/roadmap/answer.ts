import { ago, dayOf } from "./age.ts";
import type { RankedRisk } from "./blockers.ts";
import type { GateItemView, GateView } from "./gate.ts";
import { GATE_ITEMS } from "./gate-items.ts";
import type { GateId } from "./ids.ts";
import { capitalised, counted, inWords } from "./words.ts";

/** One thing that stands in the way, to be linked. */
export type Obstacle =
  | { kind: "risk"; number: number; title: string }
  | { kind: "gate"; gateId: GateId; title: string };

export type LaunchAnswer = { ready: boolean; headline: string; lede: string; obstacles: Obstacle[] };

/** What the answer rests on. Without `now` it says days and no ages, as what is kept must. */
export type AnswerBasis = { lastFinishedAt: string | null; now: Date | null };

type Blocker = Pick<RankedRisk, "number" | "title" | "checkId">;

/** "Can we launch?" in words. Ready only when every applying item of the gate holds and no risk blocks. */
export function answerLaunch(gate: GateView, blockers: readonly Blocker[], basis: AnswerBasis): LaunchAnswer {
  const obstacles = findObstacles(gate, blockers);
  const ready = obstacles.length === 0 && gate.total > 0 && gate.held === gate.total;
  return { ready, headline: headline(ready, gate, obstacles), lede: lede(gate, blockers.length, basis), obstacles };
}

/** The blocking risks, then the gate items that no such risk already stands for. */
function findObstacles(gate: GateView, blockers: readonly Blocker[]): Obstacle[] {
  const explained = new Set(
    GATE_ITEMS.filter(({ checks }) => blockers.some(({ checkId }) => checks.includes(checkId))).map(({ id }) => id),
  );
  const risks = blockers.map(({ number, title }): Obstacle => ({ kind: "risk", number, title }));
  const items = openItems(gate)
    .filter(({ id, state }) => !(state === "failing" && explained.has(id)))
    .map(({ id, title }): Obstacle => ({ kind: "gate", gateId: id, title }));
  return [...risks, ...items];
}

function openItems(gate: GateView): GateItemView[] {
  return gate.items.filter((item) => !item.holds && item.state !== "not_applicable");
}

function headline(ready: boolean, gate: GateView, obstacles: readonly Obstacle[]): string {
  if (ready) {
    const waived = countState(gate, "waived");
    return waived === 0 ? "Ready to launch." : `Ready to launch, with ${counted(waived, "item")} waived.`;
  }
  if (gate.total === 0) return "Not ready to launch. No item of the minimum bar applies, so nothing is proven.";
  const verb = obstacles.length === 1 ? "stands" : "stand";
  return `Not ready to launch. ${capitalised(counted(obstacles.length, "thing"))} ${verb} in the way.`;
}

function lede(gate: GateView, blockers: number, { lastFinishedAt, now }: AnswerBasis): string {
  return [held(gate), caveats(gate), open(gate), risks(blockers), lastRun(lastFinishedAt, now)]
    .filter((sentence) => sentence !== "")
    .join(" ");
}

function held({ held, total }: GateView): string {
  if (total === 0) return "";
  if (held === total) return `All ${counted(total, "minimum-bar item")} hold.`;
  const count = held === 0 ? "None" : capitalised(inWords(held));
  return `${count} of the ${counted(total, "minimum-bar item")} ${held < 2 ? "holds" : "hold"}.`;
}

function open(gate: GateView): string {
  const failing = countState(gate, "failing");
  const unproven = countState(gate, "unknown") + countState(gate, "stale");
  const parts = [
    failing > 0 ? `${inWords(failing)} ${failing === 1 ? "fails" : "fail"}` : "",
    unproven > 0 ? `${inWords(unproven)} ${unproven === 1 ? "lacks" : "lack"} recent evidence` : "",
  ].filter((part) => part !== "");
  return parts.length === 0 ? "" : `${capitalised(parts.join(" and "))}.`;
}

/** What a reader who stops at "holds" would otherwise miss. */
function caveats(gate: GateView): string {
  const waived = countState(gate, "waived");
  const warned = countState(gate, "holds_with_warning");
  const parts = [
    waived > 0 ? `${inWords(waived)} ${waived === 1 ? "is" : "are"} waived` : "",
    warned > 0 ? `${inWords(warned)} ${warned === 1 ? "holds" : "hold"} with a warning` : "",
  ].filter((part) => part !== "");
  return parts.length === 0 ? "" : `Of those ${parts.join(" and ")}.`;
}

function risks(blockers: number): string {
  return blockers === 0
    ? ""
    : `${capitalised(counted(blockers, "open risk"))} ${blockers === 1 ? "blocks" : "block"} the launch.`;
}

function lastRun(lastFinishedAt: string | null, now: Date | null): string {
  if (lastFinishedAt === null) return "No audit has finished yet.";
  return `The last audit finished ${now === null ? `on ${dayOf(lastFinishedAt)}` : ago(lastFinishedAt, now)}.`;
}

function countState(gate: GateView, state: GateItemView["state"]): number {
  return gate.items.filter((item) => item.state === state).length;
}
