import { eq, max } from "drizzle-orm";
import { z } from "zod";
import { collectHandover } from "#db/queries/handover-data.ts";
import { packs } from "#db/schema/index.ts";
import { recordActivity } from "#lib/activity/record-activity.ts";
import { authorize } from "#lib/auth/authorize.ts";
import type { Ctx } from "#lib/ctx.ts";
import { buildHandover } from "#lib/handover/build-handover.ts";
import { enqueue } from "#lib/jobs/queue.ts";
import { canonical } from "#lib/ledger/canonical.ts";
import { lockProject } from "#lib/ledger/lock-project.ts";
import { parseInput } from "#lib/ledger/parse-input.ts";

export const createPackInput = z.object({ project: z.string() });

export type CreatedPack = Pick<typeof packs.$inferSelect, "id" | "version" | "state" | "isDraft">;

/** Fixes the board as it stands in a new version's model; its PDF is rendered by a job. */
export async function createPack({
  ctx,
  input,
}: {
  ctx: Ctx;
  input: z.input<typeof createPackInput>;
}): Promise<CreatedPack> {
  const { project: slug } = parseInput(createPackInput, input);
  const { project } = await authorize(ctx, slug, "pack.write");
  return ctx.db.transaction(async (tx) => {
    await lockProject(tx, project.id);
    const [last] = await tx
      .select({ version: max(packs.version) })
      .from(packs)
      .where(eq(packs.projectId, project.id));
    const version = (last?.version ?? 0) + 1;
    const generatedBy = ctx.actor.type === "user" ? ctx.actor.name : "Launch Ready";
    const model = buildHandover(await collectHandover(tx, project, { version, generatedBy }, ctx.now), ctx.now);
    const [pack] = await tx
      .insert(packs)
      .values({
        projectId: project.id,
        version,
        isDraft: model.isDraft,
        model: canonical(model),
        state: "rendering",
        createdBy: ctx.actor.type === "user" ? ctx.actor.id : null,
        createdAt: ctx.now,
      })
      .returning({ id: packs.id, version: packs.version, state: packs.state, isDraft: packs.isDraft });
    if (!pack) throw new Error("The pack was not stored.");
    await enqueue(tx, "render-pack", pack.id, { projectId: project.id, packId: pack.id });
    await recordActivity(tx, ctx, {
      projectId: project.id,
      action: "pack.created",
      objectType: "pack",
      objectId: pack.id,
      details: { version, isDraft: pack.isDraft },
    });
    return pack;
  });
}
