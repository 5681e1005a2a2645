import { z } from "zod";
import { getRisk } from "#db/queries/get-risk.ts";
import { approveDecision } from "#lib/risks/approve-decision.ts";
import { decideRisk, decideRiskInput } from "#lib/risks/decide-risk.ts";
import { decideRisks, decideRisksInput } from "#lib/risks/decide-risks.ts";
import { declineDecision, declineDecisionInput } from "#lib/risks/decline-decision.ts";
import { proposeDecision, proposeDecisionInput } from "#lib/risks/propose-decision.ts";
import { proposeDecisions, proposeDecisionsInput } from "#lib/risks/propose-decisions.ts";
import { withdrawDecision, withdrawDecisionInput } from "#lib/risks/withdraw-decision.ts";
import { operation } from "../operation.ts";
import { listOf, projectParams } from "../schemas/common.ts";
import { riskDetail } from "../schemas/risk.ts";

const riskParams = projectParams.extend({ risk: z.coerce.number().int().positive() });
const decisionParams = riskParams.extend({ decision: z.string() });
const at = (params: z.output<typeof riskParams>) => ({ project: params.project, number: params.risk });
const about = (params: z.output<typeof decisionParams>) => ({ ...at(params), decision: params.decision });
const PATH = "/projects/{project}/risks/{risk}";

const outcome = z.object({
  number: z.number(),
  outcome: z.enum(["decided", "proposed", "refused"]),
  reason: z.string().nullable(),
});

export const decisionOperations = [
  operation({
    id: "decideRisk",
    method: "POST",
    path: `${PATH}/decisions`,
    tag: "Risks",
    summary: "Fix now, defer or accept, with reason and end; putting off what is critical waits for a second person",
    access: "risk.decide",
    params: riskParams,
    body: decideRiskInput.omit({ project: true, number: true }),
    status: 201,
    response: riskDetail,
    handle: async ({ ctx, params, body }) => {
      await decideRisk({ ctx, input: { ...body, ...at(params) } });
      return getRisk(ctx, params.project, params.risk);
    },
  }),
  operation({
    id: "decideRisks",
    method: "POST",
    path: "/projects/{project}/risks/decisions",
    tag: "Risks",
    summary: "One decision on up to 100 risks; says of each whether it was decided, proposed or refused",
    access: "risk.decide",
    params: projectParams,
    body: decideRisksInput.omit({ project: true }),
    status: 200,
    response: listOf(outcome),
    handle: async ({ ctx, params, body }) => ({ items: await decideRisks({ ctx, input: { ...body, ...params } }) }),
  }),
  operation({
    id: "proposeDecisions",
    method: "POST",
    path: "/projects/{project}/risks/proposals",
    tag: "Risks",
    summary: "Ask for one decision on up to 100 risks; each waits for a second person by itself",
    access: "risk.propose",
    params: projectParams,
    body: proposeDecisionsInput.omit({ project: true }),
    status: 200,
    response: listOf(outcome),
    handle: async ({ ctx, params, body }) => ({
      items: await proposeDecisions({ ctx, input: { ...body, ...params } }),
    }),
  }),
  operation({
    id: "proposeDecision",
    method: "POST",
    path: `${PATH}/proposals`,
    tag: "Risks",
    summary: "Ask for a decision; it waits for a second person and takes the place of what waited before",
    access: "risk.propose",
    params: riskParams,
    body: proposeDecisionInput.omit({ project: true, number: true }),
    status: 201,
    response: riskDetail,
    handle: async ({ ctx, params, body }) => {
      await proposeDecision({ ctx, input: { ...body, ...at(params) } });
      return getRisk(ctx, params.project, params.risk);
    },
  }),
  operation({
    id: "approveDecision",
    method: "POST",
    path: `${PATH}/decisions/{decision}/approve`,
    tag: "Risks",
    summary: "Say yes to what somebody else asked for; one of the two has to be a founder",
    access: "risk.second",
    params: decisionParams,
    status: 200,
    response: riskDetail,
    handle: async ({ ctx, params }) => {
      await approveDecision({ ctx, input: about(params) });
      return getRisk(ctx, params.project, params.risk);
    },
  }),
  operation({
    id: "declineDecision",
    method: "POST",
    path: `${PATH}/decisions/{decision}/decline`,
    tag: "Risks",
    summary: "Say no to what somebody else asked for, with the reason",
    access: "risk.second",
    params: decisionParams,
    body: declineDecisionInput.pick({ reason: true }),
    status: 200,
    response: riskDetail,
    handle: async ({ ctx, params, body }) => {
      await declineDecision({ ctx, input: { ...body, ...about(params) } });
      return getRisk(ctx, params.project, params.risk);
    },
  }),
  operation({
    id: "withdrawDecision",
    method: "POST",
    path: `${PATH}/decisions/{decision}/withdraw`,
    tag: "Risks",
    summary: "Take back what you asked for; founders may take back what anybody asked for",
    access: "risk.propose",
    params: decisionParams,
    body: withdrawDecisionInput.pick({ reason: true }),
    status: 200,
    response: riskDetail,
    handle: async ({ ctx, params, body }) => {
      await withdrawDecision({ ctx, input: { ...body, ...about(params) } });
      return getRisk(ctx, params.project, params.risk);
    },
  }),
];
