import { index, integer, jsonb, pgTable, primaryKey, text, unique, uuid } from "drizzle-orm/pg-core";
import type { Observation } from "#lib/audits/observation.ts";
import { type DnsRecord, type Evidence, VERDICTS } from "#lib/audits/types.ts";
import { CHECK_IDS, SEVERITIES } from "#lib/roadmap/ids.ts";
import { createdAt, id, moment } from "./columns.ts";
import { inProject } from "./in-project.ts";
import { targets } from "./projects.ts";

export const RUN_STATES = ["queued", "running", "finished", "cancelled", "failed"] as const;
export const RUN_REASONS = ["manual", "verify", "schedule", "api"] as const;

export const runs = pgTable(
  "runs",
  {
    id: id(),
    projectId: inProject(),
    /** Counts from 1 in each project; what people call the run. */
    number: integer("number").notNull(),
    state: text("state", { enum: RUN_STATES }).notNull(),
    reason: text("reason", { enum: RUN_REASONS }).notNull(),
    /** Rule ids, in the order they are listed. */
    rules: jsonb("rules").notNull().$type<string[]>(),
    targetIds: jsonb("target_ids").notNull().$type<string[]>(),
    /** The risk that a `verify` run re-audits. */
    riskId: uuid("risk_id"),
    algorithm: integer("algorithm").notNull(),
    /** Raised each time a worker takes the run; a write with an older number changes nothing (fencing). */
    attempt: integer("attempt").notNull().default(0),
    /** `{type,id?,name?,job?}` of who started it. */
    startedBy: jsonb("started_by").notNull().$type<Record<string, string>>(),
    error: text("error"),
    createdAt: createdAt(),
    startedAt: moment("started_at"),
    finishedAt: moment("finished_at"),
    cancelRequestedAt: moment("cancel_requested_at"),
  },
  (t) => [
    unique("runs_project_number_key").on(t.projectId, t.number),
    index("runs_project_idx").on(t.projectId, t.createdAt),
  ],
);

export const observations = pgTable(
  "observations",
  {
    projectId: inProject(),
    runId: uuid("run_id")
      .notNull()
      .references(() => runs.id, { onDelete: "cascade" }),
    targetId: uuid("target_id")
      .notNull()
      .references(() => targets.id, { onDelete: "cascade" }),
    observation: jsonb("observation").notNull().$type<Observation>(),
  },
  (t) => [primaryKey({ columns: [t.runId, t.targetId] })],
);

export const results = pgTable(
  "results",
  {
    projectId: inProject(),
    runId: uuid("run_id")
      .notNull()
      .references(() => runs.id, { onDelete: "cascade" }),
    targetId: uuid("target_id")
      .notNull()
      .references(() => targets.id, { onDelete: "cascade" }),
    rule: text("rule").notNull(),
    checkId: text("check_id", { enum: CHECK_IDS }).notNull(),
    verdict: text("verdict", { enum: VERDICTS }).notNull(),
    severity: text("severity", { enum: SEVERITIES }).notNull(),
    code: text("code").notNull(),
    summary: text("summary").notNull(),
    evidence: jsonb("evidence").notNull().$type<Evidence[]>(),
    publish: jsonb("publish").notNull().default([]).$type<DnsRecord[]>(),
    /** Null unless the verdict is `fail` or `warn`. */
    fingerprint: text("fingerprint"),
    reproduce: text("reproduce").notNull(),
    observedAt: moment("observed_at").notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.runId, t.targetId, t.rule] }),
    index("results_latest_idx").on(t.projectId, t.targetId, t.rule, t.observedAt),
  ],
);
