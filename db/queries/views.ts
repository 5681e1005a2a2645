import type { Profile } from "#lib/audits/observation/target.ts";
import type { DnsRecord, Evidence, Verdict } from "#lib/audits/types.ts";
import type { Role } from "#lib/auth/permissions.ts";
import type { LaunchAnswer } from "#lib/roadmap/answer.ts";
import type { DeliverableView } from "#lib/roadmap/deliverables.ts";
import type { ExpiryNotice } from "#lib/roadmap/expiry-notices.ts";
import type { GateItemView as DerivedGateItem } from "#lib/roadmap/gate.ts";
import type { CheckId, GateId, Severity, StageId } from "#lib/roadmap/ids.ts";
import type { ReadinessView } from "#lib/roadmap/readiness.ts";
import type { SignalView } from "#lib/roadmap/signals.ts";
import type { StageProgress } from "#lib/roadmap/stage-progress.ts";
import type { CheckStatus, DerivedCheck } from "#lib/roadmap/status.ts";
import type { Reference, RuleText } from "#lib/roadmap/types.ts";

export type { CheckStatus, SignalView };

/** What queries answer with. Every moment is an ISO 8601 string, so that views cross to client components as they are. */

export type PersonView = { id: string; name: string };
/** Who did something: `id` is null for a job. */
export type ActorView = { id: string | null; name: string };

export type Environment = "production" | "staging" | "development";
export type RunState = "queued" | "running" | "finished" | "cancelled" | "failed";
export type RunReason = "manual" | "verify" | "schedule" | "api";
export type RiskState = "open" | "rechecking" | "verified" | "closed";
export type Treatment = "fix_now" | "defer" | "accept";
export type DecisionState = "proposed" | "decided" | "declined" | "withdrawn";
export type PackState = "rendering" | "ready" | "failed";
export type CheckSource = DerivedCheck["source"];

export type TargetView = {
  id: string;
  kind: "web";
  url: string;
  environment: Environment;
  profile: Profile;
  /** What the team says of it: where its name must lead, its origin behind the edge, the selectors of its mail. */
  expects: string[];
  origins: string[];
  selectors: string[];
  createdAt: string;
};

export type StageSummary = StageProgress & { order: number; shortTitle: string };

export type ProjectCard = {
  slug: string;
  name: string;
  description: string;
  role: Role;
  /** 0–100; null before the first evidence. */
  readiness: number | null;
  gateHeld: number;
  gateTotal: number;
  blockers: number;
  stages: StageSummary[];
  lastRunAt: string | null;
  primaryUrl: string | null;
};

export type CheckView = {
  id: CheckId;
  title: string;
  shortTitle: string;
  stage: StageId;
  status: CheckStatus;
  source: CheckSource;
  /** One short line for the card, e.g. "DMARC p=none". */
  line: string;
  evidenceAt: string | null;
  owner: PersonView | null;
  /** How many results, and how many open or rechecking risks, it has. */
  results: number;
  openRisks: number;
  isRechecking: boolean;
};

export type StageView = StageSummary & {
  title: string;
  goal: string;
  exit: string;
  checks: CheckView[];
  deliverables: (DeliverableView & { summary: string })[];
};

export type BlockerView = {
  number: number;
  title: string;
  severity: Severity;
  likelihood: number;
  impact: number;
  checkId: CheckId;
  stage: StageId;
  state: RiskState;
  /** Where it was found; null for one made by hand. */
  targetUrl: string | null;
  owner: PersonView | null;
  createdAt: string;
};

export type WaiverView = {
  id: string;
  gateId: GateId;
  reason: string;
  decider: PersonView | null;
  createdAt: string;
  expiresAt: string;
};
export type GateItemView = DerivedGateItem & {
  /** The condition, in one sentence. */
  holdsWhen: string;
  /** The newest waiver that is not withdrawn, in force or expired. */
  waiver: WaiverView | null;
};
export type GateView = { held: number; total: number; items: GateItemView[] };

export type ReadinessPointView = {
  at: string;
  score: number;
  gateHeld: number;
  blockers: number;
  runNumber: number | null;
};
export type DeploymentView = { id: string; version: string; environment: Environment; deployedAt: string };

export type Board = {
  project: { slug: string; name: string; description: string; role: Role };
  targets: TargetView[];
  /** The first line of the page: "Can we launch?" in words. */
  answer: LaunchAnswer;
  /** The top ten, in the published order; `blockersTotal` counts all. */
  blockers: BlockerView[];
  blockersTotal: number;
  /** Decisions that end within two weeks, or have ended. */
  notices: ExpiryNotice[];
  gate: GateView;
  stages: StageView[];
  readiness: ReadinessView;
  signals: SignalView[];
  points: ReadinessPointView[];
  deployments: DeploymentView[];
  lastRun: { number: number; state: RunState; createdAt: string; finishedAt: string | null } | null;
};

export type ResultView = {
  runNumber: number;
  rule: string;
  checkId: CheckId;
  targetId: string;
  targetUrl: string;
  verdict: Verdict;
  severity: Severity;
  code: string;
  summary: string;
  /** Hostile text from the target, clipped: only ever shown as text. */
  evidence: Evidence[];
  /** Records that would mend it, ready to paste into the DNS. */
  publish: DnsRecord[];
  observedAt: string;
  reproduce: string;
  /** The risk that the finding belongs to, where there is one. */
  riskNumber: number | null;
};

export type VerdictCounts = Record<Verdict, number>;

