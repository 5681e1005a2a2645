import type { Area } from "#db/queries/domain-views.ts";

export { AREA_LIST, AREA_TITLES } from "#lib/roadmap/sheets/area-titles.ts";

/** What each area is about, for its place on a host's page. */
export const AREA_NOTES: Readonly<Record<Area, string>> = {
  dns: "What resolvers and name servers answer for the name.",
  redirects: "Where each way of writing the address leads.",
  tls: "The certificate, its chain and the versions offered.",
  headers: "What the answers tell the browser to allow.",
  content: "What the page loads, and from where.",
  edge: "What stands in front of the origin, and what it keeps.",
  mail: "Who may send mail in the domain's name.",
};
