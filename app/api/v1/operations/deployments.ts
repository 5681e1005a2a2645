import { z } from "zod";
import { recordDeployment, recordDeploymentInput } from "#lib/deployments/record-deployment.ts";
import { operation } from "../operation.ts";
import { projectParams } from "../schemas/common.ts";

export const deploymentOperations = [
  operation({
    id: "recordDeployment",
    method: "POST",
    path: "/projects/{project}/deployments",
    tag: "Deployments",
    summary: "Say that a version was deployed; it is marked on the readiness chart",
    access: "deployment.write",
    params: projectParams,
    body: recordDeploymentInput.omit({ project: true }),
    status: 201,
    response: z.object({ id: z.string() }),
    handle: ({ ctx, params, body }) => recordDeployment({ ctx, input: { ...body, ...params } }),
  }),
];
