import { z } from "zod";
import { getRisk } from "#db/queries/get-risk.ts";
import { listRisks } from "#db/queries/list-risks.ts";
import { assignRisks, assignRisksInput } from "#lib/risks/assign-risks.ts";
import { closeRisk, closeRiskInput } from "#lib/risks/close-risk.ts";
import { createRisk, createRiskInput } from "#lib/risks/create-risk.ts";
import { markFixed } from "#lib/risks/mark-fixed.ts";
import { updateRisk, updateRiskInput } from "#lib/risks/update-risk.ts";
import { operation } from "../operation.ts";
import { checkId, listOf, projectParams, severity } from "../schemas/common.ts";
import { risk, riskDetail } from "../schemas/risk.ts";

const riskParams = projectParams.extend({ risk: z.coerce.number().int().positive() });
const at = (params: z.output<typeof riskParams>) => ({ project: params.project, number: params.risk });
const PATH = "/projects/{project}/risks/{risk}";

export const riskOperations = [
  operation({
    id: "listRisks",
    method: "GET",
    path: "/projects/{project}/risks",
    tag: "Risks",
    summary: "The risk register, in the published order: severity, likelihood × impact, age",
    access: "project.read",
    params: projectParams,
    query: z.object({
      state: z.enum(["open", "rechecking", "verified", "closed", "unresolved"]).optional(),
      severity: severity.optional(),
      checkId: checkId.optional(),
      ownerId: z.string().optional(),
      blocking: z.stringbool().optional(),
    }),
    status: 200,
    response: listOf(risk),
    handle: async ({ ctx, params, query }) => ({ items: await listRisks(ctx, params.project, query) }),
  }),
  operation({
    id: "createRisk",
    method: "POST",
    path: "/projects/{project}/risks",
    tag: "Risks",
    summary: "Write down a risk that no rule can see",
    access: "risk.write",
    params: projectParams,
    body: createRiskInput.omit({ project: true }),
    status: 201,
    response: riskDetail,
    handle: async ({ ctx, params, body }) => {
      const created = await createRisk({ ctx, input: { ...body, ...params } });
      return getRisk(ctx, params.project, created.number);
    },
  }),
  operation({
    id: "getRisk",
    method: "GET",
    path: PATH,
    tag: "Risks",
    summary: "A risk with its evidence before and after, decisions and history",
    access: "project.read",
    params: riskParams,
    status: 200,
    response: riskDetail,
    handle: ({ ctx, params }) => getRisk(ctx, params.project, params.risk),
  }),
  operation({
    id: "updateRisk",
    method: "PATCH",
    path: PATH,
    tag: "Risks",
    summary: "Change owner, due date, likelihood, impact; say why, if you like",
    access: "risk.write",
    params: riskParams,
    body: updateRiskInput.omit({ project: true, number: true }),
    status: 200,
    response: riskDetail,
    handle: async ({ ctx, params, body }) => {
      await updateRisk({ ctx, input: { ...body, ...at(params) } });
      return getRisk(ctx, params.project, params.risk);
    },
  }),
  operation({
    id: "markRiskFixed",
    method: "POST",
    path: `${PATH}/fixed`,
    tag: "Risks",
    summary: "Say that it is fixed: exactly this item is audited again, and verified or reopened",
    access: "risk.mark_fixed",
    params: riskParams,
    status: 202,
    response: riskDetail,
    handle: async ({ ctx, params }) => {
      await markFixed({ ctx, input: at(params) });
      return getRisk(ctx, params.project, params.risk);
    },
  }),
  operation({
    id: "assignRisks",
    method: "POST",
    path: "/projects/{project}/risks/assignments",
    tag: "Risks",
    summary: "Owner or due date of up to 100 risks; says of each whether it was changed, unchanged or refused",
    access: "risk.write",
    params: projectParams,
    body: assignRisksInput.omit({ project: true }),
    status: 200,
    response: listOf(
      z.object({
        number: z.number(),
        outcome: z.enum(["changed", "unchanged", "refused"]),
        reason: z.string().nullable(),
      }),
    ),
    handle: async ({ ctx, params, body }) => ({ items: await assignRisks({ ctx, input: { ...body, ...params } }) }),
  }),
  operation({
    id: "closeRisk",
    method: "POST",
    path: `${PATH}/close`,
    tag: "Risks",
    summary: "Close a risk that was written by hand or imported, with the reason",
    access: "risk.write",
    params: riskParams,
    body: closeRiskInput.omit({ project: true, number: true }),
    status: 200,
    response: riskDetail,
    handle: async ({ ctx, params, body }) => {
      await closeRisk({ ctx, input: { ...body, ...at(params) } });
      return getRisk(ctx, params.project, params.risk);
    },
  }),
];
