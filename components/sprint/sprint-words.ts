import type { SprintProgress } from "#lib/roadmap/sprint.ts";
import { capitalised, counted } from "#lib/roadmap/words.ts";

const MINUTE_MS = 60_000;

/** "31 h 04 min", always without a sign. */
export function hoursAndMinutes(ms: number): string {
  const minutes = Math.floor(Math.abs(ms) / MINUTE_MS);
  return `${Math.floor(minutes / 60)} h ${String(minutes % 60).padStart(2, "0")} min`;
}

/** "31:04:22" for the clock. */
export function clockFace(ms: number): string {
  const seconds = Math.floor(Math.abs(ms) / 1000);
  const two = (value: number) => String(value).padStart(2, "0");
  return `${two(Math.floor(seconds / 3600))}:${two(Math.floor(seconds / 60) % 60)}:${two(seconds % 60)}`;
}

/** As `<time dateTime>` wants a duration. */
export function durationIso(ms: number): string {
  const seconds = Math.floor(Math.abs(ms) / 1000);
  return `PT${Math.floor(seconds / 3600)}H${Math.floor(seconds / 60) % 60}M${seconds % 60}S`;
}

/** "0–6 h", "7.5–20 h". */
export function windowWords(from: number, to: number): string {
  const hour = (value: number) => String(Math.round(value * 10) / 10);
  return `${hour(from)}–${hour(to)} h`;
}

/** What a sprint has come to, in one sentence. */
export function deliveredInWords({ delivered, open, slipped, blockers, gate }: SprintProgress): string {
  const parts = [`${counted(delivered.length, "check")} delivered`];
  if (blockers.gone.length > 0) parts.push(`${counted(blockers.gone.length, "blocker")} gone`);
  if (gate.now > gate.before) parts.push(`${counted(gate.now - gate.before, "gate item")} won`);
  if (slipped.length > 0) parts.push(`${counted(slipped.length, "check")} slipped`);
  else if (open.length > 0) parts.push(`${counted(open.length, "check")} open`);
  return `${capitalised(parts.join(", "))}.`;
}
