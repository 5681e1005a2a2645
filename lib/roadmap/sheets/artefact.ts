import type { Area } from "#lib/audits/areas.ts";
import type { MailMechanism } from "#lib/audits/facts/mail-records.ts";
import type { DnsRecord, Verdict } from "#lib/audits/types.ts";
import type { DeliverableView } from "../deliverables.ts";
import type { CheckId, GateId, Severity } from "../ids.ts";
import type { CheckStatus } from "../status.ts";

/** What the thirteen deliverables are made of. Every moment is ISO 8601; texts may come from anywhere. */

export type Named = { name: string } | null;

export type SheetDecision = {
  treatment: "fix_now" | "defer" | "accept";
  reason: string;
  compensatingControl: string;
  /** Who answers for it, who asked, and whose word it is. */
  owner: Named;
  askedBy: Named;
  decider: Named;
  isByTwo: boolean;
  createdAt: string;
  decidedAt: string | null;
  expiresAt: string | null;
  isExpired: boolean;
  isInForce: boolean;
};

export type SheetRisk = {
  number: number;
  title: string;
  description: string;
  checkId: CheckId;
  rule: string | null;
  severity: Severity;
  likelihood: number;
  impact: number;
  state: "open" | "rechecking" | "verified" | "closed";
  isBlocking: boolean;
  targetUrl: string | null;
  tool: string | null;
  owner: Named;
  foundRun: number | null;
  lastSeenRun: number | null;
  verifiedRun: number | null;
  createdAt: string;
  closedAt: string | null;
  decision: SheetDecision | null;
  proposal: SheetDecision | null;
};

export type SheetResult = {
  runNumber: number;
  rule: string;
  title: string;
  checkId: CheckId;
  targetId: string;
  targetUrl: string;
  verdict: Verdict;
  summary: string;
  observedAt: string;
};

export type SheetStatement = {
  checkId: CheckId;
  statement: string;
  link: string | null;
  author: Named;
  isOverride: boolean;
  observedAt: string;
  expiresAt: string | null;
};

/** What one check of a deliverable rests on. */
export type SheetEvidence = {
  checkId: CheckId;
  /** A rule of ours looks at it; else only people can show it. */
  isByRules: boolean;
  status: CheckStatus;
  why: string;
  evidenceAt: string | null;
  results: SheetResult[];
  statements: SheetStatement[];
};

export type SheetWaiver = { gateId: GateId; reason: string; decider: Named; createdAt: string; expiresAt: string };
type Standing = { verdict: Verdict; open: number } | null;
export type SheetHost = {
  targetId: string;
  url: string;
  host: string;
  environment: string;
  observedAt: string | null;
  areas: Record<Area, { now: Standing; before: Standing }>;
  /** Rules that are open now, or that went another way than before. */
  changes: { title: string; now: SheetResult; before: Verdict | null; beforeRun: number | null }[];
  publish: (DnsRecord & { title: string; runNumber: number })[];
};

export type SheetMailDomain = {
  domain: string;
  hosts: string[];
  runNumber: number;
  observedAt: string;
  rows: {
    mechanism: MailMechanism;
    inPlace: DnsRecord[];
    publish: DnsRecord[];
    /** The worst result about it; null where no rule has looked. */
    result: SheetResult | null;
  }[];
};

/** A file that was fetched twice, and what each answer shows of a cache. */
export type SheetAsset = {
  targetId: string;
  host: string;
  url: string;
  cacheControl: string | null;
  first: string;
  second: string;
  verdict: "ok" | "fault" | "unseen";
  runNumber: number;
};

export type SheetRunbook = {
  id: string;
  title: string;
  steps: { text: string; people: string[] }[];
  lastCompleteAt: string | null;
};
export type SheetPack = {
  version: number;
  isDraft: boolean;
  sha256: string | null;
  pages: number | null;
  createdBy: Named;
  createdAt: string;
};
export type SheetProvider = {
  kind: string;
  provider: string;
  consoleUrl: string | null;
  owners: { name: string; contact: string }[];
};

export type Artefact =
  | {
      kind: "register";
      /** Worst first; at most ten. */
      blockers: SheetRisk[];
      blockersTotal: number;
      totals: { severity: Severity; open: number; blocking: number; settled: number }[];
    }
  | { kind: "decisions"; risks: SheetRisk[]; waivers: SheetWaiver[]; overrides: SheetStatement[] }
  | { kind: "repairs"; fixed: SheetRisk[]; open: SheetRisk[] }
  | { kind: "domains"; hosts: SheetHost[] }
  | { kind: "mail"; domains: SheetMailDomain[] }
  | { kind: "caching"; assets: SheetAsset[] }
  | { kind: "rotation"; runbooks: SheetRunbook[] }
  | { kind: "monitoring"; providers: SheetProvider[] }
  | {
      kind: "incident";
      failing: { checkId: CheckId; line: string; evidenceAt: string | null; owner: Named }[];
      providers: SheetProvider[];
      deployments: { version: string; environment: string; deployedAt: string }[];
    }
  | { kind: "packs"; packs: SheetPack[] }
  /** The evidence of its checks is all that there is of it. */
  | { kind: "evidence" };

/** One deliverable, whole: how it stands, and the thing itself. */
export type DeliverableDetail = DeliverableView & {
  summary: string;
  project: string;
  /** When it was put together. */
  asOf: string;
  lastRun: { number: number; finishedAt: string } | null;
  evidence: SheetEvidence[];
  artefact: Artefact;
};
