import type { Area } from "#lib/audits/areas.ts";

/** The columns of a table of hosts: what a founder asks of one, in the order of the way to it. */
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
