import { and, count, eq, isNull } from "drizzle-orm";
import { z } from "zod";
import { runbooks } from "#db/schema/index.ts";
import { recordActivity } from "#lib/activity/record-activity.ts";
import { authorize } from "#lib/auth/authorize.ts";
import type { Ctx } from "#lib/ctx.ts";
import { AppError } from "#lib/errors.ts";
import { lockProject } from "#lib/ledger/lock-project.ts";
import { parseInput } from "#lib/ledger/parse-input.ts";
import { recordReadiness } from "#lib/ledger/record-readiness.ts";
import { KIND_TITLES, PLATFORM_NAMES } from "#lib/roadmap/records/runbook-words.ts";
import { PLATFORMS, RUNBOOK_KINDS } from "#lib/roadmap/records/types.ts";
import { runbookTemplate } from "#lib/roadmap/runbook-templates/index.ts";
import type { Runbook } from "./load-runbook.ts";
import { refuseSecrets, steps, title, withIds } from "./schemas.ts";

export const createRunbookInput = z.object({
  project: z.string(),
  kind: z.enum(RUNBOOK_KINDS),
  platform: z.enum(PLATFORMS),
  /** Else what it is for, and where. */
  title: title.optional(),
  /** Else those of the template; an empty list is an empty runbook. */
  steps: steps.optional(),
});

const RUNBOOKS_MAX = 60;

type Call = { ctx: Ctx; input: z.input<typeof createRunbookInput> };

/** Begins a runbook with the steps that are given, or with those of its platform's template. */
export async function createRunbook({ ctx, input }: Call): Promise<Runbook> {
  const { project: slug, kind, platform, ...given } = parseInput(createRunbookInput, input);
  const { project } = await authorize(ctx, slug, "record.write");
  const name = given.title ?? `${KIND_TITLES[kind]}: ${PLATFORM_NAMES[platform]}`;
  const texts = given.steps ?? runbookTemplate(platform, kind);
  refuseSecrets("title", [name]);
  refuseSecrets(
    "steps",
    texts.map(({ text, command }) => `${text}\n${command}`),
  );
  return ctx.db.transaction(async (tx) => {
    await lockProject(tx, project.id);
    const [have] = await tx
      .select({ count: count() })
      .from(runbooks)
      .where(and(eq(runbooks.projectId, project.id), isNull(runbooks.archivedAt)));
    if (have && have.count >= RUNBOOKS_MAX) {
      throw new AppError("conflict", `A project has at most ${RUNBOOKS_MAX} runbooks.`);
    }
    const [runbook] = await tx
      .insert(runbooks)
      .values({
        projectId: project.id,
        kind,
        platform,
        title: name,
        steps: withIds(texts, []),
        createdAt: ctx.now,
        updatedAt: ctx.now,
      })
      .returning();
    if (!runbook) throw new Error("The runbook was not stored.");
    await recordActivity(tx, ctx, {
      projectId: project.id,
      action: "runbook.created",
      objectType: "runbook",
      objectId: runbook.id,
      details: { title: name, kind, platform, steps: texts.length },
    });
    await recordReadiness(tx, ctx, project.id);
    return runbook;
  });
}
