import { and, desc, eq, max } from "drizzle-orm";
import { z } from "zod";
import type { Db } from "#db/client.ts";
import { collectHandover } from "#db/queries/handover-data.ts";
import { brandings, PAPERS, packs } from "#db/schema/index.ts";
import { recordActivity } from "#lib/activity/record-activity.ts";
import { authorize } from "#lib/auth/authorize.ts";
import type { Ctx } from "#lib/ctx.ts";
import { AppError } from "#lib/errors.ts";
import { buildHandover } from "#lib/handover/build-handover.ts";
import { type HandoverModel, handoverModelSchema } from "#lib/handover/model.ts";
import { enqueue } from "#lib/jobs/queue.ts";
import { canonical } from "#lib/ledger/canonical.ts";
import { lockProject } from "#lib/ledger/lock-project.ts";
import { parseInput } from "#lib/ledger/parse-input.ts";
import { PACK_STEPS } from "./pack-progress.ts";

export const createPackInput = z.object({
  project: z.string(),
  /** Of this version only; without it, as the project's branding says. */
  paper: z.enum(PAPERS).optional(),
  /** The version to tell the changes against; without it, the newest that is ready. Zero tells none. */
  compareWith: z.int().min(0).optional(),
});

export type CreatedPack = Pick<typeof packs.$inferSelect, "id" | "version" | "state" | "isDraft">;

/** Fixes the board as it stands in a new version's model; its PDF is rendered by a job. */
export async function createPack({
  ctx,
  input,
}: {
  ctx: Ctx;
  input: z.input<typeof createPackInput>;
}): Promise<CreatedPack> {
  const { project: slug, paper, compareWith } = parseInput(createPackInput, input);
  const { project } = await authorize(ctx, slug, "pack.write");
  return ctx.db.transaction(async (tx) => {
    await lockProject(tx, project.id);
    const [last] = await tx
      .select({ version: max(packs.version) })
      .from(packs)
      .where(eq(packs.projectId, project.id));
    const version = (last?.version ?? 0) + 1;
    const generatedBy = ctx.actor.type === "user" ? ctx.actor.name : "Launch Ready";
    const [look] = await tx.select().from(brandings).where(eq(brandings.projectId, project.id));
    const branding = {
      clientName: look?.clientName ?? "",
      accent: look?.accent ?? null,
      paper: paper ?? look?.paper ?? "a4",
    };
    const data = await collectHandover(tx, project, { version, generatedBy, branding }, ctx.now);
    const model = buildHandover(data, ctx.now, await earlierModel(tx, project.id, compareWith));
    const [pack] = await tx
      .insert(packs)
      .values({
        projectId: project.id,
        version,
        isDraft: model.isDraft,
        model: canonical(model),
        state: "rendering",
        step: "collected" satisfies keyof typeof PACK_STEPS,
        progress: PACK_STEPS.collected,
        logo: look?.logo ?? null,
        logoType: look?.logoType ?? null,
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

/** @throws AppError invalid when a version is named that is not there or not ready. */
async function earlierModel(tx: Db, projectId: string, version: number | undefined): Promise<HandoverModel | null> {
  if (version === 0) return null;
  const [earlier] = await tx
    .select({ model: packs.model })
    .from(packs)
    .where(
      and(
        eq(packs.projectId, projectId),
        eq(packs.state, "ready"),
        version === undefined ? undefined : eq(packs.version, version),
      ),
    )
    .orderBy(desc(packs.version))
    .limit(1);
  if (earlier) return handoverModelSchema.parse(earlier.model);
  if (version === undefined) return null;
  const sentence = `There is no version ${version} that is ready to compare with.`;
  throw new AppError("invalid", sentence, { fieldErrors: { compareWith: [sentence] } });
}
