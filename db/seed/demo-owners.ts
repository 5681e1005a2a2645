import { and, eq, inArray } from "drizzle-orm";
import { memberships, users } from "#db/schema/index.ts";
import type { Ctx } from "#lib/ctx.ts";
import { addLink } from "#lib/handover-links/add-link.ts";
import { recordBreakGlassTest } from "#lib/providers/record-break-glass-test.ts";
import { setProvider } from "#lib/providers/set-provider.ts";

const DAY_MS = 86_400_000;

/**
 * Half a register, as most teams have one: two rows of the seven in order, one with a single owner and an old test, and
 * a link to logs that have moved. The addresses are the lab's, so that nothing outside this machine is followed.
 */
export async function seedOwners(ctx: Ctx, { id, slug }: { id: string; slug: string }, origin: string): Promise<void> {
  const team = await ctx.db
    .select({ id: users.id, name: users.name })
    .from(memberships)
    .innerJoin(users, eq(users.id, memberships.userId))
    .where(and(eq(memberships.projectId, id), inArray(memberships.role, ["founder", "engineer"])))
    .orderBy(memberships.createdAt, users.id);
  const both = team.map((person) => ({ userId: person.id }));
  const [first] = both;
  const at = (path: string) => new URL(path, origin).href;
  const write = (row: Omit<Parameters<typeof setProvider>[0]["input"], "project">) =>
    setProvider({ ctx, input: { project: slug, ...row } });
  const tested = (kind: "dns" | "repository" | "registrar", days: number, testedBy: string) =>
    recordBreakGlassTest({
      ctx,
      input: { project: slug, kind, testedAt: new Date(ctx.now.getTime() - days * DAY_MS), testedBy },
    });

  await write({
    kind: "dns",
    provider: "The lab’s own name server",
    consoleUrl: at("/login"),
    owners: both,
    breakGlass: "Whoever can sign in to this machine stops and starts the demo; its zone is made anew each time.",
  });
  await tested("dns", 12, team.at(-1)?.name ?? "");
  await write({
    kind: "repository",
    provider: "GitHub",
    owners: both,
    breakGlass: "Recovery codes of the organisation: on paper, in the safe of the office. Jonas and Mira have a key.",
  });
  await tested("repository", 20, team[0]?.name ?? "");
  await write({
    kind: "registrar",
    provider: "Gandi",
    owners: first ? [first] : [],
    breakGlass: "Call the support with the contract number; it is in the folder “Domain” beside the contract.",
  });
  await tested("registrar", 120, team[0]?.name ?? "");
  await addLink({ ctx, input: { project: slug, kind: "dashboard", title: "Ops Copilot itself", url: at("/") } });
  await addLink({ ctx, input: { project: slug, kind: "logs", title: "Logs of the API", url: at("/old-logs") } });
}
