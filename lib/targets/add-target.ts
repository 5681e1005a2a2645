import { z } from "zod";
import { ENVIRONMENTS, type targets } from "#db/schema/index.ts";
import { assertAuditable } from "#lib/auditable-url.ts";
import { authorize } from "#lib/auth/authorize.ts";
import type { Ctx } from "#lib/ctx.ts";
import { insertTarget } from "#lib/ledger/insert-target.ts";
import { lockProject } from "#lib/ledger/lock-project.ts";
import { parseInput } from "#lib/ledger/parse-input.ts";
import { targetUrlSchema } from "#lib/target-url.ts";
import { targetNoteFields } from "./target-notes.ts";

export const addTargetInput = z.object({
  project: z.string(),
  url: targetUrlSchema,
  environment: z.enum(ENVIRONMENTS).default("production"),
  profile: targetNoteFields.profile.default("page"),
  expects: targetNoteFields.expects.default([]),
  origins: targetNoteFields.origins.default([]),
  selectors: targetNoteFields.selectors.default([]),
});

type Call = { ctx: Ctx; input: z.input<typeof addTargetInput> };

/** @throws AppError conflict when the project has the address already, or has as many as it may. */
export async function addTarget({ ctx, input }: Call): Promise<typeof targets.$inferSelect> {
  const { project: slug, ...values } = parseInput(addTargetInput, input);
  const { project } = await authorize(ctx, slug, "target.manage");
  assertAuditable(values.url);
  return ctx.db.transaction(async (tx) => {
    await lockProject(tx, project.id);
    return insertTarget(tx, ctx, { projectId: project.id, ...values });
  });
}
