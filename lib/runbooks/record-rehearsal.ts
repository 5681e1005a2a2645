import { and, count, eq } from "drizzle-orm";
import { z } from "zod";
import type { Db } from "#db/client.ts";
import { memberships, rehearsals, users } from "#db/schema/index.ts";
import { recordActivity } from "#lib/activity/record-activity.ts";
import { authorize } from "#lib/auth/authorize.ts";
import type { Ctx } from "#lib/ctx.ts";
import { AppError } from "#lib/errors.ts";
import { lockProject } from "#lib/ledger/lock-project.ts";
import { parseInput } from "#lib/ledger/parse-input.ts";
import { recordReadiness } from "#lib/ledger/record-readiness.ts";
import { lockRunbook, runbookRef } from "./load-runbook.ts";
import { refuseSecrets } from "./schemas.ts";

export type Rehearsal = typeof rehearsals.$inferSelect;

export const recordRehearsalInput = runbookRef.extend({
  /** A member, or else the name of somebody outside. */
  personId: z.uuid().nullable().default(null),
  personName: z.string().trim().max(120).default(""),
  isDryRun: z.boolean().default(true),
  /** Ids of the steps that worked. */
  steps: z.array(z.string()).min(1, "Mark at least one step that worked.").max(40),
  note: z.string().trim().max(1000).default(""),
  doneAt: z.coerce.date(),
});

/** Each board reads them all. */
export const REHEARSALS_MAX = 200;
/** A clock that is a little ahead is not a lie. */
const CLOCK_SKEW_MS = 5 * 60_000;

type Call = { ctx: Ctx; input: z.input<typeof recordRehearsalInput> };

/** Notes that a person has gone through the runbook, and which of its steps worked. */
export async function recordRehearsal({ ctx, input }: Call): Promise<Rehearsal> {
  const { project: slug, runbook: id, ...given } = parseInput(recordRehearsalInput, input);
  const { project } = await authorize(ctx, slug, "record.write");
  if (given.doneAt.getTime() > ctx.now.getTime() + CLOCK_SKEW_MS) {
    throw invalid("doneAt", "This lies in the future: say when it was done.");
  }
  refuseSecrets("note", [given.note]);
  refuseSecrets("personName", [given.personName]);
  return ctx.db.transaction(async (tx) => {
    await lockProject(tx, project.id);
    const runbook = await lockRunbook(tx, project.id, id);
    const done = new Set(given.steps);
    const stepIds = runbook.steps.flatMap((step) => (done.has(step.id) ? [step.id] : []));
    if (stepIds.length < done.size) throw invalid("steps", "The runbook has changed meanwhile. Load it again.");
    await refuseTooMany(tx, project.id, runbook.id);
    const who = await personOf(tx, project.id, given);
    const [rehearsal] = await tx
      .insert(rehearsals)
      .values({
        ...who,
        projectId: project.id,
        runbookId: runbook.id,
        isDryRun: given.isDryRun,
        stepIds,
        note: given.note,
        doneAt: given.doneAt,
        createdBy: ctx.actor.type === "user" ? ctx.actor.id : null,
        createdAt: ctx.now,
      })
      .returning();
    if (!rehearsal) throw new Error("The run was not stored.");
    await recordActivity(tx, ctx, {
      projectId: project.id,
      action: "runbook.rehearsed",
      objectType: "runbook",
      objectId: runbook.id,
      details: {
        rehearsal: rehearsal.id,
        title: runbook.title,
        person: rehearsal.personName,
        isDryRun: given.isDryRun,
        steps: stepIds.length,
        of: runbook.steps.length,
        doneAt: given.doneAt.toISOString(),
      },
    });
    await recordReadiness(tx, ctx, project.id);
    return rehearsal;
  });
}

async function refuseTooMany(tx: Db, projectId: string, runbookId: string): Promise<void> {
  const [held] = await tx
    .select({ count: count() })
    .from(rehearsals)
    .where(and(eq(rehearsals.projectId, projectId), eq(rehearsals.runbookId, runbookId)));
  if ((held?.count ?? 0) < REHEARSALS_MAX) return;
  throw new AppError("conflict", `A runbook keeps at most ${REHEARSALS_MAX} runs. Remove an old one first.`);
}

type Who = { personId: string | null; personName: string };

async function personOf(tx: Db, projectId: string, { personId, personName }: Who): Promise<Who> {
  if (personId === null) {
    if (personName.length < 2) throw invalid("personName", "Say who did it: a member, or a name.");
    return { personId, personName };
  }
  const [member] = await tx
    .select({ name: users.name })
    .from(memberships)
    .innerJoin(users, eq(users.id, memberships.userId))
    .where(and(eq(memberships.projectId, projectId), eq(memberships.userId, personId)));
  if (!member) throw invalid("personId", "This person is not a member of the project. Give their name instead.");
  return { personId, personName: member.name };
}

function invalid(field: string, message: string): AppError {
  return new AppError("invalid", message, { fieldErrors: { [field]: [message] } });
}
