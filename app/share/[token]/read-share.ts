import "server-only";
import { notFound } from "next/navigation";
import { openByLink } from "#app/open-by-link.ts";
import type { SharedPack } from "#components/handover/share/share-page.tsx";
import { dataUri } from "#db/queries/get-branding.ts";
import { AppError } from "#lib/errors.ts";
import { compareModels } from "#lib/handover/compare-models.ts";
import { handoverModelSchema } from "#lib/handover/model.ts";
import { type OpenedShare, openShare } from "#lib/shares/open-share.ts";
import { visitOf } from "./visit.ts";

/**
 * Null while the passphrase is to be given. The same "not found" for a link that is unknown, expired, revoked or used
 * up, and for whoever guesses.
 */
export async function readShare(token: string): Promise<SharedPack | null> {
  try {
    const visit = await visitOf(token);
    return sharedPack(await openByLink((ctx) => openShare({ ctx, input: visit })));
  } catch (error) {
    if (error instanceof AppError && error.code === "unauthenticated") return null;
    if (error instanceof AppError) notFound();
    throw error;
  }
}

function sharedPack({ file, project, createdAt, expiresAt, signedOff, ...rest }: OpenedShare): SharedPack {
  const { slug, version, state, sha256 } = file;
  const model = handoverModelSchema.parse(file.model);
  // Whoever signed an earlier version off asks what is new since then, not since a version that they never saw.
  const changes = signedOff === null ? model.changes : compareModels(handoverModelSchema.parse(signedOff), model);
  return {
    ...rest,
    project: project.name,
    version,
    state,
    sha256,
    logo: dataUri(file.logo, file.logoType),
    fileName: `${slug}-handover-v${version}.pdf`,
    createdAt: createdAt.toISOString(),
    expiresAt: expiresAt.toISOString(),
    model,
    changes,
    isSinceSignOff: signedOff !== null,
  };
}
