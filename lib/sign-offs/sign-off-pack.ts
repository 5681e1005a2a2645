import { eq } from "drizzle-orm";
import { z } from "zod";
import { packs, signOffs } from "#db/schema/index.ts";
import { authorize } from "#lib/auth/authorize.ts";
import type { Ctx } from "#lib/ctx.ts";
import { notFound } from "#lib/errors.ts";
import { lockProject } from "#lib/ledger/lock-project.ts";
import { parseInput } from "#lib/ledger/parse-input.ts";
import { addSignOff, type SignOff } from "./add-sign-off.ts";
import { signOffFields } from "./sign-off-fields.ts";

export const signOffPackInput = signOffFields.extend({
  project: z.string(),
  /** Of the pack. */
  version: z.int().positive(),
});

/** A client who has an account signs off a version, in their own name. */
export async function signOffPack({
  ctx,
  input,
}: {
  ctx: Ctx;
  input: z.input<typeof signOffPackInput>;
}): Promise<SignOff> {
  const { project: slug, version, hasReceived: _said, ...given } = parseInput(signOffPackInput, input);
  const { project } = await authorize(ctx, slug, "pack.sign_off");
  const { actor } = ctx;
  if (actor.type !== "user") throw notFound();
  return ctx.db.transaction(async (tx) => {
    await lockProject(tx, project.id);
    return addSignOff(tx, ctx, {
      projectId: project.id,
      pack: eq(packs.version, version),
      given: { ...given, name: actor.name, shareId: null, userId: actor.id },
      same: eq(signOffs.userId, actor.id),
      through: {},
    });
  });
}
