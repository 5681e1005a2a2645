import { z } from "zod";
import { EXPORT_FORMATS, exportRisks } from "#db/queries/export-risks.ts";
import { listImports } from "#db/queries/list-imports.ts";
import type { ImportView } from "#db/queries/register-views.ts";
import { AppError } from "#lib/errors.ts";
import { importSarif, importSarifInput } from "#lib/risks/import-sarif.ts";
import { fileResponse } from "../file-response.ts";
import { operation } from "../operation.ts";
import { listOf, moment, person, projectParams } from "../schemas/common.ts";

const PATH = "/projects/{project}/imports";

const importView = z.object({
  id: z.string(),
  fileName: z.string(),
  sha256: z.string(),
  tool: z.string(),
  toolVersion: z.string().nullable(),
  findings: z.number(),
  opened: z.number(),
  reopened: z.number(),
  verified: z.number(),
  skipped: z.number(),
  importedBy: person.nullable(),
  createdAt: moment,
}) satisfies z.ZodType<ImportView>;

const effect = z.object({
  findings: z.number(),
  opened: z.number(),
  reopened: z.number(),
  verified: z.number(),
  changed: z.number(),
  skipped: z.number(),
});

export const importOperations = [
  operation({
    id: "exportRisks",
    method: "GET",
    path: "/projects/{project}/risks/export",
    tag: "Risks",
    summary: "The whole register as a file: CSV for spreadsheets, or SARIF 2.1.0, which can be imported again",
    access: "project.read",
    params: projectParams,
    query: z.object({ format: z.enum(EXPORT_FORMATS).default("csv") }),
    status: 200,
    response: null,
    produces: "text/csv",
    handle: async ({ ctx, params, query }) => fileResponse(await exportRisks(ctx, params.project, query.format)),
  }),
  operation({
    id: "listImports",
    method: "GET",
    path: PATH,
    tag: "Risks",
    summary: "Scanners' reports that were read into the register, newest first",
    access: "project.read",
    params: projectParams,
    status: 200,
    response: listOf(importView),
    handle: async ({ ctx, params }) => ({ items: await listImports(ctx, params.project) }),
  }),
  operation({
    id: "importSarif",
    method: "POST",
    path: PATH,
    tag: "Risks",
    summary: "Read a scanner's SARIF 2.1.0 into the register; the same again changes nothing",
    access: "risk.import",
    params: projectParams,
    body: importSarifInput
      .pick({ fileName: true, isComplete: true })
      .extend({ sarif: z.union([z.string(), z.record(z.string(), z.unknown())]) }),
    bodyBytesMax: 12 * 1024 * 1024,
    status: 200,
    response: effect.extend({ tools: z.array(effect.extend({ tool: z.string(), version: z.string().nullable() })) }),
    handle: ({ ctx, params, body: { sarif, ...rest } }) =>
      importSarif({ ctx, input: { ...rest, ...params, text: textOf(sarif) } }),
  }),
];

/** @throws AppError invalid where it is nested so deep that it cannot be written */
function textOf(sarif: string | Record<string, unknown>): string {
  if (typeof sarif === "string") return sarif;
  try {
    return JSON.stringify(sarif);
  } catch (error) {
    throw new AppError("invalid", "sarif: nested too deep.", { cause: error });
  }
}
