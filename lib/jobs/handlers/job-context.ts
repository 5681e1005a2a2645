import type { Db } from "#db/client.ts";
import type { Ctx } from "#lib/ctx.ts";
import type { EgressConfig } from "#lib/probes/config.ts";

/** What the worker gives to every job. */
export type JobTools = {
  db: Db;
  egress: EgressConfig;
  now: () => Date;
  /** Aborted when the job's claim is lost or the worker stops. */
  signal: AbortSignal;
};

export function jobCtx({ db, now }: Pick<JobTools, "db" | "now">, job: string): Ctx {
  return { db, actor: { type: "system", job }, now: now() };
}
