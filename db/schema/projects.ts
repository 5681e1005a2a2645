import {
  boolean,
  index,
  integer,
  jsonb,
  pgTable,
  primaryKey,
  text,
  unique,
  uniqueIndex,
  uuid,
} from "drizzle-orm/pg-core";
import { PROFILES } from "#lib/audits/observation/target.ts";
import { CHECK_IDS, GATE_IDS } from "#lib/roadmap/ids.ts";
import { createdAt, id, moment } from "./columns.ts";
import { inProject } from "./in-project.ts";
import { users } from "./people.ts";

export const ENVIRONMENTS = ["production", "staging", "development"] as const;
export const TARGET_KINDS = ["web"] as const;

export const projects = pgTable(
  "projects",
  {
    id: id(),
    slug: text("slug").notNull(),
    name: text("name").notNull(),
    description: text("description").notNull().default(""),
    createdAt: createdAt(),
    archivedAt: moment("archived_at"),
  },
  (t) => [uniqueIndex("projects_slug_key").on(t.slug)],
);

export const targets = pgTable(
  "targets",
  {
    id: id(),
    projectId: inProject(),
    kind: text("kind", { enum: TARGET_KINDS }).notNull(),
    environment: text("environment", { enum: ENVIRONMENTS }).notNull(),
    url: text("url").notNull(),
    profile: text("profile", { enum: PROFILES }).notNull().default("page"),
    /** Where its name must lead: addresses, or the name of a CNAME. */
    expects: jsonb("expects").notNull().default([]).$type<string[]>(),
    /** The origin behind the edge: addresses or names. */
    origins: jsonb("origins").notNull().default([]).$type<string[]>(),
    /** DKIM selectors of its mail domain. */
    selectors: jsonb("selectors").notNull().default([]).$type<string[]>(),
    createdAt: createdAt(),
  },
  (t) => [uniqueIndex("targets_project_url_key").on(t.projectId, t.url)],
);

export const HOST_SOURCES = ["certificate", "redirect", "csp", "page", "dns"] as const;
/** Where a host was read: in what of which target. */
export type HostSource = { kind: (typeof HOST_SOURCES)[number]; targetUrl: string };

/** Hosts of the project's domains that its audits came across; one that is also a target is under audit. */
export const foundHosts = pgTable(
  "found_hosts",
  {
    projectId: inProject(),
    host: text("host").notNull(),
    sources: jsonb("sources").notNull().$type<HostSource[]>(),
    firstSeenAt: moment("first_seen_at").notNull(),
    lastSeenAt: moment("last_seen_at").notNull(),
    ignoredAt: moment("ignored_at"),
    ignoredReason: text("ignored_reason"),
    ignoredBy: uuid("ignored_by").references(() => users.id, { onDelete: "set null" }),
  },
  (t) => [primaryKey({ columns: [t.projectId, t.host] })],
);

export const SCHEDULE_INTERVALS = ["6h", "day", "week"] as const;

/** When a project is audited by itself. A missing row means never. */
export const auditSchedules = pgTable(
  "audit_schedules",
  {
    projectId: inProject().primaryKey(),
    every: text("every", { enum: SCHEDULE_INTERVALS }).notNull(),
    nextAt: moment("next_at").notNull(),
    setBy: uuid("set_by").references(() => users.id, { onDelete: "set null" }),
    updatedAt: moment("updated_at").notNull(),
  },
  (t) => [index("audit_schedules_next_idx").on(t.nextAt)],
);

/** Addresses of an older site, and where each must lead now. */
export const oldUrls = pgTable(
  "old_urls",
  {
    projectId: inProject(),
    from: text("from_url").notNull(),
    to: text("to_url").notNull(),
    position: integer("position").notNull(),
    createdAt: createdAt(),
  },
  (t) => [primaryKey({ columns: [t.projectId, t.from] })],
);

/** What the team says about a check beside its evidence. A missing row is the default. */
export const checkStates = pgTable(
  "check_states",
  {
    projectId: inProject(),
    checkId: text("check_id", { enum: CHECK_IDS }).notNull(),
    ownerId: uuid("owner_id").references(() => users.id, { onDelete: "set null" }),
    notApplicableReason: text("not_applicable_reason"),
    updatedAt: moment("updated_at").notNull(),
  },
  (t) => [primaryKey({ columns: [t.projectId, t.checkId] })],
);

/** A person's dated evidence. `isOverride` marks one that stands against what the rules say, which needs a reason. */
export const attestations = pgTable(
  "attestations",
  {
    id: id(),
    projectId: inProject(),
    checkId: text("check_id", { enum: CHECK_IDS }).notNull(),
    authorId: uuid("author_id").references(() => users.id, { onDelete: "set null" }),
    statement: text("statement").notNull(),
    link: text("link"),
    isOverride: boolean("is_override").notNull().default(false),
    /** When what is stated was true. */
    observedAt: moment("observed_at").notNull(),
    expiresAt: moment("expires_at"),
    createdAt: createdAt(),
    withdrawnAt: moment("withdrawn_at"),
  },
  (t) => [index("attestations_project_check_idx").on(t.projectId, t.checkId)],
);

export const waivers = pgTable(
  "waivers",
  {
    id: id(),
    projectId: inProject(),
    gateId: text("gate_id", { enum: GATE_IDS }).notNull(),
    reason: text("reason").notNull(),
    deciderId: uuid("decider_id").references(() => users.id, { onDelete: "set null" }),
    createdAt: createdAt(),
    expiresAt: moment("expires_at").notNull(),
    withdrawnAt: moment("withdrawn_at"),
  },
  (t) => [index("waivers_project_idx").on(t.projectId)],
);

export const deployments = pgTable(
  "deployments",
  {
    id: id(),
    projectId: inProject(),
    version: text("version").notNull(),
    environment: text("environment", { enum: ENVIRONMENTS }).notNull(),
    deployedAt: moment("deployed_at").notNull(),
  },
  (t) => [index("deployments_project_idx").on(t.projectId, t.deployedAt)],
);

/** Readiness after each run or decision: the points of the chart. */
export const readinessPoints = pgTable(
  "readiness_points",
  {
    id: id(),
    projectId: inProject(),
    at: moment("at").notNull(),
    score: integer("score").notNull(),
    gateHeld: integer("gate_held").notNull(),
    blockers: integer("blockers").notNull(),
    runId: uuid("run_id"),
  },
  (t) => [index("readiness_points_project_idx").on(t.projectId, t.at)],
);

/** Append-only history; a trigger refuses UPDATE and DELETE, `hash` chains each row to the one before it. */
export const activities = pgTable(
  "activities",
  {
    id: id(),
    /** No foreign key: the history outlives the project. Null for events of the instance. */
    projectId: uuid("project_id"),
    sequence: integer("sequence").notNull(),
    at: moment("at").notNull(),
    /** `{type:"user",id,name}` or `{type:"system",job}`. */
    actor: jsonb("actor").notNull().$type<Record<string, string>>(),
    /** `subject.verb`, e.g. `risk.mark_fixed`. */
    action: text("action").notNull(),
    objectType: text("object_type").notNull(),
    objectId: text("object_id").notNull(),
    details: jsonb("details").notNull().$type<Record<string, unknown>>(),
    hash: text("hash").notNull(),
  },
  (t) => [
    unique("activities_sequence_key").on(t.projectId, t.sequence).nullsNotDistinct(),
    index("activities_object_idx").on(t.projectId, t.objectType, t.objectId),
  ],
);
