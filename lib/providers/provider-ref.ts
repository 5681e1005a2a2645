import { and, eq } from "drizzle-orm";
import { z } from "zod";
import type { Db } from "#db/client.ts";
import { providers } from "#db/schema/index.ts";
import { AppError } from "#lib/errors.ts";
import { PROVIDER_KIND_NAMES } from "#lib/roadmap/records/owners-words.ts";
import { PROVIDER_KINDS, type ProviderKind } from "#lib/roadmap/records/types.ts";

export type Provider = typeof providers.$inferSelect;

/** Names a row as its address does: there is one of each kind. */
export const providerRef = z.object({ project: z.string(), kind: z.enum(PROVIDER_KINDS) });

export const rowIs = (projectId: string, kind: ProviderKind) =>
  and(eq(providers.projectId, projectId), eq(providers.kind, kind));

export async function lockProvider(tx: Db, projectId: string, kind: ProviderKind): Promise<Provider | undefined> {
  const [row] = await tx.select().from(providers).where(rowIs(projectId, kind)).for("update");
  return row;
}

/** Not the "not yours" of other things: everybody of the project knows that there is a row of each kind. */
export function notWritten(kind: ProviderKind): AppError {
  return new AppError("not_found", `${PROVIDER_KIND_NAMES[kind]} is not written down yet.`);
}

export function invalidField(field: string, message: string): AppError {
  return new AppError("invalid", message, { fieldErrors: { [field]: [message] } });
}
