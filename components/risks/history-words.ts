import { activityWords } from "#components/activity/activity-words.ts";
import type { ActivityView } from "#db/queries/views.ts";
import { day } from "#lib/handover/view-words.ts";
import { CHECK_IDS } from "#lib/roadmap/ids.ts";
import { CHECKS } from "#lib/roadmap/stages.ts";
import { TREATMENT_WORDS } from "./risk-words.ts";

export type HistoryEntry = {
  /** What was done, after the name of who did it. */
  text: string;
  changes: { label: string; from: string; to: string }[];
  /** In that person's own words. */
  why: string | null;
};

const TEXT_MAX = 160;

const clip = (text: string) => (text.length > TEXT_MAX ? `${text.slice(0, TEXT_MAX)}…` : text);
const isRecord = (value: unknown): value is Record<string, unknown> => typeof value === "object" && value !== null;
const given = (value: unknown) => (typeof value === "string" && value !== "" ? value : null);
const plain = (none: string) => (value: unknown) =>
  typeof value === "number" || given(value) !== null ? clip(String(value)) : none;
const dayOf = (value: unknown) => {
  const at = given(value);
  return at === null || Number.isNaN(Date.parse(at)) ? "no date" : day(at);
};
const checkOf = (value: unknown) =>
  CHECK_IDS.filter((id) => id === value).map((id) => CHECKS[id].title)[0] ?? "unknown";

/** The fields that a person sees; others change along with them. */
const FIELDS: Record<string, { label: string; read: (value: unknown) => string }> = {
  title: { label: "Title", read: plain("none") },
  description: { label: "Description", read: plain("none") },
  checkId: { label: "Check", read: checkOf },
  severity: { label: "Severity", read: plain("none") },
  likelihood: { label: "Likelihood", read: plain("none") },
  impact: { label: "Impact", read: plain("none") },
  location: { label: "Place", read: plain("none") },
  owner: { label: "Owner", read: plain("nobody") },
  dueAt: { label: "Due", read: dayOf },
};

function changesOf(details: Record<string, unknown>): HistoryEntry["changes"] {
  const { changes } = details;
  if (!isRecord(changes)) return [];
  return Object.entries(FIELDS).flatMap(([name, { label, read }]) => {
    const change = changes[name];
    return isRecord(change) ? [{ label, from: read(change.from), to: read(change.to) }] : [];
  });
}

/** ": Defer, until 1 Dec 2026, by two people". */
function decisionOf({ treatment, expiresAt, isByTwo }: Record<string, unknown>): string {
  if (treatment !== "fix_now" && treatment !== "defer" && treatment !== "accept") return "";
  const end = given(expiresAt);
  return `: ${TREATMENT_WORDS[treatment]}${end === null ? "" : `, until ${day(end)}`}${isByTwo === true ? ", by two people" : ""}`;
}

/** "in run 12", "semgrep". */
function sourceOf({ run, tool }: Record<string, unknown>): string {
  if (typeof run === "number") return `, run ${run}`;
  return given(tool) === null ? "" : `, by ${clip(String(tool))}`;
}

/** An entry of a risk's history in words: what, from what to what, and why. */
export function historyEntry({ action, details }: Pick<ActivityView, "action" | "details">): HistoryEntry {
  return {
    text: `${activityWords({ action })}${decisionOf(details)}${sourceOf(details)}`,
    changes: changesOf(details),
    why: given(details.why) ?? given(details.reason),
  };
}
