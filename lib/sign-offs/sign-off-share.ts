import { eq } from "drizzle-orm";
import type { z } from "zod";
import { packs, signOffs } from "#db/schema/index.ts";
import type { Ctx } from "#lib/ctx.ts";
import { notFound } from "#lib/errors.ts";
import { enterShare, visitSchema } from "#lib/ledger/live-share.ts";
import { lockProject } from "#lib/ledger/lock-project.ts";
import { parseInput } from "#lib/ledger/parse-input.ts";
import { addSignOff, type SignOff } from "./add-sign-off.ts";
import { nameField, signOffFields } from "./sign-off-fields.ts";

export const signOffShareInput = visitSchema.extend({
  ...signOffFields.shape,
  name: nameField,
});

/** Somebody without an account signs off the version that their link leads to; the link must allow it. */
export async function signOffShare({
  ctx,
  input,
}: {
  ctx: Pick<Ctx, "db" | "now">;
  input: z.input<typeof signOffShareInput>;
}): Promise<SignOff> {
  const { token, ticket, secret, hasReceived: _said, ...given } = parseInput(signOffShareInput, input);
  // Nobody's account stands behind it: the history names the way, and in its details what was typed.
  const asLink: Ctx = { ...ctx, actor: { type: "system", job: "share link" } };
  return ctx.db.transaction(async (tx) => {
    const share = await enterShare(tx, { token, ticket, secret }, ctx.now);
    if (!share.canSignOff) throw notFound();
    await lockProject(tx, share.projectId);
    return addSignOff(tx, asLink, {
      projectId: share.projectId,
      pack: eq(packs.id, share.packId),
      given: { ...given, shareId: share.id, userId: null },
      same: eq(signOffs.shareId, share.id),
      through: { share: share.id, link: share.label },
    });
  });
}
