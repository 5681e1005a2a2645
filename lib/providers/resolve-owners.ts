import { and, eq, inArray } from "drizzle-orm";
import { z } from "zod";
import type { Db } from "#db/client.ts";
import { memberships, users } from "#db/schema/index.ts";
import { secretInText } from "#lib/roadmap/records/owners-secret.ts";
import { OWNERS_MAX } from "#lib/roadmap/records/owners-words.ts";
import type { Owner } from "#lib/roadmap/records/types.ts";
import { invalidField } from "./provider-ref.ts";

/** A member by their id; somebody outside by a name and a way to reach them. */
export const ownersField = z
  .array(
    z.object({
      userId: z.uuid().nullable().default(null),
      name: z.string().trim().max(80, "A name has at most 80 characters.").default(""),
      contact: z.string().trim().max(200, "A way to reach them has at most 200 characters.").default(""),
    }),
  )
  .max(OWNERS_MAX, `At most ${OWNERS_MAX} owners, so that somebody feels responsible.`);

type Given = z.output<typeof ownersField>;

/**
 * The owners as they are stored, members with the name that they have now. One who has left stays as they were written
 * down, until somebody takes them out.
 */
export async function resolveOwners(
  tx: Db,
  projectId: string,
  given: Given,
  before: readonly Owner[],
): Promise<Owner[]> {
  assertNoSecret(given);
  const ids = given.flatMap(({ userId }) => userId ?? []);
  if (new Set(ids).size < ids.length) throw invalidField("owners", "The same person is named twice.");
  const members = ids.length === 0 ? [] : await membersOf(tx, projectId, ids);
  const resolved = given.map((owner): Owner => {
    if (owner.userId === null) return outsider(owner);
    const member = members.find(({ id }) => id === owner.userId);
    const known = before.find(({ userId }) => userId === owner.userId);
    if (member) return { userId: member.id, name: member.name, contact: owner.contact };
    if (known) return known;
    throw invalidField("owners", "An owner has to be a member of the project, or somebody with a name and a contact.");
  });
  const spelt = resolved.map(({ name, contact }) => `${name} ${contact}`.toLowerCase());
  if (new Set(spelt).size < spelt.length) throw invalidField("owners", "The same person is named twice.");
  return resolved;
}

function outsider({ name, contact }: Given[number]): Owner {
  if (name === "" || contact === "") {
    throw invalidField("owners", "Somebody outside the project needs a name and a way to reach them.");
  }
  return { userId: null, name, contact };
}

function assertNoSecret(given: Given): void {
  for (const text of given.flatMap(({ name, contact }) => [name, contact])) {
    const secret = secretInText(text);
    if (secret) throw invalidField("owners", secret);
  }
}

async function membersOf(tx: Db, projectId: string, ids: string[]): Promise<{ id: string; name: string }[]> {
  return tx
    .select({ id: users.id, name: users.name })
    .from(memberships)
    .innerJoin(users, eq(users.id, memberships.userId))
    .where(and(eq(memberships.projectId, projectId), inArray(memberships.userId, ids)));
}
