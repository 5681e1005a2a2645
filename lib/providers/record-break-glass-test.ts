import { z } from "zod";
import { providers } from "#db/schema/index.ts";
import { recordActivity } from "#lib/activity/record-activity.ts";
import { authorize } from "#lib/auth/authorize.ts";
import type { Ctx } from "#lib/ctx.ts";
import { AppError } from "#lib/errors.ts";
import { lockProject } from "#lib/ledger/lock-project.ts";
import { parseInput } from "#lib/ledger/parse-input.ts";
import { recordReadiness } from "#lib/ledger/record-readiness.ts";
import { secretInText } from "#lib/roadmap/records/owners-secret.ts";
import { PROVIDER_KIND_NAMES } from "#lib/roadmap/records/owners-words.ts";
import { invalidField, lockProvider, notWritten, type Provider, providerRef, rowIs } from "./provider-ref.ts";

export const recordBreakGlassTestInput = providerRef.extend({
  testedAt: z.coerce.date(),
  /** Who went in that way; whoever records it, unless another is named. */
  testedBy: z.string().trim().max(80).default(""),
});

type Call = { ctx: Ctx; input: z.input<typeof recordBreakGlassTestInput> };

/** A clock that is a little ahead is not a lie. */
const CLOCK_SKEW_MS = 5 * 60_000;

/** Somebody got in by the other way. The newest test counts. */
export async function recordBreakGlassTest({ ctx, input }: Call): Promise<Provider> {
  const { project: slug, kind, testedAt, testedBy } = parseInput(recordBreakGlassTestInput, input);
  const { project } = await authorize(ctx, slug, "record.write");
  if (testedAt.getTime() > ctx.now.getTime() + CLOCK_SKEW_MS) {
    throw invalidField("testedAt", "This lies in the future: say when it was tried.");
  }
  const by = testedBy || (ctx.actor.type === "user" ? ctx.actor.name : "");
  if (by === "") throw invalidField("testedBy", "Say who tried it.");
  const secret = secretInText(testedBy);
  if (secret) throw invalidField("testedBy", secret);
  return ctx.db.transaction(async (tx) => {
    await lockProject(tx, project.id);
    const before = await lockProvider(tx, project.id, kind);
    if (!before) throw notWritten(kind);
    if (before.breakGlass === "") {
      throw new AppError("conflict", `${PROVIDER_KIND_NAMES[kind]}: write down the other way in before its test.`);
    }
    if (before.testedAt && before.testedAt > testedAt) {
      throw invalidField("testedAt", "There is a newer test already, and the newest counts.");
    }
    const [row] = await tx
      .update(providers)
      .set({ testedAt, testedBy: by, updatedAt: ctx.now })
      .where(rowIs(project.id, kind))
      .returning();
    if (!row) throw notWritten(kind);
    await recordActivity(tx, ctx, {
      projectId: project.id,
      action: "provider.way_in_tested",
      objectType: "provider",
      objectId: kind,
      details: { kind, testedAt: testedAt.toISOString(), testedBy: by },
    });
    await recordReadiness(tx, ctx, project.id);
    return row;
  });
}