export type RunSummary = {
  id: string;
  number: number;
  state: RunState;
  reason: RunReason;
  startedBy: ActorView;
  createdAt: string;
  startedAt: string | null;
  finishedAt: string | null;
  isCancelRequested: boolean;
  algorithm: number;
  /** Rule ids in the order they are listed; all of them from the start. */
  rules: string[];
  targets: { id: string; url: string; environment: Environment }[];
  counts: VerdictCounts;
  /** How many risks it verified, and how many it opened or reopened. */
  sinceLast: { fixed: number; new: number };
  /** The risk that a `verify` run re-audits. */
  risk: { number: number; title: string } | null;
  /** Why it failed, in one sentence. */
  error: string | null;
};
/** `results` holds what is decided so far; the rest of `rules` × `targets` is still to come. */
export type RunView = RunSummary & { results: ResultView[] };

export type AttestationView = {
  id: string;
  checkId: CheckId;
  statement: string;
  link: string | null;
  isOverride: boolean;
  author: PersonView | null;
  observedAt: string;
  expiresAt: string | null;
  createdAt: string;
  withdrawnAt: string | null;
};

export type ActivityView = {
  id: string;
  at: string;
  actor: ActorView;
  /** `subject.verb`, e.g. `risk.mark_fixed`. */
  action: string;
  objectType: string;
  objectId: string;
  details: Record<string, unknown>;
};

export type CheckHistoryEntry = { at: string; runNumber: number; verdicts: Partial<Record<Verdict, number>> };

export type CheckDetail = CheckView & {
  /** Why the status is what it is, in one sentence. */
  statusWhy: string;
  bar: string;
  why: string;
  fix: string;
  references: Reference[];
  weight: number;
  freshDays: number;
  /** Ids of the rules that feed it; empty where only people can attest. */
  rules: string[];
  /** The team's own records show it, so that a statement counts no more. */
  isRecorded: boolean;
  notApplicableReason: string | null;
  /** The newest result of each target and rule. */
  latest: (ResultView & { ruleText: RuleText | null })[];
  /** Newest first. */
  history: CheckHistoryEntry[];
  attestations: AttestationView[];
  risks: RiskView[];
  activities: ActivityView[];
};

export type DecisionView = {
  id: string;
  treatment: Treatment;
  state: DecisionState;
  reason: string;
  compensatingControl: string;
  /** Who answers for it, who asked for it, and whose word it is; the last is null while it is proposed. */
  owner: PersonView | null;
  askedBy: PersonView | null;
  decider: PersonView | null;
  isByTwo: boolean;
  declineReason: string | null;
  createdAt: string;
  decidedAt: string | null;
  expiresAt: string | null;
  isExpired: boolean;
  /** Decided, not expired, and by as many people as the risk's severity takes. */
  isInForce: boolean;
};

export type RiskView = {
  id: string;
  number: number;
  title: string;
  description: string;
  checkId: CheckId;
  stage: StageId;
  rule: string | null;
  targetUrl: string | null;
  severity: Severity;
  likelihood: number;
  impact: number;
  state: RiskState;
  /** Made by hand, so closed by hand. */
  isManual: boolean;
  /** Holds the launch back now: open, high or critical, and no decision in force. */
  isBlocking: boolean;
  owner: PersonView | null;
  dueAt: string | null;
  /** The newest one that was decided, in force or not. */
  decision: DecisionView | null;
  /** What waits for the person who may decide. */
  proposal: DecisionView | null;
  /** The scanner that it was imported from, and where that saw it. */
  tool: string | null;
  location: { uri: string; line: number | null } | null;
  foundRun: number | null;
  lastSeenRun: number | null;
  verifiedRun: number | null;
  createdAt: string;
  updatedAt: string;
  closedAt: string | null;
};

export type RiskDetail = RiskView & {
  fix: string | null;
  references: Reference[];
  /**
   * The result of the last run that saw the fault, and of the newest run that looked after it. After a claim that was
   * not true, both show the fault: as it was when the claim was made, and as it was seen last.
   */
  before: ResultView | null;
  after: ResultView | null;
  /** The verify run under way. */
  verifyRun: { number: number; state: RunState } | null;
  /** Newest first. */
  decisions: DecisionView[];
  activities: ActivityView[];
};

export type RiskFilter = {
  state?: RiskState | "unresolved" | undefined;
  severity?: Severity | undefined;
  checkId?: CheckId | undefined;
  ownerId?: string | undefined;
  blocking?: boolean | undefined;
};

export type PackView = {
  id: string;
  version: number;
  isDraft: boolean;
  state: PackState;
  /** How far its job is, in per cent, and what it does now: "collected", "rendering", "storing"; of a failed one, why. */
  progress: number;
  step: string;
  sha256: string | null;
  pages: number | null;
  /** Bytes of the PDF. */
  size: number | null;
  createdBy: PersonView | null;
  createdAt: string;
};
export type ShareView = {
  id: string;
  packVersion: number;
  label: string;
  views: number;
  viewsMax: number;
  createdBy: PersonView | null;
  createdAt: string;
  expiresAt: string;
  revokedAt: string | null;
  lastViewedAt: string | null;
  state: "active" | "expired" | "revoked" | "used_up";
  /** Whether it asks for a passphrase, and whether the version can be signed off through it. */
  hasPassphrase: boolean;
  canSignOff: boolean;
};
export type SignOffView = {
  id: string;
  version: number;
  /** Of a draft it says "received", and no more. */
  isDraft: boolean;
  /** Of the PDF that was signed off. */
  sha256: string;
  name: string;
  organisation: string;
  remark: string;
  signedAt: string;
  /** The link that it came by, and its label; null when a member gave it. */
  shareId: string | null;
  link: string | null;
};
export type BrandingView = {
  clientName: string;
  /** `#rrggbb`; null is the house's own. */
  accent: string | null;
  paper: "a4" | "letter";
  /** The picture itself, as a `data:` address. */
  logo: string | null;
  updatedAt: string | null;
};
