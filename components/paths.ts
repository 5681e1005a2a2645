import type { CheckId, DeliverableId, GateId, StageId } from "#lib/roadmap/ids.ts";

type Query = Record<string, string | number | undefined>;

/** `?a=1&b=2` of what is given, or nothing. */
export function query(values: Query): string {
  const search = new URLSearchParams();
  for (const [name, value] of Object.entries(values)) if (value !== undefined) search.set(name, String(value));
  return search.size === 0 ? "" : `?${search}`;
}

const project = (slug: string) => `/projects/${encodeURIComponent(slug)}`;
const api = (slug: string) => `/api/v1${project(slug)}`;

/** The addresses of the app's pages; tabs, filters and open sheets are part of them. */
export const paths = {
  projects: () => "/projects",
  newProject: (url?: string) => `/projects/new${query({ url })}`,
  account: () => "/account",
  signIn: (next?: string) => `/sign-in${query({ next })}`,
  board: (slug: string, open: { check?: CheckId; gate?: GateId; readiness?: "explained" } = {}) =>
    project(slug) + query(open),
  stage: (slug: string, stage: StageId, open: { check?: CheckId } = {}) =>
    `${project(slug)}/stages/${stage}${query(open)}`,
  risks: (slug: string, open: Query = {}) => `${project(slug)}/risks${query(open)}`,
  risk: (slug: string, number: number, rest: Query = {}) => `${project(slug)}/risks${query({ ...rest, risk: number })}`,
  newRisk: (slug: string, check?: CheckId) => `${project(slug)}/risks${query({ new: 1, check })}`,
  importsApi: (slug: string) => `${api(slug)}/imports`,
  risksExport: (slug: string, format: "csv" | "sarif") => `${api(slug)}/risks/export${query({ format })}`,
  audits: (slug: string) => `${project(slug)}/audits`,
  run: (slug: string, number: number) => `${project(slug)}/audits/${number}`,
  domains: (slug: string) => `${project(slug)}/domains`,
  host: (slug: string, target: string, section?: string) =>
    `${project(slug)}/domains/${encodeURIComponent(target)}${section === undefined ? "" : `#${section}`}`,
  hostsTls: (slug: string) => `${project(slug)}/domains/tls`,
  oldUrls: (slug: string, open: Query = {}) => `${project(slug)}/domains/old-urls${query(open)}`,
  deliverables: (slug: string) => `${project(slug)}/deliverables`,
  deliverable: (slug: string, id: DeliverableId) => `${project(slug)}/deliverables/${id}`,
  owners: (slug: string, open: Query = {}) => `${project(slug)}/owners${query(open)}`,
  runbooks: (slug: string) => `${project(slug)}/runbooks`,
  runbook: (slug: string, id: string) => `${project(slug)}/runbooks/${encodeURIComponent(id)}`,
  sprint: (slug: string, number?: number) => `${project(slug)}/sprint${query({ number })}`,
  tools: () => "/tools",
  domainCheck: (token: string) => `/tools/domain-check/${encodeURIComponent(token)}`,
  tool: (name: "domain-check" | "risk-score" | "cost-estimate" | "sprint-fit") => `/tools/${name}`,
  handover: (slug: string) => `${project(slug)}/handover`,
  handoverLinks: (slug: string) => `${project(slug)}/handover/links`,
  handoverLook: (slug: string) => `${project(slug)}/handover/look`,
  pack: (slug: string, version: number) => `${project(slug)}/handover/${version}`,
  packFile: (slug: string, version: number, format: "pdf" | "html" | "json" | "zip") =>
    `${api(slug)}/packs/${version}/${format}`,
  settings: (slug: string) => `${project(slug)}/settings`,
  runApi: (slug: string, number: number) => `${api(slug)}/runs/${number}`,
  runEvents: (slug: string, number: number) => `${api(slug)}/runs/${number}/events`,
};
