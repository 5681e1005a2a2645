import type { Place } from "#lib/roadmap/place.ts";
import { paths } from "./paths.ts";

/** The page within a project where something is settled or proven. */
export function placeHref(slug: string, place: Place): string {
  switch (place.kind) {
    case "check":
      return paths.board(slug, { check: place.id });
    case "gate":
      return paths.board(slug, { gate: place.id });
    case "risk":
      return paths.risk(slug, place.number);
    case "run":
      return paths.run(slug, place.number);
    case "host":
      return paths.host(slug, place.target);
    case "pack":
      return paths.packFile(slug, place.version, "pdf");
    case "runbook":
      return paths.runbook(slug, place.id);
    case "page":
      return paths[place.page](slug);
  }
}
