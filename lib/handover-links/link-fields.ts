import { and, eq } from "drizzle-orm";
import { z } from "zod";
import type { Db } from "#db/client.ts";
import { handoverLinks } from "#db/schema/index.ts";
import { AppError, notFound } from "#lib/errors.ts";
import { isUuid } from "#lib/ledger/is-uuid.ts";
import { secretInAddress, secretInText } from "#lib/roadmap/records/owners-secret.ts";
import { LINK_KINDS } from "#lib/roadmap/records/types.ts";

export type HandoverLink = typeof handoverLinks.$inferSelect;

export const linkFields = {
  kind: z.enum(LINK_KINDS),
  title: z.string().trim().min(1, "Say what is there, like “Logs of the API”.").max(120, "At most 120 characters."),
  url: z
    .url({ protocol: /^https?$/, error: "Give a full address that begins with https:// or http://." })
    .max(2000)
    .transform((url) => new URL(url).href),
  /** A member whom to ask; null: nobody. */
  ownerId: z.uuid().nullable(),
};

export const linkRef = z.object({ project: z.string(), link: z.string() });

export const linkIs = (projectId: string, id: string) =>
  and(eq(handoverLinks.projectId, projectId), eq(handoverLinks.id, id));

/** @throws AppError not_found */
export async function lockLink(tx: Db, projectId: string, id: string): Promise<HandoverLink> {
  const [link] = isUuid(id) ? await tx.select().from(handoverLinks).where(linkIs(projectId, id)).for("update") : [];
  if (!link) throw notFound();
  return link;
}

/** The list goes to people outside, so that nothing in it may let its reader in. */
export function assertNoSecret({ title = "", url = "" }: { title?: string | undefined; url?: string | undefined }) {
  const wrong = { title: secretInText(title), url: url === "" ? null : secretInAddress(url) };
  for (const [field, why] of Object.entries(wrong)) if (why) throw invalidField(field, why);
}

function invalidField(field: string, message: string): AppError {
  return new AppError("invalid", message, { fieldErrors: { [field]: [message] } });
}

/** Two links to one address would be followed and shown twice. @throws AppError conflict */
export async function assertNewAddress(tx: Db, projectId: string, url: string): Promise<void> {
  const [same] = await tx
    .select({ title: handoverLinks.title })
    .from(handoverLinks)
    .where(and(eq(handoverLinks.projectId, projectId), eq(handoverLinks.url, url)));
  if (same) throw new AppError("conflict", `That address is in the list already, as “${same.title}”.`);
}
