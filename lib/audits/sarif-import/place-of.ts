import { cleanText } from "#lib/handover/sanitize.ts";
import type { LocationIn, ResultIn, RunIn } from "./schema.ts";

export type Place = { uri: string; line: number | null };

const URI_MAX = 500;
const BASES_MAX = 5;
const LOCATIONS_MAX = 10;

/** Where a result is: its first location that names a place, else the file that was analysed. */
export function placeOf(result: ResultIn, run: RunIn): Place | null {
  for (const location of (result.locations ?? []).slice(0, LOCATIONS_MAX)) {
    const place = placeIn(location, run);
    if (place) return place;
  }
  const uri = uriOf(result.analysisTarget, run);
  return uri === null ? null : { uri, line: null };
}

export function placeIn({ physicalLocation, logicalLocations }: LocationIn, run: RunIn): Place | null {
  const uri = uriOf(physicalLocation?.artifactLocation, run);
  const line = physicalLocation?.region?.startLine ?? null;
  if (uri !== null) return { uri, line: line !== null && Number.isInteger(line) && line > 0 ? line : null };
  const logical = logicalLocations?.[0];
  const name = logical?.fullyQualifiedName ?? logical?.name;
  return name ? { uri: shown(name), line: null } : null;
}

/** A few bases and an artifact can stand for tens of thousands of places, so no more is looked at than may be shown. */
function shown(uri: string): string {
  return cleanText(uri.slice(0, 2 * URI_MAX), URI_MAX);
}

type Artifact = ResultIn["analysisTarget"];

/**
 * An address relative to the repository stays relative: what `uriBaseId` names is most often a folder of the machine
 * that scanned (§3.14.14). A base that is an address of the web, or a folder below another, is put before it.
 */
function uriOf(artifact: Artifact, run: RunIn): string | null {
  const named = artifact?.uri ? artifact : run.artifacts?.[artifact?.index ?? -1]?.location;
  if (!named?.uri) return null;
  return shown(`${baseOf(named.uriBaseId, run)}${named.uri}`) || null;
}

function baseOf(id: string | null | undefined, run: RunIn): string {
  let path = "";
  let next = id;
  for (let n = 0; n < BASES_MAX && next; n += 1) {
    const bases: RunIn["originalUriBaseIds"] = run.originalUriBaseIds;
    const base = bases && Object.hasOwn(bases, next) ? bases[next] : null;
    const uri = base?.uri ?? "";
    if (uri.startsWith("file:") || uri.startsWith("/")) return path;
    path = uri + path;
    next = base?.uriBaseId;
  }
  return path;
}
