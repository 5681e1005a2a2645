import { count, eq } from "drizzle-orm";
import { z } from "zod";
import { handoverLinks } from "#db/schema/index.ts";
import { recordActivity } from "#lib/activity/record-activity.ts";
import { authorize } from "#lib/auth/authorize.ts";
import type { Ctx } from "#lib/ctx.ts";
import { AppError } from "#lib/errors.ts";
import { assertMember } from "#lib/ledger/assert-member.ts";
import { lockProject } from "#lib/ledger/lock-project.ts";
import { parseInput } from "#lib/ledger/parse-input.ts";
import { recordReadiness } from "#lib/ledger/record-readiness.ts";
import { assertNewAddress, assertNoSecret, type HandoverLink, linkFields } from "./link-fields.ts";

export const addLinkInput = z.object({
  project: z.string(),
  ...linkFields,
  ownerId: linkFields.ownerId.default(null),
});

const LINKS_MAX = 50;

/** Puts an address on the list for those who take over. It is followed soon, and again every week. */
export async function addLink({
  ctx,
  input,
}: {
  ctx: Ctx;
  input: z.input<typeof addLinkInput>;
}): Promise<HandoverLink> {
  const { project: slug, ...values } = parseInput(addLinkInput, input);
  const { project } = await authorize(ctx, slug, "record.write");
  assertNoSecret(values);
  return ctx.db.transaction(async (tx) => {
    await lockProject(tx, project.id);
    await assertMember(tx, project.id, values.ownerId);
    await assertNewAddress(tx, project.id, values.url);
    const [links] = await tx
      .select({ count: count() })
      .from(handoverLinks)
      .where(eq(handoverLinks.projectId, project.id));
    if ((links?.count ?? 0) >= LINKS_MAX) {
      throw new AppError("conflict", `The list has ${LINKS_MAX} links, which is as many as it may have.`);
    }
    const [link] = await tx
      .insert(handoverLinks)
      .values({ ...values, projectId: project.id, createdAt: ctx.now })
      .returning();
    if (!link) throw new Error("The link was not stored.");
    const { id, kind, title, url } = link;
    await recordActivity(tx, ctx, {
      projectId: project.id,
      action: "link.added",
      objectType: "link",
      objectId: id,
      details: { kind, title, url },
    });
    await recordReadiness(tx, ctx, project.id);
    return link;
  });
}
