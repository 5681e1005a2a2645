import { z } from "zod";
import { ENVIRONMENTS, type targets } from "#db/schema/index.ts";
import { assertAuditable } from "#lib/auditable-url.ts";
import { PROFILES } from "#lib/audits/observation/target.ts";
import { authorize } from "#lib/auth/authorize.ts";
import type { Ctx } from "#lib/ctx.ts";
import { insertTarget } from "#lib/ledger/insert-target.ts";
import { lockProject } from "#lib/ledger/lock-project.ts";
import { parseInput } from "#lib/ledger/parse-input.ts";
import { foundHostRef, lockFoundHost, type StoredHost } from "./load-found-host.ts";

export const adoptHostInput = foundHostRef.extend({
  profile: z.enum(PROFILES).default("page"),
  environment: z.enum(ENVIRONMENTS).default("production"),
});

type Call = { ctx: Ctx; input: z.input<typeof adoptHostInput> };

/** Puts a host that an audit came across under audit itself. @throws AppError not_found, invalid, conflict */
export async function adoptHost({ ctx, input }: Call): Promise<typeof targets.$inferSelect> {
  const { project: slug, host, profile, environment } = parseInput(adoptHostInput, input);
  const { project } = await authorize(ctx, slug, "target.manage");
  return ctx.db.transaction(async (tx) => {
    await lockProject(tx, project.id);
    const url = addressOf(await lockFoundHost(tx, project.id, host));
    assertAuditable(url);
    return insertTarget(tx, ctx, { projectId: project.id, url, environment, profile });
  });
}

/** By https, at the port where it was come across: a name in a certificate is served beside the others in it. */
function addressOf({ host, sources }: StoredHost): string {
  const seenAt = sources
    .flatMap(({ targetUrl }) => URL.parse(targetUrl) ?? [])
    .find((url) => url.protocol === "https:");
  return `https://${host}${seenAt?.port ? `:${seenAt.port}` : ""}/`;
}
