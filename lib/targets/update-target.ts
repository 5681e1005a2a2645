import { and, eq } from "drizzle-orm";
import { z } from "zod";
import { ENVIRONMENTS, targets } from "#db/schema/index.ts";
import { recordActivity } from "#lib/activity/record-activity.ts";
import { authorize } from "#lib/auth/authorize.ts";
import type { Ctx } from "#lib/ctx.ts";
import { notFound } from "#lib/errors.ts";
import { canonicalJson } from "#lib/ledger/canonical.ts";
import { lockProject } from "#lib/ledger/lock-project.ts";
import { parseInput } from "#lib/ledger/parse-input.ts";
import { targetNoteFields } from "./target-notes.ts";

export const updateTargetInput = z
  .object({ environment: z.enum(ENVIRONMENTS), ...targetNoteFields })
  .partial()
  .extend({ project: z.string(), target: z.uuid() });

type Target = typeof targets.$inferSelect;
type Call = { ctx: Ctx; input: z.input<typeof updateTargetInput> };

/** Changes what the team says of a host; its address is what names it, so another address is another target. */
export async function updateTarget({ ctx, input }: Call): Promise<Target> {
  const { project: slug, target: targetId, ...fields } = parseInput(updateTargetInput, input);
  const { project } = await authorize(ctx, slug, "target.manage");
  return ctx.db.transaction(async (tx) => {
    await lockProject(tx, project.id);
    const own = and(eq(targets.projectId, project.id), eq(targets.id, targetId));
    const [target] = await tx.select().from(targets).where(own);
    if (!target) throw notFound();
    const changes = (Object.keys(fields) as (keyof typeof fields)[]).filter(
      (field) => fields[field] !== undefined && canonicalJson(fields[field]) !== canonicalJson(target[field]),
    );
    if (changes.length === 0) return target;
    const [updated] = await tx
      .update(targets)
      .set(Object.fromEntries(changes.map((field) => [field, fields[field]])))
      .where(own)
      .returning();
    await recordActivity(tx, ctx, {
      projectId: project.id,
      action: "target.updated",
      objectType: "target",
      objectId: target.id,
      details: {
        url: target.url,
        changes: Object.fromEntries(changes.map((field) => [field, { from: target[field], to: fields[field] }])),
      },
    });
    return updated ?? target;
  });
}
