import type { Area } from "#db/queries/domain-views.ts";

/** The columns of the domain page: what a founder asks of a host, in the order of the way to it. */
export const AREA_TITLES: Readonly<Record<Area, string>> = {
  dns: "DNS",
  redirects: "Redirects",
  tls: "TLS",
  headers: "Headers",
  content: "Content",
  edge: "Edge",
  mail: "Mail",
};

export const AREA_LIST = Object.keys(AREA_TITLES) as Area[];

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
