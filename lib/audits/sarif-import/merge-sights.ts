import { SEVERITIES, type Severity } from "#lib/roadmap/ids.ts";
import type { Place } from "./place-of.ts";

/** What may differ between two sights of one finding. */
export type Sight = { severity: Severity; title: string; description: string; location: Place | null };

/** The same for both orders. */
export function merged<F extends Sight>(a: F, b: F): F {
  const severity = SEVERITIES.indexOf(a.severity) <= SEVERITIES.indexOf(b.severity) ? a.severity : b.severity;
  return { ...(placeKey(a) <= placeKey(b) ? a : b), severity };
}

function placeKey({ location, title, description }: Sight) {
  const line = String(location?.line ?? 0).padStart(9, "0");
  return JSON.stringify([location?.uri ?? "", line, title, description]);
}
