import type { UiMark } from "#components/ui/marks.ts";
import type { OwnersView, ProviderRowView } from "#db/queries/owner-views.ts";
import type { WayIn } from "#lib/roadmap/records/owners.ts";
import { OWNERS_MIN } from "#lib/roadmap/records/owners-words.ts";
import { capitalised } from "#lib/roadmap/words.ts";

export const NOT_FOLLOWED: UiMark = { shape: "ring", tone: "mute", word: "Not followed yet" };

export const WAY_IN_MARKS: Readonly<Record<WayIn, UiMark>> = {
  missing: { shape: "ring", tone: "mute", word: "Not written down" },
  never: { shape: "ring", tone: "mute", word: "Never tested" },
  stale: { shape: "clock", tone: "warn", word: "Stale" },
  fresh: { shape: "check", tone: "ok", word: "Tested" },
};

export const SEEN_MARKS: Readonly<Record<ProviderRowView["comparison"], UiMark>> = {
  same: { shape: "check", tone: "ok", word: "Seen so" },
  differs: { shape: "triangle", tone: "warn", word: "Seen otherwise" },
  not_observed: { shape: "dash", tone: "mute", word: "Not seen from outside" },
};

/** Those who own a row now; who has left the project does not. */
function currentOf({ declared }: Pick<ProviderRowView, "declared">) {
  return (declared?.owners ?? []).filter(({ hasLeft }) => !hasLeft);
}

/** "2 of 7 have two owners; 1 of 5 critical ways in was tested lately; 1 link is broken." */
export function ownersInWords({ rows, links }: Pick<OwnersView, "rows" | "links">): string {
  if (rows.every(({ declared }) => declared === null) && links.length === 0) {
    return "Nobody has written down yet who owns what.";
  }
  const owned = rows.filter((row) => currentOf(row).length >= OWNERS_MIN).length;
  const critical = rows.filter(({ isCritical }) => isCritical);
  const tested = critical.filter(({ wayIn }) => wayIn === "fresh").length;
  const states = [...links.map(({ check }) => check), ...rows.map(({ declared }) => declared?.consoleCheck ?? null)];
  const broken = states.filter((check) => check?.state === "broken").length;
  const other = rows.filter(({ comparison }) => comparison === "differs").length;
  const clauses = [
    `${share(owned, rows.length)} ${owned === 1 ? "has" : "have"} two owners`,
    `${share(tested, critical.length)} critical ways in ${tested === 1 ? "was" : "were"} tested lately`,
    ...(other > 0 ? [`${other} ${other === 1 ? "provider is" : "providers are"} seen otherwise`] : []),
    ...(broken > 0 ? [`${broken} ${broken === 1 ? "link is" : "links are"} broken`] : []),
  ];
  return `${capitalised(clauses.join("; "))}.`;
}

function share(some: number, all: number): string {
  if (some === all) return `all ${all}`;
  return `${some === 0 ? "none" : some} of ${all}`;
}
