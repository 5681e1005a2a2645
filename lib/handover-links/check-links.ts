import { and, count, eq, isNotNull } from "drizzle-orm";
import { z } from "zod";
import type { Db } from "#db/client.ts";
import { pendingLinkCheck } from "#db/queries/pending-link-check.ts";
import { handoverLinks, providers } from "#db/schema/index.ts";
import { recordActivity } from "#lib/activity/record-activity.ts";
import { authorize } from "#lib/auth/authorize.ts";
import type { Ctx } from "#lib/ctx.ts";
import { AppError } from "#lib/errors.ts";
import { enqueue } from "#lib/jobs/queue.ts";
import { lockProject } from "#lib/ledger/lock-project.ts";
import { parseInput } from "#lib/ledger/parse-input.ts";
import { uuidv7 } from "#lib/uuid.ts";

const checkLinksInput = z.object({ project: z.string() });

/** Has all links of a project followed now. @throws AppError conflict while that is under way, or without any link */
export async function checkLinks({
  ctx,
  input,
}: {
  ctx: Ctx;
  input: z.input<typeof checkLinksInput>;
}): Promise<{ links: number }> {
  const { project: slug } = parseInput(checkLinksInput, input);
  const { project } = await authorize(ctx, slug, "record.write");
  return ctx.db.transaction(async (tx) => {
    await lockProject(tx, project.id);
    const links = await countLinks(tx, project.id);
    if (links === 0) throw new AppError("conflict", "There is no link yet that could be followed.");
    if (await pendingLinkCheck(tx, project.id)) throw new AppError("conflict", "The links are being checked already.");
    await enqueue(tx, "check-links", uuidv7(), { projectId: project.id, onlyDue: false });
    await recordActivity(tx, ctx, {
      projectId: project.id,
      action: "links.check_started",
      objectType: "project",
      objectId: project.id,
      details: { links },
    });
    return { links };
  });
}

async function countLinks(tx: Db, projectId: string): Promise<number> {
  const [listed] = await tx
    .select({ count: count() })
    .from(handoverLinks)
    .where(eq(handoverLinks.projectId, projectId));
  const [consoles] = await tx
    .select({ count: count() })
    .from(providers)
    .where(and(eq(providers.projectId, projectId), isNotNull(providers.consoleUrl)));
  return (listed?.count ?? 0) + (consoles?.count ?? 0);
}
