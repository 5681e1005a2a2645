import { eq } from "drizzle-orm";
import { type RegisterRisk, registerToSarif } from "#lib/audits/sarif-register.ts";
import { authorize } from "#lib/auth/authorize.ts";
import { type CsvCell, writeCsv } from "#lib/csv/write-csv.ts";
import type { Ctx } from "#lib/ctx.ts";
import { compareRisks } from "#lib/roadmap/blockers.ts";
import packageJson from "#package" with { type: "json" };
import { risks } from "../schema/index.ts";
import { loadRisks } from "./risk-rows.ts";

export const EXPORT_FORMATS = ["csv", "sarif"] as const;
export type ExportFormat = (typeof EXPORT_FORMATS)[number];
export type RiskExport = { fileName: string; mediaType: string; text: string };

/** The whole register, in its published order. SARIF is what can be imported again; CSV is for spreadsheets. */
export async function exportRisks(ctx: Ctx, slug: string, format: ExportFormat): Promise<RiskExport> {
  const { project } = await authorize(ctx, slug, "project.read");
  const [rows, names] = await Promise.all([
    loadRisks(ctx.db, eq(risks.projectId, project.id), ctx.now),
    ctx.db.select({ id: risks.id, fingerprint: risks.fingerprint }).from(risks).where(eq(risks.projectId, project.id)),
  ]);
  const nameOf = new Map(names.map(({ id, fingerprint }) => [id, fingerprint ?? `risk|${id}`]));
  const register = rows.toSorted(compareRisks).map((risk) => ({ ...risk, name: nameOf.get(risk.id) ?? risk.id }));
  const file = `${slug}-risks`;
  if (format === "csv") {
    const text = writeCsv(
      COLUMNS.map(([name]) => name),
      register.map((risk) => COLUMNS.map(([, cell]) => cell(risk))),
    );
    return { fileName: `${file}.csv`, mediaType: "text/csv; charset=utf-8", text };
  }
  const log = registerToSarif({ slug, version: packageJson.version }, register);
  return { fileName: `${file}.sarif`, mediaType: "application/sarif+json", text: `${JSON.stringify(log, null, 2)}\n` };
}

const day = (moment: string | null) => moment?.slice(0, 10) ?? null;

const COLUMNS: readonly (readonly [string, (risk: RegisterRisk) => CsvCell])[] = [
  ["number", (risk) => risk.number],
  ["title", (risk) => risk.title],
  ["description", (risk) => risk.description],
  ["severity", (risk) => risk.severity],
  ["likelihood", (risk) => risk.likelihood],
  ["impact", (risk) => risk.impact],
  ["state", (risk) => risk.state],
  ["blocks the launch", (risk) => (risk.isBlocking ? "yes" : "no")],
  ["check", (risk) => risk.checkId],
  ["stage", (risk) => risk.stage],
  ["owner", (risk) => risk.owner?.name ?? null],
  ["due", (risk) => day(risk.dueAt)],
  ["decision", (risk) => risk.decision?.treatment ?? null],
  ["decision in force", (risk) => (risk.decision ? (risk.decision.isInForce ? "yes" : "no") : null)],
  ["decision's reason", (risk) => risk.decision?.reason ?? null],
  ["compensating control", (risk) => risk.decision?.compensatingControl || null],
  ["decision's owner", (risk) => risk.decision?.owner?.name ?? null],
  ["asked by", (risk) => risk.decision?.askedBy?.name ?? null],
  ["decided by", (risk) => risk.decision?.decider?.name ?? null],
  ["review date", (risk) => day(risk.decision?.expiresAt ?? null)],
  ["waiting proposal", (risk) => risk.proposal?.treatment ?? null],
  ["tool", (risk) => risk.tool],
  ["rule", (risk) => risk.rule],
  ["location", (risk) => risk.location?.uri ?? risk.targetUrl],
  ["line", (risk) => risk.location?.line ?? null],
  ["found", (risk) => day(risk.createdAt)],
  ["changed", (risk) => day(risk.updatedAt)],
  ["settled", (risk) => day(risk.closedAt)],
];
