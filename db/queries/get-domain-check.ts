import { and, eq, gt } from "drizzle-orm";
import { auditReportSchema } from "#lib/audits/report.ts";
import { hashToken } from "#lib/auth/secret-token.ts";
import type { Ctx } from "#lib/ctx.ts";
import { notFound } from "#lib/errors.ts";
import { type DomainReading, readDomain } from "#lib/roadmap/tools/read-domain.ts";
import { domainChecks } from "../schema/index.ts";

export type DomainCheckView = {
  host: string;
  createdAt: string;
  expiresAt: string;
} & ({ state: "queued" | "running" | "failed" } | { state: "finished"; finishedAt: string; reading: DomainReading });

/** For whoever holds the token. @throws AppError not_found, the same for one that is unknown and one that is over. */
export async function getDomainCheck({ db, now }: Pick<Ctx, "db" | "now">, token: string): Promise<DomainCheckView> {
  const [row] = await db
    .select()
    .from(domainChecks)
    .where(and(eq(domainChecks.tokenHash, hashToken(token)), gt(domainChecks.expiresAt, now)));
  if (!row) throw notFound();
  const { host, state } = row;
  const base = { host, createdAt: row.createdAt.toISOString(), expiresAt: row.expiresAt.toISOString() };
  if (state !== "finished") return { ...base, state };
  const report = auditReportSchema.parse(row.report);
  return { ...base, state, finishedAt: report.finishedAt, reading: readDomain(report, now) };
}
