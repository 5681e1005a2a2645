import { sql } from "drizzle-orm";
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
import type { CheckId } from "#lib/roadmap/ids.ts";
import type { Owner, RunbookStep } from "#lib/roadmap/records/types.ts";
import { LINK_KINDS, PLATFORMS, PROVIDER_KINDS, RUNBOOK_KINDS } from "#lib/roadmap/records/types.ts";
import type { CheckStatus } from "#lib/roadmap/status.ts";
import { createdAt, id, moment } from "./columns.ts";
import { inProject } from "./in-project.ts";
import { users } from "./people.ts";

export const LINK_STATES = ["reachable", "broken", "unreachable", "not_checked"] as const;
/** What following a link showed; `reason` is one sentence. */
export type LinkCheck = { state: (typeof LINK_STATES)[number]; status: number | null; reason: string; at: string };

/** Who runs what the product stands on, who owns it, and the other way in. */
export const providers = pgTable(
  "providers",
  {
    projectId: inProject(),
    kind: text("kind", { enum: PROVIDER_KINDS }).notNull(),
    provider: text("provider").notNull(),
    consoleUrl: text("console_url"),
    consoleCheck: jsonb("console_check").$type<LinkCheck>(),
    owners: jsonb("owners").notNull().default([]).$type<Owner[]>(),
    /** How to get in when the usual way is down; never the secret itself. */
    breakGlass: text("break_glass").notNull().default(""),
    testedAt: moment("tested_at"),
    testedBy: text("tested_by"),
    updatedAt: moment("updated_at").notNull(),
  },
  (t) => [primaryKey({ columns: [t.projectId, t.kind] })],
);

/** Addresses that those who take over will need. */
export const handoverLinks = pgTable(
  "handover_links",
  {
    id: id(),
    projectId: inProject(),
    kind: text("kind", { enum: LINK_KINDS }).notNull(),
    title: text("title").notNull(),
    url: text("url").notNull(),
    ownerId: uuid("owner_id").references(() => users.id, { onDelete: "set null" }),
    check: jsonb("link_check").$type<LinkCheck>(),
    createdAt: createdAt(),
  },
  (t) => [unique("handover_links_project_url_key").on(t.projectId, t.url)],
);

export const runbooks = pgTable(
  "runbooks",
  {
    id: id(),
    projectId: inProject(),
    kind: text("kind", { enum: RUNBOOK_KINDS }).notNull(),
    platform: text("platform", { enum: PLATFORMS }).notNull(),
    title: text("title").notNull(),
    steps: jsonb("steps").notNull().$type<RunbookStep[]>(),
    createdAt: createdAt(),
    updatedAt: moment("updated_at").notNull(),
    archivedAt: moment("archived_at"),
  },
  (t) => [index("runbooks_project_idx").on(t.projectId, t.kind)],
);

/** A person went through a runbook, for real or as a dry run; `stepIds` are the steps that worked. */
export const rehearsals = pgTable(
  "rehearsals",
  {
    id: id(),
    projectId: inProject(),
    runbookId: uuid("runbook_id")
      .notNull()
      .references(() => runbooks.id, { onDelete: "cascade" }),
    personId: uuid("person_id").references(() => users.id, { onDelete: "set null" }),
    personName: text("person_name").notNull(),
    isDryRun: boolean("is_dry_run").notNull(),
    stepIds: jsonb("step_ids").notNull().$type<string[]>(),
    note: text("note").notNull().default(""),
    doneAt: moment("done_at").notNull(),
    createdBy: uuid("created_by").references(() => users.id, { onDelete: "set null" }),
    createdAt: createdAt(),
  },
  (t) => [index("rehearsals_runbook_idx").on(t.projectId, t.runbookId, t.doneAt)],
);

/** Both ISO 8601; an open pause has no end yet. */
export type Pause = { from: string; to: string | null };
/** How the board stood when the sprint began, so that what it delivered can be told. */
export type SprintScope = {
  checks: { id: CheckId; status: CheckStatus }[];
  /** Numbers of the risks that blocked the launch. */
  blockers: number[];
  gateHeld: number;
  score: number | null;
};

export const sprints = pgTable(
  "sprints",
  {
    id: id(),
    projectId: inProject(),
    /** Counts from 1 in each project. */
    number: integer("number").notNull(),
    goal: text("goal").notNull(),
    hours: integer("hours").notNull(),
    scope: jsonb("scope").notNull().$type<SprintScope>(),
    pauses: jsonb("pauses").notNull().default([]).$type<Pause[]>(),
    startedBy: uuid("started_by").references(() => users.id, { onDelete: "set null" }),
    startedAt: moment("started_at").notNull(),
    finishedAt: moment("finished_at"),
    /** How the board stood at the end. */
    outcome: jsonb("outcome").$type<SprintScope>(),
  },
  (t) => [
    unique("sprints_project_number_key").on(t.projectId, t.number),
    uniqueIndex("sprints_one_open_key").on(t.projectId).where(sql`${t.finishedAt} is null`),
  ],
);

export const DOMAIN_CHECK_STATES = ["queued", "running", "finished", "failed"] as const;

/** Somebody without an account had a domain looked at; the row is deleted an hour later. */
export const domainChecks = pgTable(
  "domain_checks",
  {
    id: id(),
    tokenHash: text("token_hash").notNull(),
    host: text("host").notNull(),
    state: text("state", { enum: DOMAIN_CHECK_STATES }).notNull(),
    /** The report of lib/audits/report.ts, once finished. */
    report: jsonb("report").$type<unknown>(),
    createdAt: createdAt(),
    expiresAt: moment("expires_at").notNull(),
  },
  (t) => [unique("domain_checks_token_key").on(t.tokenHash), index("domain_checks_host_idx").on(t.host, t.createdAt)],
);
