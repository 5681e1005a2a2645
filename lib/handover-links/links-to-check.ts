import { and, eq, isNotNull, isNull } from "drizzle-orm";
import { z } from "zod";
import { handoverLinks, type LinkCheck, projects, providers } from "#db/schema/index.ts";
import type { Ctx } from "#lib/ctx.ts";
import { assertSystem } from "#lib/ledger/assert-system.ts";
import { parseInput } from "#lib/ledger/parse-input.ts";

export const linkCheckRef = z.object({ projectId: z.uuid(), onlyDue: z.boolean() });

export const CHECK_EVERY_DAYS = 7;
const DAY_MS = 86_400_000;

/** The addresses that a job is to follow, each once; none of a project that is archived or gone. */
export async function linksToCheck({
  ctx,
  input,
}: {
  ctx: Ctx;
  input: z.input<typeof linkCheckRef>;
}): Promise<string[]> {
  const { projectId, onlyDue } = parseInput(linkCheckRef, input);
  assertSystem(ctx);
  const open = and(eq(projects.id, projectId), isNull(projects.archivedAt));
  const [listed, consoles] = await Promise.all([
    ctx.db
      .select({ url: handoverLinks.url, check: handoverLinks.check })
      .from(handoverLinks)
      .innerJoin(projects, eq(projects.id, handoverLinks.projectId))
      .where(open),
    ctx.db
      .select({ url: providers.consoleUrl, check: providers.consoleCheck })
      .from(providers)
      .innerJoin(projects, eq(projects.id, providers.projectId))
      .where(and(open, isNotNull(providers.consoleUrl))),
  ]);
  const wanted = [...listed, ...consoles].filter(({ check }) => !onlyDue || isDue(check, ctx.now));
  return [...new Set(wanted.flatMap(({ url }) => url ?? []))];
}

function isDue(check: LinkCheck | null, now: Date): boolean {
  return check === null || now.getTime() - Date.parse(check.at) >= CHECK_EVERY_DAYS * DAY_MS;
}
