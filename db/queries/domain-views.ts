import type { Area } from "#lib/audits/areas.ts";
import type { DriftItem } from "#lib/audits/drift.ts";
import type { DnsRow } from "#lib/audits/facts/dns-table.ts";
import type { EdgeFacts } from "#lib/audits/facts/edge-facts.ts";
import type { MailFacts } from "#lib/audits/facts/mail-facts.ts";
import type { OldUrlRow } from "#lib/audits/facts/old-urls.ts";
import type { RedirectRow } from "#lib/audits/facts/redirect-matrix.ts";
import type { TlsFacts } from "#lib/audits/facts/tls-facts.ts";
import type { Profile } from "#lib/audits/observation/target.ts";
import type { DnsRecord, Verdict } from "#lib/audits/types.ts";
import type { Environment, ResultView, RunState } from "./views.ts";

export { AREAS, type Area } from "#lib/audits/areas.ts";
export type { DriftItem, Profile };

/** The worst verdict of an area; `null`: no run has looked at it. `open` counts what failed or warned. */
export type Standing = { verdict: Verdict; open: number } | null;
/** The last two finished runs that looked at it. */
export type AreaCell = { now: Standing; before: Standing };

export type HostRow = {
  targetId: string;
  url: string;
  host: string;
  profile: Profile;
  environment: Environment;
  areas: Record<Area, AreaCell>;
  /** ISO 8601 of the newest observation; null before the first run. */
  observedAt: string | null;
};

export type FoundHost = {
  host: string;
  /** In what it was read, e.g. `{kind: "certificate", targetUrl: "https://…"}`. */
  sources: { kind: "certificate" | "redirect" | "csp" | "page" | "dns"; targetUrl: string }[];
  firstSeenAt: string;
  lastSeenAt: string;
  ignored: { at: string; reason: string; by: string | null } | null;
};

export type ScheduleView = { every: "6h" | "day" | "week"; nextAt: string; setBy: string | null } | null;

export type HostDrift = { targetId: string; url: string; items: DriftItem[] };
/** What changed between a run and the last finished one before it that looked at the same; worst first. */
export type DriftView = { run: number; before: number; hosts: HostDrift[] };

export type DomainsView = {
  hosts: HostRow[];
  found: FoundHost[];
  schedule: ScheduleView;
  /** The runs that "now" and "before" are mostly from. */
  lastRun: { number: number; finishedAt: string } | null;
  runBefore: { number: number; finishedAt: string } | null;
  /** The run under way, if any. */
  running: { number: number; state: RunState } | null;
  oldUrls: number;
};

/** A rule's result in the last two runs that looked. */
export type RuleChange = { rule: string; title: string; area: Area; now: ResultView; before: ResultView | null };

export type HostDetail = HostRow & {
  expects: string[];
  origins: string[];
  selectors: string[];
  rules: RuleChange[];
  /** From the newest observation; null or empty where it could not be seen. */
  dns: DnsRow[];
  tls: TlsFacts | null;
  redirects: RedirectRow[];
  edge: EdgeFacts | null;
  mail: MailFacts | null;
  /** Every record that a failing rule asks to publish, once each. */
  publish: (DnsRecord & { rule: string })[];
  drift: HostDrift | null;
};

export type OldUrlsView = {
  rows: OldUrlRow[];
  total: number;
  /** A run looks at the first so many of them. */
  perRun: number;
  observedAt: string | null;
};
