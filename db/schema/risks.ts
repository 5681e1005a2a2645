import { boolean, index, integer, jsonb, pgTable, text, unique, uuid } from "drizzle-orm/pg-core";
import { CHECK_IDS, SEVERITIES } from "#lib/roadmap/ids.ts";
import { createdAt, id, moment } from "./columns.ts";
import { inProject } from "./in-project.ts";
import { users } from "./people.ts";
import { targets } from "./projects.ts";
import { runs } from "./runs.ts";

/** open → (mark fixed) rechecking → verified | open again; accepted/deferred are decisions, not states. */
export const RISK_STATES = ["open", "rechecking", "verified", "closed"] as const;
export const TREATMENTS = ["fix_now", "defer", "accept"] as const;
/** A proposal waits for the person who may decide; only what is decided counts. */
export const DECISION_STATES = ["proposed", "decided", "declined", "withdrawn"] as const;
/** Where a scanner saw it, as its SARIF says: a path or address, and the first line where it names one. */
export type RiskLocation = { uri: string; line: number | null };

export const risks = pgTable(
  "risks",
  {
    id: id(),
    projectId: inProject(),
    /** Counts from 1 in each project. */
    number: integer("number").notNull(),
    /** Of the finding (see lib/audits/fingerprint.ts, lib/risks/sarif); null for a risk made by hand. */
    fingerprint: text("fingerprint"),
    /** The scanner whose SARIF it came from, and where that saw it; null for our own findings and those made by hand. */
    tool: text("tool"),
    location: jsonb("location").$type<RiskLocation>(),
    title: text("title").notNull(),
    description: text("description").notNull().default(""),
    checkId: text("check_id", { enum: CHECK_IDS }).notNull(),
    rule: text("rule"),
    targetId: uuid("target_id").references(() => targets.id, { onDelete: "set null" }),
    severity: text("severity", { enum: SEVERITIES }).notNull(),
    /** 1–5 each. */
    likelihood: integer("likelihood").notNull(),
    impact: integer("impact").notNull(),
    state: text("state", { enum: RISK_STATES }).notNull(),
    ownerId: uuid("owner_id").references(() => users.id, { onDelete: "set null" }),
    dueAt: moment("due_at"),
    foundRunId: uuid("found_run_id").references(() => runs.id, { onDelete: "set null" }),
    /** The last run that saw the fault, and the one that verified its absence. */
    lastSeenRunId: uuid("last_seen_run_id").references(() => runs.id, { onDelete: "set null" }),
    verifiedRunId: uuid("verified_run_id").references(() => runs.id, { onDelete: "set null" }),
    createdAt: createdAt(),
    updatedAt: moment("updated_at").notNull(),
    closedAt: moment("closed_at"),
  },
  (t) => [
    unique("risks_project_fingerprint_key").on(t.projectId, t.fingerprint),
    unique("risks_project_number_key").on(t.projectId, t.number),
    index("risks_project_state_idx").on(t.projectId, t.state),
  ],
);

/** The newest one that was decided counts; an expired one counts no more, and the risk blocks again by itself. */
export const decisions = pgTable(
  "decisions",
  {
    id: id(),
    projectId: inProject(),
    riskId: uuid("risk_id")
      .notNull()
      .references(() => risks.id, { onDelete: "cascade" }),
    treatment: text("treatment", { enum: TREATMENTS }).notNull(),
    reason: text("reason").notNull(),
    compensatingControl: text("compensating_control").notNull().default(""),
    state: text("state", { enum: DECISION_STATES }).notNull().default("decided"),
    /** Who answers for it until it expires. */
    ownerId: uuid("owner_id").references(() => users.id, { onDelete: "set null" }),
    askedById: uuid("asked_by").references(() => users.id, { onDelete: "set null" }),
    /** Whose word it is; the same person as asked, or a second one. Null while it is proposed. */
    deciderId: uuid("decider_id").references(() => users.id, { onDelete: "set null" }),
    /** Two people stand behind it, which putting off a critical risk takes. Kept apart from the ids, which may go. */
    isByTwo: boolean("is_by_two").notNull().default(false),
    declineReason: text("decline_reason"),
    createdAt: createdAt(),
    decidedAt: moment("decided_at"),
    expiresAt: moment("expires_at"),
    /** When the team was told that it will expire, and that it has. */
    noticedAt: moment("noticed_at"),
    lapsedAt: moment("lapsed_at"),
  },
  (t) => [
    index("decisions_risk_idx").on(t.projectId, t.riskId, t.createdAt),
    index("decisions_expiry_idx").on(t.expiresAt),
  ],
);

/** A scanner's SARIF that was read into the register. */
export const imports = pgTable(
  "imports",
  {
    id: id(),
    projectId: inProject(),
    fileName: text("file_name").notNull(),
    sha256: text("sha256").notNull(),
    tool: text("tool").notNull(),
    toolVersion: text("tool_version"),
    /** Results read, and what they did to the register. */
    findings: integer("findings").notNull(),
    opened: integer("opened").notNull(),
    reopened: integer("reopened").notNull(),
    verified: integer("verified").notNull(),
    skipped: integer("skipped").notNull(),
    importedBy: uuid("imported_by").references(() => users.id, { onDelete: "set null" }),
    createdAt: createdAt(),
  },
  (t) => [index("imports_project_idx").on(t.projectId, t.createdAt)],
);

/** A filter of the register that the team gave a name; `search` is the address's query without its `?`. */
export const savedViews = pgTable(
  "saved_views",
  {
    id: id(),
    projectId: inProject(),
    name: text("name").notNull(),
    search: text("search").notNull(),
    createdBy: uuid("created_by").references(() => users.id, { onDelete: "set null" }),
    createdAt: createdAt(),
  },
  (t) => [unique("saved_views_project_name_key").on(t.projectId, t.name)],
);
