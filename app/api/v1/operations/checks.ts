import { z } from "zod";
import { getBoard } from "#db/queries/get-board.ts";
import { getCheck } from "#db/queries/get-check.ts";
import { attest, attestInput } from "#lib/checks/attest.ts";
import { updateCheck, updateCheckInput } from "#lib/checks/update-check.ts";
import { waiveGate, waiveGateInput } from "#lib/checks/waive-gate.ts";
import { withdrawAttestation } from "#lib/checks/withdraw-attestation.ts";
import { withdrawWaiver } from "#lib/checks/withdraw-waiver.ts";
import { operation } from "../operation.ts";
import { attestation, checkDetail } from "../schemas/check.ts";
import { checkId, listOf, projectParams } from "../schemas/common.ts";
import { board, check } from "../schemas/project.ts";

const checkParams = projectParams.extend({ checkId });
const PATH = "/projects/{project}/checks/{checkId}";

export const checkOperations = [
  operation({
    id: "listChecks",
    method: "GET",
    path: "/projects/{project}/checks",
    tag: "Checks",
    summary: "All 35 checks with status, source and age of their evidence",
    access: "project.read",
    params: projectParams,
    status: 200,
    response: listOf(check),
    handle: async ({ ctx, params }) => ({
      items: (await getBoard(ctx, params.project)).stages.flatMap((stage) => stage.checks),
    }),
  }),
  operation({
    id: "getCheck",
    method: "GET",
    path: PATH,
    tag: "Checks",
    summary: "A check with its evidence, history, attestations and risks",
    access: "project.read",
    params: checkParams,
    status: 200,
    response: checkDetail,
    handle: ({ ctx, params }) => getCheck(ctx, params.project, params.checkId),
  }),
  operation({
    id: "updateCheck",
    method: "PATCH",
    path: PATH,
    tag: "Checks",
    summary: "Set the owner, or why the check does not apply",
    access: "check.update",
    params: checkParams,
    body: updateCheckInput.omit({ project: true, checkId: true }),
    status: 200,
    response: checkDetail,
    handle: async ({ ctx, params, body }) => {
      await updateCheck({ ctx, input: { ...body, ...params } });
      return getCheck(ctx, params.project, params.checkId);
    },
  }),
  operation({
    id: "listAttestations",
    method: "GET",
    path: `${PATH}/attestations`,
    tag: "Checks",
    summary: "What people have stated about a check",
    access: "project.read",
    params: checkParams,
    status: 200,
    response: listOf(attestation),
    handle: async ({ ctx, params }) => ({ items: (await getCheck(ctx, params.project, params.checkId)).attestations }),
  }),
  operation({
    id: "attest",
    method: "POST",
    path: `${PATH}/attestations`,
    tag: "Checks",
    summary: "State what no machine can see: what, when it was true, and where the proof is",
    access: "attestation.write",
    params: checkParams,
    body: attestInput.omit({ project: true, checkId: true }),
    status: 201,
    response: checkDetail,
    handle: async ({ ctx, params, body }) => {
      await attest({ ctx, input: { ...body, ...params } });
      return getCheck(ctx, params.project, params.checkId);
    },
  }),
  operation({
    id: "withdrawAttestation",
    method: "DELETE",
    path: "/projects/{project}/attestations/{attestation}",
    tag: "Checks",
    summary: "Withdraw an attestation; it stays in the history",
    access: "attestation.write",
    params: projectParams.extend({ attestation: z.string() }),
    status: 204,
    response: null,
    handle: ({ ctx, params }) => withdrawAttestation({ ctx, input: params }),
  }),
  operation({
    id: "waiveGate",
    method: "POST",
    path: "/projects/{project}/waivers",
    tag: "Checks",
    summary: "Waive a gate item for a time, with the reason",
    access: "waiver.write",
    params: projectParams,
    body: waiveGateInput.omit({ project: true }),
    status: 201,
    response: board.shape.gate,
    handle: async ({ ctx, params, body }) => {
      await waiveGate({ ctx, input: { ...body, ...params } });
      return (await getBoard(ctx, params.project)).gate;
    },
  }),
  operation({
    id: "withdrawWaiver",
    method: "DELETE",
    path: "/projects/{project}/waivers/{waiver}",
    tag: "Checks",
    summary: "Withdraw a waiver",
    access: "waiver.write",
    params: projectParams.extend({ waiver: z.string() }),
    status: 204,
    response: null,
    handle: ({ ctx, params }) => withdrawWaiver({ ctx, input: params }),
  }),
];
