import { z } from "zod";
import { providers } from "#db/schema/index.ts";
import { recordActivity } from "#lib/activity/record-activity.ts";
import { assertAuditable } from "#lib/auditable-url.ts";
import { authorize } from "#lib/auth/authorize.ts";
import type { Ctx } from "#lib/ctx.ts";
import { AppError } from "#lib/errors.ts";
import { changesOf } from "#lib/ledger/changes-of.ts";
import { lockProject } from "#lib/ledger/lock-project.ts";
import { parseInput } from "#lib/ledger/parse-input.ts";
import { recordReadiness } from "#lib/ledger/record-readiness.ts";
import { secretInAddress, secretInText } from "#lib/roadmap/records/owners-secret.ts";
import { invalidField, lockProvider, type Provider, providerRef, rowIs } from "./provider-ref.ts";
import { ownersField, resolveOwners } from "./resolve-owners.ts";

export const setProviderInput = providerRef.extend({
  provider: z.string().trim().min(1, "Name the provider, like Cloudflare.").max(80).optional(),
  /** Where one signs in to manage it; null: there is none. */
  consoleUrl: z
    .url({ protocol: /^https$/, error: "Give a full address that begins with https://." })
    .max(2000)
    .nullable()
    .optional(),
  owners: ownersField.optional(),
  /** How to get in when the usual way is down, never the secret itself. */
  breakGlass: z.string().trim().max(4000, "At most 4,000 characters.").optional(),
});

type Call = { ctx: Ctx; input: z.input<typeof setProviderInput> };

/**
 * Writes down one row, or changes what is given of it. Another provider or another way in has never been tried, so that
 * the date of the last test goes with the old one; another console has never been followed.
 */
export async function setProvider({ ctx, input }: Call): Promise<Provider> {
  const { project: slug, kind, owners, ...given } = parseInput(setProviderInput, input);
  const { project } = await authorize(ctx, slug, "record.write");
  if (given.consoleUrl) assertConsole(given.consoleUrl);
  assertNoSecret(given);
  return ctx.db.transaction(async (tx) => {
    await lockProject(tx, project.id);
    const before = await lockProvider(tx, project.id, kind);
    if (!before && given.provider === undefined) throw invalidField("provider", "Name the provider, like Cloudflare.");
    const base: Provider = before ?? { ...EMPTY, projectId: project.id, kind, updatedAt: ctx.now };
    const resolved = owners && (await resolveOwners(tx, project.id, owners, base.owners));
    const { values, log } = changesOf(base, given);
    const hasNewOwners = resolved !== undefined && JSON.stringify(resolved) !== JSON.stringify(base.owners);
    if (before && Object.keys(log).length === 0 && !hasNewOwners) return before;
    const isOther = "provider" in values || "breakGlass" in values;
    const next = {
      ...values,
      ...(hasNewOwners && { owners: resolved }),
      ...(before && isOther && { testedAt: null, testedBy: null }),
      ...("consoleUrl" in values && { consoleCheck: null }),
      updatedAt: ctx.now,
    };
    const [row] = before
      ? await tx.update(providers).set(next).where(rowIs(project.id, kind)).returning()
      : await tx
          .insert(providers)
          .values({ ...base, ...next })
          .returning();
    if (!row) throw new Error("The provider was not stored.");
    await recordActivity(tx, ctx, {
      projectId: project.id,
      action: before ? "provider.updated" : "provider.added",
      objectType: "provider",
      objectId: kind,
      details: { kind, ...log, ...(hasNewOwners && { owners: namesOf(base.owners, row.owners) }) },
    });
    await recordReadiness(tx, ctx, project.id);
    return row;
  });
}

const EMPTY = {
  provider: "",
  consoleUrl: null,
  consoleCheck: null,
  owners: [],
  breakGlass: "",
  testedAt: null,
  testedBy: null,
};

function namesOf(from: Provider["owners"], to: Provider["owners"]) {
  return { from: from.map(({ name }) => name), to: to.map(({ name }) => name) };
}

/** By its public name, so that it works from anywhere; without anything that lets its reader in. */
function assertConsole(url: string): void {
  const secret = secretInAddress(url);
  if (secret) throw invalidField("consoleUrl", secret);
  if (/^[\d.]+$|^\[/.test(new URL(url).hostname)) {
    throw invalidField("consoleUrl", "Give the console's name rather than an address in numbers.");
  }
  try {
    assertAuditable(url);
  } catch (error) {
    if (error instanceof AppError) throw invalidField("consoleUrl", error.message);
    throw error;
  }
}

function assertNoSecret({
  provider = "",
  breakGlass = "",
}: {
  provider?: string | undefined;
  breakGlass?: string | undefined;
}): void {
  for (const [field, text] of Object.entries({ provider, breakGlass })) {
    const secret = secretInText(text);
    if (secret) throw invalidField(field, secret);
  }
}
