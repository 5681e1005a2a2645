import { count, eq, sql } from "drizzle-orm";
import { z } from "zod";
import { savedViews } from "#db/schema/index.ts";
import { recordActivity } from "#lib/activity/record-activity.ts";
import { authorize } from "#lib/auth/authorize.ts";
import type { Ctx } from "#lib/ctx.ts";
import { AppError } from "#lib/errors.ts";
import { lockProject } from "#lib/ledger/lock-project.ts";
import { parseInput } from "#lib/ledger/parse-input.ts";

const VIEWS_MAX = 50;
const SEARCH_MAX = 1000;

export const saveViewInput = z.object({
  project: z.string(),
  name: z.string().trim().min(1, "Give it a name.").max(60),
  /** The register's address after its `?`; written anew, so that it can hold nothing but parameters. */
  search: z
    .string()
    .max(SEARCH_MAX)
    .transform((search) => new URLSearchParams(search).toString())
    .pipe(z.string().max(SEARCH_MAX, `The filter is longer than ${SEARCH_MAX} characters.`)),
});

export type SavedView = typeof savedViews.$inferSelect;
type Call = { ctx: Ctx; input: z.input<typeof saveViewInput> };

/** Gives a filter of the register a name, for the whole team; the same name again takes the new filter. */
export async function saveView({ ctx, input }: Call): Promise<SavedView> {
  const { project: slug, name, search } = parseInput(saveViewInput, input);
  const { project } = await authorize(ctx, slug, "view.manage");
  return ctx.db.transaction(async (tx) => {
    await lockProject(tx, project.id);
    const createdBy = ctx.actor.type === "user" ? ctx.actor.id : null;
    const [view] = await tx
      .insert(savedViews)
      .values({ projectId: project.id, name, search, createdBy, createdAt: ctx.now })
      .onConflictDoUpdate({
        target: [savedViews.projectId, savedViews.name],
        set: { search: sql`excluded.search` },
      })
      .returning();
    if (!view) throw new Error("The view was not stored.");
    const [held] = await tx.select({ count: count() }).from(savedViews).where(eq(savedViews.projectId, project.id));
    if ((held?.count ?? 0) > VIEWS_MAX) {
      throw new AppError("conflict", `A project keeps at most ${VIEWS_MAX} views. Delete one first.`);
    }
    await recordActivity(tx, ctx, {
      projectId: project.id,
      action: "view.saved",
      objectType: "view",
      objectId: view.id,
      details: { name, search },
    });
    return view;
  });
}
