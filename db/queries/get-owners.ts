import { asc, eq } from "drizzle-orm";
import { authorize } from "#lib/auth/authorize.ts";
import type { Ctx } from "#lib/ctx.ts";
import { compareProvider } from "#lib/roadmap/records/observed-match.ts";
import { hasLeft, rowOf, wayIn } from "#lib/roadmap/records/owners.ts";
import { missingOf } from "#lib/roadmap/records/owners-missing.ts";
import { CRITICAL_KINDS, NEEDED_LINKS } from "#lib/roadmap/records/owners-words.ts";
import { PROVIDER_KINDS, type ProviderKind, type Records } from "#lib/roadmap/records/types.ts";
import { handoverLinks, providers, users } from "../schema/index.ts";
import { iso } from "./iso.ts";
import type { HandoverLinkView, LinkCheckView, OwnersView, ProviderRowView, ProviderView } from "./owner-views.ts";
import { type PendingLinkCheck, pendingLinkCheck } from "./pending-link-check.ts";
import { person } from "./person.ts";
import { loadRecords } from "./project-records.ts";

/** Who owns what, how to get in when the usual way is down, and what the links of the handover lead to. */
export async function getOwners(ctx: Ctx, slug: string): Promise<OwnersView> {
  const { project } = await authorize(ctx, slug, "record.read");
  const { db } = ctx;
  const [recordsOf, declared, listed, pending] = await Promise.all([
    loadRecords(db, [project.id]),
    db.select().from(providers).where(eq(providers.projectId, project.id)),
    db
      .select({ link: handoverLinks, owner: users.name })
      .from(handoverLinks)
      .leftJoin(users, eq(users.id, handoverLinks.ownerId))
      .where(eq(handoverLinks.projectId, project.id))
      .orderBy(asc(handoverLinks.createdAt), asc(handoverLinks.id)),
    pendingLinkCheck(db, project.id),
  ]);
  const records = recordsOf(project.id);
  const links = listed.map(
    ({ link: { id, kind, title, url, ownerId, check }, owner }): HandoverLinkView => ({
      id,
      kind,
      title,
      url,
      owner: person(ownerId, owner),
      check,
    }),
  );
  const rows = PROVIDER_KINDS.map((kind) => {
    const row = declared.find((one) => one.kind === kind);
    return rowView(kind, row ? providerView(row, records.memberIds) : null, records, ctx.now);
  });
  return {
    rows,
    links,
    missingLinks: NEEDED_LINKS.filter((kind) => !links.some((link) => link.kind === kind)),
    checking: pending && progress(pending, rows, links),
  };
}

function providerView(row: typeof providers.$inferSelect, memberIds: readonly string[]): ProviderView {
  const { provider, consoleUrl, consoleCheck, owners, breakGlass, testedAt, testedBy, updatedAt } = row;
  return {
    provider,
    consoleUrl,
    consoleCheck,
    owners: owners.map((owner) => ({ ...owner, hasLeft: hasLeft(owner, memberIds) })),
    breakGlass,
    testedAt: iso(testedAt),
    testedBy,
    updatedAt: iso(updatedAt),
  };
}

function rowView(kind: ProviderKind, declared: ProviderView | null, records: Records, now: Date): ProviderRowView {
  const fact = rowOf(records, kind);
  return {
    kind,
    isCritical: (CRITICAL_KINDS as readonly ProviderKind[]).includes(kind),
    declared,
    observed: records.observed.filter((one) => one.kind === kind),
    comparison: declared ? compareProvider(kind, declared.provider, records.observed).state : "not_observed",
    wayIn: fact ? wayIn(fact, now) : "missing",
    missing: fact ? missingOf(fact, records, now) : [],
  };
}

/** Each address once, as the job follows it. */
function progress({ since, onlyDue }: PendingLinkCheck, rows: ProviderRowView[], links: HandoverLinkView[]) {
  const checks = new Map<string, LinkCheckView | null>();
  for (const { url, check } of links) checks.set(url, check);
  for (const { declared } of rows) if (declared?.consoleUrl) checks.set(declared.consoleUrl, declared.consoleCheck);
  const done = [...checks.values()].filter((check) => check !== null && check.at >= since).length;
  return { onlyDue, done, total: checks.size };
}
