import { boolean, index, integer, jsonb, pgTable, text, unique, uuid } from "drizzle-orm/pg-core";
import { CHECK_IDS, SEVERITIES } from "#lib/roadmap/ids.ts";
import { bytes, createdAt, id, moment } from "./columns.ts";
import { inProject } from "./in-project.ts";
import { users } from "./people.ts";
import { targets } from "./projects.ts";
import { runs } from "./runs.ts";

/** open → (mark fixed) rechecking → verified | open again; accepted/deferred are decisions, not states. */
export const RISK_STATES = ["open", "rechecking", "verified", "closed"] as const;
export const TREATMENTS = ["fix_now", "defer", "accept"] as const;

export const risks = pgTable(
  "risks",
  {
    id: id(),
    projectId: inProject(),
    /** Counts from 1 in each project. */
    number: integer("number").notNull(),
    /** Of the finding (see lib/audits/fingerprint.ts); null for a risk made by hand. */
    fingerprint: text("fingerprint"),
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

/** The newest decision of a risk counts; an expired one counts no more, and the risk blocks again by itself. */
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
    deciderId: uuid("decider_id").references(() => users.id, { onDelete: "set null" }),
    createdAt: createdAt(),
    expiresAt: moment("expires_at"),
  },
  (t) => [index("decisions_risk_idx").on(t.projectId, t.riskId, t.createdAt)],
);

export const PACK_STATES = ["rendering", "ready", "failed"] as const;

export const packs = pgTable(
  "packs",
  {
    id: id(),
    projectId: inProject(),
    /** Counts from 1 in each project. */
    version: integer("version").notNull(),
    isDraft: boolean("is_draft").notNull(),
    /** The document model, as lib/handover/model.ts describes it: the source of all three renderings. */
    model: jsonb("model").notNull().$type<unknown>(),
    state: text("state", { enum: PACK_STATES }).notNull(),
    /** These three once rendered. */
    pdf: bytes("pdf"),
    sha256: text("sha256"),
    pages: integer("pages"),
    createdBy: uuid("created_by").references(() => users.id, { onDelete: "set null" }),
    createdAt: createdAt(),
  },
  (t) => [unique("packs_project_version_key").on(t.projectId, t.version)],
);

export const shares = pgTable(
  "shares",
  {
    id: id(),
    projectId: inProject(),
    packId: uuid("pack_id")
      .notNull()
      .references(() => packs.id, { onDelete: "cascade" }),
    tokenHash: text("token_hash").notNull(),
    label: text("label").notNull(),
    views: integer("views").notNull().default(0),
    viewsMax: integer("views_max").notNull(),
    createdBy: uuid("created_by").references(() => users.id, { onDelete: "set null" }),
    createdAt: createdAt(),
    expiresAt: moment("expires_at").notNull(),
    revokedAt: moment("revoked_at"),
    lastViewedAt: moment("last_viewed_at"),
  },
  (t) => [unique("shares_token_key").on(t.tokenHash), index("shares_pack_idx").on(t.projectId, t.packId)],
);
