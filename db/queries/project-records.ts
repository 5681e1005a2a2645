import { and, asc, desc, eq, inArray, isNull } from "drizzle-orm";
import type { Records } from "#lib/roadmap/records/types.ts";
import type { Db } from "../client.ts";
import { handoverLinks, memberships, providers, rehearsals, runbooks, users } from "../schema/index.ts";
import { iso } from "./iso.ts";
import { loadObserved } from "./load-observed.ts";

/** What the teams of some projects have written down, in a fixed number of statements. */
export async function loadRecords(db: Db, projectIds: string[]): Promise<(id: string) => Records> {
  const [declared, books, done, links, members, observedOf] = await Promise.all([
    db.select().from(providers).where(inArray(providers.projectId, projectIds)),
    db
      .select()
      .from(runbooks)
      .where(and(inArray(runbooks.projectId, projectIds), isNull(runbooks.archivedAt)))
      .orderBy(asc(runbooks.createdAt), asc(runbooks.id)),
    db
      .select()
      .from(rehearsals)
      .where(inArray(rehearsals.projectId, projectIds))
      .orderBy(desc(rehearsals.doneAt), desc(rehearsals.id)),
    db
      .select({ link: handoverLinks, owner: users.name })
      .from(handoverLinks)
      .leftJoin(users, eq(users.id, handoverLinks.ownerId))
      .where(inArray(handoverLinks.projectId, projectIds))
      .orderBy(asc(handoverLinks.createdAt), asc(handoverLinks.id)),
    db
      .select({ projectId: memberships.projectId, userId: memberships.userId })
      .from(memberships)
      .where(inArray(memberships.projectId, projectIds)),
    loadObserved(db, projectIds),
  ]);
  const byBook = Map.groupBy(done, (row) => row.runbookId);
  return (id) => ({
    providers: declared.filter((row) => row.projectId === id).map(providerFact),
    runbooks: books
      .filter((row) => row.projectId === id)
      .map(({ id: bookId, kind, platform, title, steps, updatedAt }) => ({
        id: bookId,
        kind,
        platform,
        title,
        steps,
        updatedAt: iso(updatedAt),
        rehearsals: (byBook.get(bookId) ?? []).map(({ personName, isDryRun, stepIds, doneAt }) => ({
          person: personName,
          isDryRun,
          stepIds,
          doneAt: iso(doneAt),
        })),
      })),
    links: links
      .filter(({ link }) => link.projectId === id)
      .map(({ link: { kind, title, url, check }, owner }) => ({ kind, title, url, owner, check })),
    memberIds: members.filter((row) => row.projectId === id).map(({ userId }) => userId),
    observed: observedOf(id),
  });
}

function providerFact(row: typeof providers.$inferSelect): Records["providers"][number] {
  const { kind, provider, consoleUrl, consoleCheck, owners, breakGlass, testedAt, testedBy } = row;
  return { kind, provider, consoleUrl, console: consoleCheck, owners, breakGlass, testedAt: iso(testedAt), testedBy };
}
