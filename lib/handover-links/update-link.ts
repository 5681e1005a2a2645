import { z } from "zod";
import { handoverLinks } from "#db/schema/index.ts";
import { recordActivity } from "#lib/activity/record-activity.ts";
import { authorize } from "#lib/auth/authorize.ts";
import type { Ctx } from "#lib/ctx.ts";
import { assertMember } from "#lib/ledger/assert-member.ts";
import { changesOf } from "#lib/ledger/changes-of.ts";
import { lockProject } from "#lib/ledger/lock-project.ts";
import { parseInput } from "#lib/ledger/parse-input.ts";
import { recordReadiness } from "#lib/ledger/record-readiness.ts";
import {
  assertNewAddress,
  assertNoSecret,
  type HandoverLink,
  linkFields,
  linkIs,
  linkRef,
  lockLink,
} from "./link-fields.ts";

export const updateLinkInput = linkRef.extend(z.object(linkFields).partial().shape);

/** Changes what is given. Another address has never been followed, so that what was seen goes with the old one. */
export async function updateLink({
  ctx,
  input,
}: {
  ctx: Ctx;
  input: z.input<typeof updateLinkInput>;
}): Promise<HandoverLink> {
  const { project: slug, link: id, ...given } = parseInput(updateLinkInput, input);
  const { project } = await authorize(ctx, slug, "record.write");
  assertNoSecret(given);
  return ctx.db.transaction(async (tx) => {
    await lockProject(tx, project.id);
    const before = await lockLink(tx, project.id, id);
    await assertMember(tx, project.id, given.ownerId === before.ownerId ? null : given.ownerId);
    const { values, log } = changesOf(before, given);
    if (Object.keys(log).length === 0) return before;
    if (values.url !== undefined) await assertNewAddress(tx, project.id, values.url);
    const [link] = await tx
      .update(handoverLinks)
      .set({ ...values, ...(values.url !== undefined && { check: null }) })
      .where(linkIs(project.id, id))
      .returning();
    await recordActivity(tx, ctx, {
      projectId: project.id,
      action: "link.updated",
      objectType: "link",
      objectId: id,
      details: log,
    });
    await recordReadiness(tx, ctx, project.id);
    return link ?? before;
  });
}
