import type { z } from "zod";
import { handoverLinks } from "#db/schema/index.ts";
import { recordActivity } from "#lib/activity/record-activity.ts";
import { authorize } from "#lib/auth/authorize.ts";
import type { Ctx } from "#lib/ctx.ts";
import { lockProject } from "#lib/ledger/lock-project.ts";
import { parseInput } from "#lib/ledger/parse-input.ts";
import { recordReadiness } from "#lib/ledger/record-readiness.ts";
import { linkIs, linkRef, lockLink } from "./link-fields.ts";

export async function removeLink({ ctx, input }: { ctx: Ctx; input: z.input<typeof linkRef> }): Promise<void> {
  const { project: slug, link: id } = parseInput(linkRef, input);
  const { project } = await authorize(ctx, slug, "record.write");
  await ctx.db.transaction(async (tx) => {
    await lockProject(tx, project.id);
    const { kind, title, url } = await lockLink(tx, project.id, id);
    await tx.delete(handoverLinks).where(linkIs(project.id, id));
    await recordActivity(tx, ctx, {
      projectId: project.id,
      action: "link.removed",
      objectType: "link",
      objectId: id,
      details: { kind, title, url },
    });
    await recordReadiness(tx, ctx, project.id);
  });
}
